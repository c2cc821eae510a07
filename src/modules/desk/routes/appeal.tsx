import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { countQueues, listStaffFiles, readFileForStaff } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { sendFile } from '#src/modules/files/index.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { allowPlaying } from '#src/platform/http/headers.ts'
import { paramOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { AppealPage } from '../pages/appeal-page.tsx'
import { WordsAlone, wordsIn } from '../pages/written-words.tsx'
import { doneIn } from './done.ts'
import type { DoneAct } from '../pages/done-banner.tsx'
import { readAppealDesk } from '../read-appeal-desk.ts'
import type { FailedAct } from '../rules/appeal-desk.ts'
import { readKey } from '../forms.ts'

export function appealRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffAppeal, staffPage('appealsRead'), (request, reply) =>
    showAppeal(deps, request, reply, { status: 200, done: doneIn(request) }),
  )

  app.get(patterns.staffAppealFile, staffPage('appealsRead'), async (request, reply) => {
    const [id, fileId] = [paramOf(request, 'id'), paramOf(request, 'fileId')]
    const file = await readFileForStaff(deps, staffOf(request), id, fileId)
    return file ? sendFile(reply, file) : reply.callNotFound()
  })
}

type Shown = { readonly status: number; readonly done?: DoneAct | undefined; readonly failed?: FailedAct }

export async function showAppeal(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const visitor = staffOf(request)
  const id = paramOf(request, 'id')
  const desk = /^\d{1,18}$/.test(id) ? await readAppealDesk(deps, visitor, id) : undefined
  if (!desk) {
    const { failed } = shown
    // 404 as for an appeal that never was: who may not see it learns nothing, and keeps what was typed.
    return failed && wordsIn(failed.filled).length > 0
      ? sendPage(reply, 404, <WordsAlone page={request.page} filled={failed.filled} />)
      : reply.callNotFound()
  }
  // A form shown again keeps its key: the files that were uploaded with it belong to it.
  const kept = shown.failed && readKey(shown.failed.filled).formKey
  const formKey = kept ?? Buffer.from(deps.random.bytes(16))
  return sendPage(
    allowPlaying(reply),
    shown.status,
    <AppealPage
      page={request.page}
      desk={desk}
      visitor={visitor}
      counts={await countQueues(deps, visitor, desk.teams)}
      now={deps.clock.now()}
      formKey={formKey.toString('hex')}
      messageFiles={kept ? await listStaffFiles(deps, id, kept) : []}
      catalogue={catalogue()}
      done={shown.done}
      failed={shown.failed}
    />,
  )
}
