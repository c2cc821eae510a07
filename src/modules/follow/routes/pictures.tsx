import type { FastifyInstance } from 'fastify'
import { getAppealForPerson, readPictureForPerson } from '#src/modules/appeals/index.ts'
import { sendPicture } from '#src/modules/files/index.ts'
import { canShow, parsePictureSize, placeAmong } from '#src/modules/files/rules.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, personOf, sendPage } from '#src/platform/http/page.ts'
import { personPage, personPicture } from '#src/platform/http/route-kinds.ts'
import { PicturePage } from '../pages/picture-page.tsx'

/** Pictures of the conversation: each with a page of its own that shows it large. */
export function pictureRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.myAppealPicture, personPage, async (request, reply) => {
    const { appealId, expiresAt } = personOf(request)
    const appeal = await getAppealForPerson(deps, appealId)
    const pictures = (appeal?.messages ?? []).flatMap(({ id, files }) =>
      files.filter(canShow).map((file) => ({ ...file, messageId: id })),
    )
    const placed = placeAmong(pictures, paramOf(request, 'fileId'))
    if (!placed) return reply.callNotFound()
    const endsInSeconds = Math.max(0, Math.floor((expiresAt.getTime() - deps.clock.now().getTime()) / 1000))
    return sendPage(reply, 200, <PicturePage page={request.page} placed={placed} endsInSeconds={endsInSeconds} />)
  })

  app.get(patterns.myAppealPictureDrawn, personPicture, async (request, reply) => {
    const size = parsePictureSize(paramOf(request, 'size'))
    if (!size) return reply.callNotFound()
    const picture = { id: paramOf(request, 'fileId'), size }
    return sendPicture(reply, await readPictureForPerson(deps, personOf(request).appealId, picture))
  })
}
