import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type FormError } from '#src/kernel/form.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { confirmByToken } from '#src/modules/people/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addressOf } from '#src/platform/http/address.ts'
import { paramOf, queryOf, sendPage } from '#src/platform/http/page.ts'
import { dropCookie, isServedSecurely, readCookie, setCookie } from '#src/platform/http/request.ts'
import { publicForm, secretForm } from '#src/platform/http/route-kinds.ts'
import { createTryCounter } from '../count-tries.ts'
import { parseOpen } from '../forms.ts'
import { keptWords } from '../rules.ts'
import { APPEAL_COOKIE, endSession, findVisitor } from '../keep-session.ts'
import { openSession } from '../open-session.ts'
import { OpenPage } from '../pages/open-page.tsx'
import { VerifyPage } from '../pages/verify-page.tsx'
import { openTexts } from '../texts/open.ts'
import { showAppeal } from './show-appeal.tsx'

// As costly as a secret to try; as large as a reply, since words written while the page had closed come along.
const openForm = { config: { ...secretForm.config, bodyLimit: publicForm.config.bodyLimit } } as const
const BUSY_SECONDS = 30

export function openRoutes(app: FastifyInstance, deps: AppDeps) {
  const tries = createTryCounter(deps.clock)

  app.get(patterns.myAppeal, publicForm, async (request, reply) => {
    const visitor = await findVisitor(deps, tokenOf(request, deps))
    if (visitor) return reply.redirect(paths.myAppealView(request.page.lang), 303)
    return showOpenPage(request, reply, 200, { hasEnded: queryOf(request, 'ended') !== undefined })
  })
  app.get(patterns.myAppealOpen, publicForm, (request, reply) => reply.redirect(paths.myAppeal(request.page.lang), 303))

  app.post(patterns.myAppealOpen, openForm, async (request, reply) => {
    const form = parseOpen(request.body)
    if (!form.ok) return showOpenPage(request, reply, 422, form)
    const { settings, words } = catalogue()
    const lists = { ky: words.ky.list, ru: words.ru.list, en: words.en.list }
    const typed = { ...form.value, address: addressOf(request) }
    const opened = await openSession(deps, tries, typed, { prefix: settings.numberPrefix, words: lists })
    const { filled } = form
    if (!opened.ok) {
      const error = { field: 'number', message: openTexts[opened.refusal] }
      if (opened.refusal === 'busy') reply.header('retry-after', BUSY_SECONDS)
      return showOpenPage(request, reply, opened.refusal === 'busy' ? 503 : 422, { filled, errors: [error] })
    }
    const { token, visitor } = opened.value
    setCookie(reply, APPEAL_COOKIE, token, { isSecure: isServedSecurely(deps.config) })
    // What was written while the page had closed goes back into its field.
    const kept = keptWords(filled)
    if (Object.keys(kept).length === 0) return reply.redirect(paths.myAppealView(request.page.lang), 303)
    return showAppeal(deps, request, reply, visitor, { filled: kept })
  })

  // The page's time was over, and its script brings what was typed on it. Nothing is sent, and nothing stays open.
  app.post(patterns.myAppealEnded, openForm, async (request, reply) => {
    await endSession(deps, tokenOf(request, deps))
    dropCookie(reply, APPEAL_COOKIE, isServedSecurely(deps.config))
    return showOpenPage(request, reply, 200, { filled: filledFrom(request.body), hasEnded: true })
  })
  app.get(patterns.myAppealEnded, publicForm, (request, reply) =>
    reply.redirect(paths.myAppeal(request.page.lang, { ended: 'yes' }), 303),
  )

  app.get(patterns.verifyContact, publicForm, (request, reply) =>
    sendPage(reply, 200, <VerifyPage page={request.page} token={paramOf(request, 'token')} result={undefined} />),
  )
  // Confirmed by a button: programs that look into letters open every link in them.
  app.post(patterns.verifyContact, publicForm, async (request, reply) => {
    const token = paramOf(request, 'token')
    const { ok: isConfirmed } = await confirmByToken(deps, token)
    const result = isConfirmed ? 'confirmed' : 'expired'
    return sendPage(reply, isConfirmed ? 200 : 410, <VerifyPage page={request.page} token={token} result={result} />)
  })
}

export const tokenOf = (request: FastifyRequest, { config }: Pick<AppDeps, 'config'>) =>
  readCookie(request, APPEAL_COOKIE, isServedSecurely(config))

type Shown = { readonly errors?: readonly FormError[]; readonly filled?: Filled; readonly hasEnded?: boolean }

export function showOpenPage(request: FastifyRequest, reply: FastifyReply, status: number, shown: Shown) {
  const { errors = [], filled = filledFrom(undefined), hasEnded = false } = shown
  // The secret is never given back, whatever went wrong.
  const { number } = filled
  return sendPage(
    reply,
    status,
    <OpenPage
      page={request.page}
      errors={errors}
      prefix={catalogue().settings.numberPrefix}
      number={typeof number === 'string' ? number.slice(0, 60) : ''}
      kept={keptWords(filled)}
      hasEnded={hasEnded}
    />,
  )
}
