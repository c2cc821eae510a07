import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type FormError } from '#src/kernel/form.ts'
import { dropDraft, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { addDevice, findDraftByCode, giveCode } from '#src/modules/intake/keep-draft/resume.ts'
import { AlreadyPage } from '#src/modules/intake/pages/after-sending.tsx'
import { CodePage, ResumePage } from '#src/modules/intake/pages/resume-page.tsx'
import { parseCode } from '#src/modules/intake/rules/resume-code.ts'
import { resumeTexts as t } from '#src/modules/intake/texts/resume.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { publicForm, secretForm } from '#src/platform/http/route-kinds.ts'
import { sendAlready } from './already.tsx'
import { createPostCounter, type PostCounter } from './count-posts.ts'
import { draftOf, keepToken, readNow } from './walk.ts'

/** Takes a draft to another device: a code is given here and typed there. */
export function resumeRoutes(app: FastifyInstance, deps: AppDeps) {
  const mayPost = createPostCounter(deps.clock)
  app.post(patterns.askCode, publicForm, (request, reply) => giveFromHere(deps, request, reply, mayPost))
  // A reload, or another language chosen.
  app.get(patterns.askCode, publicForm, (request, reply) => reply.redirect(paths.ask(request.page.lang), 303))
  app.get(patterns.resume, publicForm, async (request, reply) => {
    const here = await unfinishedHere(deps, request)
    return sendPage(
      reply,
      200,
      <ResumePage page={request.page} errors={[]} filled={{}} isOneHere={here !== undefined} />,
    )
  })
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

/** One that would be out of reach once another takes its place here. */
async function unfinishedHere(deps: AppDeps, request: FastifyRequest): Promise<Draft | undefined> {
  const draft = await draftOf(deps, request)
  return draft && !draft.isSent && draft.filedBy === undefined ? draft : undefined
}

async function resume(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const filled = filledFrom(request.body)
  const here = await unfinishedHere(deps, request)
  const again = (errors: readonly FormError[]) =>
    sendPage(reply, 422, <ResumePage page={page} errors={errors} filled={filled} isOneHere={here !== undefined} />)

  const code = typeof filled['code'] === 'string' ? parseCode(filled['code']) : undefined
  const draft = code && (await findDraftByCode(deps, code))
  if (!draft) return again([{ field: 'code', message: t.codeWrong }])
  if (draft.isSent) return sendPage(reply, 409, <AlreadyPage page={page} />)
  const open = paths.askStep(page.lang, readNow(draft, deps).open)
  if (here?.id === draft.id) return reply.redirect(open, 303)
  const left = fateOf(filled)
  if (here && !left) return again([{ field: 'here', message: t.hereWrong }])

  const isOwn = filled['ownPhone'] === 'yes'
  keepToken(reply, deps, await addDevice(deps, draft, { isOwn }), { isOwn })
  if (!here) return reply.redirect(open, 303)
  if (left === 'delete') {
    await dropDraft(deps, here.id)
    return reply.redirect(open, 303)
  }
  const ofHere = await giveCode(deps, here)
  const { publicUrl } = deps.config
  return sendPage(reply, 200, <CodePage page={page} code={ofHere} portal={publicUrl} next={open} isOfOneLeft />)
}

const fateOf = ({ here }: Filled) => (here === 'keep' || here === 'delete' ? here : undefined)
