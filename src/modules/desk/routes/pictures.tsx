import type { FastifyInstance } from 'fastify'
import { findPictureForStaff, readPictureForStaff } from '#src/modules/appeals/index.ts'
import { sendPicture } from '#src/modules/files/index.ts'
import { parsePictureSize } from '#src/modules/files/rules.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage, staffPicture } from '#src/platform/http/route-kinds.ts'
import { PicturePage } from '../pages/picture-page.tsx'

/** Pictures of an appeal: each with a page of its own that shows it large. */
export function pictureRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffAppealPicture, staffPage('appealsRead'), async (request, reply) => {
    const [appealId, fileId] = [paramOf(request, 'id'), paramOf(request, 'fileId')]
    const placed = await findPictureForStaff(deps, staffOf(request), appealId, fileId)
    if (!placed) return reply.callNotFound()
    return sendPage(reply, 200, <PicturePage page={request.page} appealId={appealId} placed={placed} />)
  })

  app.get(patterns.staffAppealPictureDrawn, staffPicture('appealsRead'), async (request, reply) => {
    const size = parsePictureSize(paramOf(request, 'size'))
    if (!size) return reply.callNotFound()
    const picture = { id: paramOf(request, 'fileId'), size }
    return sendPicture(reply, await readPictureForStaff(deps, staffOf(request), paramOf(request, 'id'), picture))
  })
}
