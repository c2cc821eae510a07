import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { PersonVisitor } from '#src/kernel/visitor.ts'
import { acceptMessageFile, listMessageFiles, removeMessageFile, replyAsPerson } from '#src/modules/appeals/index.ts'
import { refusalTexts } from '#src/modules/appeals/texts.ts'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addressOf } from '#src/platform/http/address.ts'
import { readParts } from '#src/platform/http/parts.ts'
import { publicMessage } from '#src/platform/http/route-kinds.ts'
import { readReply } from '../forms.ts'
import { extendSession } from '../keep-session.ts'
import { appealTexts } from '../texts/appeal.ts'
import { showOpenPage } from './open.tsx'
import { showAppeal } from './show-appeal.tsx'

/**
 * Writing to the service: words, and one file with each request. One form for both, so that adding a file loses no word.
 * Open to everybody and checked here, because who wrote for longer than the page was open must not lose it to a redirect.
 */
export function replyRoutes(app: FastifyInstance, deps: AppDeps) {
  app.post(patterns.myAppealReply, publicMessage, async (request, reply) => {
    const visitor = request.visitor.kind === 'person' ? request.visitor : undefined
    const read = await readReplyParts(deps, request, visitor)
    if (!visitor) return showOpenPage(request, reply, 403, { filled: read.fields, hasEnded: true })
    return answer(deps, request, reply, await extendSession(deps, visitor), read)
  })
  app.get(patterns.myAppealReply, publicMessage, (request, reply) =>
    reply.redirect(paths.myAppeal(request.page.lang), 303),
  )
}

async function answer(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: PersonVisitor,
  { fields, fileError, hasFile, messageKey }: Read,
) {
  const { lang } = request.page
  const form = readReply(fields, { hasFile })
  const again = (status: number, errors: readonly FormError[]) =>
    showAppeal(deps, request, reply, visitor, { status, errors, filled: { text: form.text }, messageKey })

  if (fileError) return again(422, [fileError])
  if (typeof form.act === 'object') await removeMessageFile(deps, visitor.appealId, messageKey, form.act.remove)
  if (form.act !== 'send') return again(200, [])

  const text = await wordsOf(deps, visitor, { text: form.text, messageKey }, lang)
  const outcome = await replyAsPerson(deps, {
    appealId: visitor.appealId,
    by: visitor,
    formKey: messageKey,
    text,
    lang,
  })
  if (outcome.ok) return reply.redirect(paths.myAppealView(lang, { done: 'replied' }), 303)
  // Closed meanwhile: the page then has the form to open it again, with these words in it.
  const field = outcome.refusal === 'notNow' ? 'reopenReason' : 'text'
  const status = outcome.refusal === 'textEmpty' || outcome.refusal === 'textTooLong' ? 422 : 409
  return again(status, [{ field, message: refusalTexts[outcome.refusal] }])
}

/** A photo alone is a message too: it goes with words that say so. */
async function wordsOf(
  deps: AppDeps,
  { appealId }: PersonVisitor,
  { text, messageKey }: { readonly text: string; readonly messageKey: Buffer },
  lang: Lang,
) {
  if (text.trim() !== '') return text
  const files = await listMessageFiles(deps, appealId, messageKey)
  return files.length > 0 ? appealTexts.onlyFiles[lang] : text
}

type Read = {
  readonly fields: Filled
  readonly hasFile: boolean
  readonly fileError: FormError | undefined
  readonly messageKey: Buffer
}

/**
 * Fields and the file as they stream in. The form's key stands before the file, so that the file finds its message; a form
 * without one gets a fresh key.
 */
async function readReplyParts(
  deps: AppDeps,
  request: FastifyRequest,
  visitor: PersonVisitor | undefined,
): Promise<Read> {
  let fileError: FormError | undefined
  const fresh = Buffer.from(deps.random.bytes(16))
  const { fields, hasFile, isBroken } = await readParts(request, async (file, before) => {
    if (!visitor) return
    const messageKey = readReply(before).key ?? fresh
    const accepted = await acceptMessageFile(deps, visitor.appealId, {
      messageKey,
      ...file,
      place: addressOf(request),
    })
    if (!accepted.ok) fileError = { field: 'file', message: fileTexts[accepted.refusal] }
  })
  const torn = { field: 'file', message: fileTexts.fileBroken }
  return { fields, hasFile, fileError: isBroken ? torn : fileError, messageKey: readReply(fields).key ?? fresh }
}
