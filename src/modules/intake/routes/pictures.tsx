import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listFiles, readFile, readPicture, sendFile, sendPicture } from '#src/modules/files/index.ts'
import { canShow, parsePictureSize, placeAmong } from '#src/modules/files/rules.ts'
import { ownerOf } from '#src/modules/intake/keep-draft/draft.ts'
import { PicturePage } from '#src/modules/intake/pages/picture-page.tsx'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, queryOf, sendPage } from '#src/platform/http/page.ts'
import { publicForm, publicPicture } from '#src/platform/http/route-kinds.ts'
import { draftOf } from './walk.ts'

/** What a draft's files hold, for whoever fills it in, on each of their devices. Once it is sent they are the appeal's. */
export function pictureRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.askFileOwn, publicPicture, async (request, reply) => {
    const draft = await draftOf(deps, request)
    const file = draft && (await readFile(deps, ownerOf(draft), paramOf(request, 'fileId'), draft.box))
    return file ? sendFile(reply, file) : reply.callNotFound()
  })

  app.get(patterns.askPicture, publicForm, (request, reply) => showPicture(deps, request, reply))

  app.get(patterns.askPictureDrawn, publicPicture, async (request, reply) => {
    const draft = await draftOf(deps, request)
    const size = parsePictureSize(paramOf(request, 'size'))
    if (!draft || !size) return reply.callNotFound()
    return sendPicture(
      reply,
      await readPicture(deps, ownerOf(draft), { id: paramOf(request, 'fileId'), size }, draft.box),
    )
  })
}

async function showPicture(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const draft = await draftOf(deps, request)
  if (!draft) return reply.redirect(paths.ask(page.lang, { lost: 'yes' }), 303)
  const files = await listFiles(deps.db, ownerOf(draft), draft.box)
  const pictures = files.filter(canShow)
  const placed = placeAmong(pictures, paramOf(request, 'fileId'))
  if (!placed) return reply.callNotFound()
  const cameFromCheck = queryOf(request, 'from') === 'check'
  return sendPage(reply, 200, <PicturePage page={page} placed={placed} cameFromCheck={cameFromCheck} />)
}
