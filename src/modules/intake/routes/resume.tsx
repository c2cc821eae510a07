import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import { DRAFT_COOKIE } from '#src/modules/intake/keep-draft/assisted.ts'
import { dropDraft, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { addDevice, findDraftByCode, giveCode } from '#src/modules/intake/keep-draft/resume.ts'
import { AlreadyPage } from '#src/modules/intake/pages/after-sending.tsx'
import { CodePage, ResumePage } from '#src/modules/intake/pages/resume-page.tsx'
import { parseCode } from '#src/modules/intake/rules/resume-code.ts'
import { resumeTexts as t } from '#src/modules/intake/texts/resume.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { browserOf, markBrowser } from '#src/platform/http/form-cookie.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { dropCookie, isServedSecurely } from '#src/platform/http/request.ts'
import { publicForm, secretForm } from '#src/platform/http/route-kinds.ts'
import { sendAlready, unseenOf } from './already.tsx'
import { createPostCounter, type PostCounter } from './count-posts.ts'
import { draftOf, keepToken, readNow } from './walk.ts'

/** Takes a draft to another device: a code is given here and typed there. */
export function resumeRoutes(app: FastifyInstance, deps: AppDeps) {
  const mayPost = createPostCounter(deps.clock)
  app.post(patterns.askCode, publicForm, (request, reply) => giveFromHere(deps, request, reply, mayPost))
  // A reload, or another language chosen.
  app.get(patterns.askCode, publicForm, (request, reply) => reply.redirect(paths.ask(request.page.lang), 303))
  app.post(patterns.askLeave, publicForm, (request, reply) => {
    dropCookie(reply, DRAFT_COOKIE, isServedSecurely(deps.config))
    return reply.redirect(paths.home(request.page.lang), 303)
  })
  app.get(patterns.resume, publicForm, (request, reply) => showForm(deps, request, reply))
  app.post(patterns.resume, secretForm, (request, reply) => resume(deps, request, reply))
}

async function giveFromHere(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, mayPost: PostCounter) {
  const { page } = request
  const draft = await draftOf(deps, request)
  if (!draft) return reply.redirect(paths.ask(page.lang, { lost: 'yes' }), 303)
  if (draft.isSent) return sendAlready(deps, request, reply, draft, 409)
  if (!mayPost(draft.id)) throw Object.assign(new Error('Too many codes of one draft.'), { statusCode: 429 })
  return sendCode(deps, request, reply, draft)
}

/** Answers with the code itself: it never stands in an address. */
export async function sendCode(deps: AppDeps, { page }: FastifyRequest, reply: FastifyReply, draft: Draft) {
  const open = paths.askStep(page.lang, readNow(draft, deps).open)
  // What an operator fills in for somebody stays at their desk.
  if (draft.filedBy !== undefined) return reply.redirect(open, 303)
  const code = await giveCode(deps, draft)
  return sendPage(reply, 200, <CodePage page={page} code={code} portal={deps.config.publicUrl} next={open} />)
}

type Here = {
  /** An unfinished one that would be out of reach once another takes its place. */
  readonly draft: Draft | undefined
  /** One that was sent and whose receipt perhaps never arrived: it can be asked for only here. */
  readonly unseen: string | undefined
}

async function whatIsHere(deps: AppDeps, request: FastifyRequest): Promise<Here> {
  const draft = await draftOf(deps, request)
  return draft?.isSent ? { draft: undefined, unseen: await unseenOf(deps, draft) } : { draft, unseen: undefined }
}

type Shown = { readonly errors: readonly FormError[]; readonly filled: Filled }

async function showForm(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, shown?: Shown) {
  const { page } = request
  const { draft, unseen } = await whatIsHere(deps, request)
  // What an operator fills in for somebody is finished first.
  if (draft?.filedBy !== undefined) return reply.redirect(paths.ask(page.lang), 303)
  const { errors, filled } = shown ?? { errors: [], filled: {} }
  const mark = markBrowser(deps, request, reply).toString('hex')
  const here = { isOneHere: draft !== undefined, unseen, mark }
  return sendPage(reply, shown ? 422 : 200, <ResumePage page={page} errors={errors} filled={filled} {...here} />)
}

async function resume(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const filled = filledFrom(request.body)
  const again = (field: string, message: Text) =>
    showForm(deps, request, reply, { errors: [{ field, message }], filled })

  // After a quick exit "back" posts the form once more, whoever presses it: its code opens nothing there.
  const browser = browserOf(deps, request)
  if (browser === undefined || filled['mark'] !== browser)
    return showForm(deps, request, reply, { errors: [{ field: 'code', message: t.codeAgain }], filled: {} })
  const code = typeof filled['code'] === 'string' ? parseCode(filled['code']) : undefined
  const draft = code && (await findDraftByCode(deps, code))
  if (!draft) return again('code', t.codeWrong)
  if (draft.isSent) return sendPage(reply, 409, <AlreadyPage page={page} />)

  const { draft: here } = await whatIsHere(deps, request)
  const open = paths.askStep(page.lang, readNow(draft, deps).open)
  if (here?.id === draft.id) return reply.redirect(open, 303)
  const fate = filled['here']
  if (here && fate === 'keep') return giveCodeOfLeft(deps, request, reply, here)
  if (here && fate !== 'delete' && fate !== 'noted') return again('here', t.hereWrong)

  const isOwn = filled['ownPhone'] === 'yes'
  keepToken(reply, deps, await addDevice(deps, draft, { isOwn }), { isOwn })
  if (here && fate === 'delete') await dropDraft(deps, here.id)
  return reply.redirect(open, 303)
}

/** The one that is left stays in reach until its code was read: only the button below it goes on to the other. */
async function giveCodeOfLeft(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, here: Draft) {
  const { page } = request
  const { code, ownPhone, mark } = filledFrom(request.body)
  const onward = keptStrings({ code, ownPhone, mark, here: 'noted' })
  const codeOfLeft = await giveCode(deps, here)
  return sendPage(reply, 200, <CodePage page={page} code={codeOfLeft} portal={deps.config.publicUrl} onward={onward} />)
}

const keptStrings = (fields: Readonly<Record<string, unknown>>): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
