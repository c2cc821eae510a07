import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type FormError } from '#src/kernel/form.ts'
import type { Outcome } from '#src/kernel/outcome.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { acceptFile, listFiles, removeFile, type FileRefusal } from '#src/modules/files/index.ts'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import type { ReadDraft } from '#src/modules/intake/forms/whole-draft.ts'
import { ownerOf, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { FilesPage } from '#src/modules/intake/pages/files-page.tsx'
import type { Place } from '#src/modules/intake/pages/step-page.tsx'
import { fileQuestions } from '#src/modules/intake/rules/own-questions.ts'
import { stepAfter } from '#src/modules/intake/rules/steps.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addressOf } from '#src/platform/http/address.ts'
import { allowRecording } from '#src/platform/http/headers.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { publicForm, publicUpload } from '#src/platform/http/route-kinds.ts'
import { sendAlready } from './already.tsx'
import { draftOf, placeOf, readNow } from './walk.ts'

/** Files of a draft: one comes with each request, so that a broken connection costs one at most. */
export function fileRoutes(app: FastifyInstance, deps: AppDeps) {
  app.post(patterns.askFile, publicUpload, (request, reply) => addFile(deps, request, reply))
  app.post(patterns.askFileRemove, publicForm, (request, reply) => dropFile(deps, request, reply))
}

type Shown = {
  readonly status: number
  readonly draft: Draft
  readonly read: ReadDraft
  readonly place: Place
  readonly errors: readonly FormError[]
}

export async function sendFilesPage(
  deps: AppDeps,
  { page }: FastifyRequest,
  reply: FastifyReply,
  { status, draft, read, place, errors }: Shown,
) {
  const data = catalogue()
  const files = await listFiles(deps.db, ownerOf(draft), draft.box)
  const asked = read.topic ? fileQuestions(data, read.topic).map(({ text }) => text) : []
  const useful = data.attachmentKinds.filter(({ id }) => read.topic?.usefulAttachments.includes(id))
  const next = read.open === 'check' ? 'check' : (stepAfter(read.asked, 'files') ?? 'check')
  return sendPage(
    allowRecording(reply),
    status,
    <FilesPage
      page={page}
      place={place}
      errors={errors}
      files={files}
      useful={[...asked, ...useful.map(({ name }) => name)]}
      next={paths.askStep(page.lang, next)}
    />,
  )
}

async function addFile(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const draft = await draftOf(deps, request)
  if (!draft) return reply.redirect(paths.ask(page.lang, { lost: 'yes' }), 303)
  if (draft.isSent) return sendAlready(deps, request, reply, draft, 409)

  const outcome = await takeIn(deps, request, draft)
  if (outcome.ok) return reply.redirect(paths.askFile(page.lang), 303)
  const { refusal } = outcome
  const read = readNow(draft, deps)
  const errors = [{ field: 'file', message: fileTexts[refusal] }]
  const place = placeOf(draft, read, 'files', false)
  const wait = waits[refusal]
  if (wait !== undefined) reply.header('retry-after', wait)
  const status = wait === undefined ? 422 : 503
  return sendFilesPage(deps, request, reply, { draft, read, place, errors, status })
}

/** Seconds after which the same file may be taken. */
const waits: Partial<Record<FileRefusal, number>> = { filesBusy: 60, noRoom: 3600, enoughFromHere: 3600 }

async function takeIn(
  deps: AppDeps,
  request: FastifyRequest,
  draft: Draft,
): Promise<Outcome<{ id: string }, FileRefusal>> {
  // What is thrown is about the body: no form, no boundary, too many parts. A file too big is not (server.ts).
  const part = await request.file().catch(() => 'broken' as const)
  if (part === 'broken') return { ok: false, refusal: 'fileBroken' }
  if (!part) return { ok: false, refusal: 'fileEmpty' }
  return acceptFile(deps, {
    owner: ownerOf(draft),
    box: draft.box,
    name: part.filename,
    stream: part.file,
    place: addressOf(request),
  })
}

async function dropFile(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const draft = await draftOf(deps, request)
  const { file } = filledFrom(request.body)
  // A second tap finds nothing to remove, and that is what was wanted.
  if (draft && !draft.isSent && typeof file === 'string') await removeFile(deps, ownerOf(draft), file)
  return reply.redirect(draft ? paths.askFile(page.lang) : paths.ask(page.lang, { lost: 'yes' }), 303)
}
