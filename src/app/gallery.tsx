import type { FastifyInstance } from 'fastify'
import { gallery, GalleryPage } from '#src/ui/gallery.tsx'
import { paths, patterns } from '#src/paths.ts'
import { paramOf, sendPage } from '#src/platform/http/page.ts'
import { publicPage } from '#src/platform/http/route-kinds.ts'

/** Every piece of ui in three languages, for who builds and for the accessibility test; never in production. */
export function offerGallery(app: FastifyInstance) {
  app.get(patterns.gallery, publicPage, (request, reply) =>
    sendPage(
      reply,
      200,
      <GalleryPage page={request.page} hrefOf={(name) => paths.gallerySample(request.page.lang, name)} />,
    ),
  )
  app.get(patterns.gallerySample, publicPage, (request, reply) => {
    const sample = gallery.find(({ name }) => name === paramOf(request, 'name'))
    return sample ? sendPage(reply, 200, sample.render(request.page)) : reply.callNotFound()
  })
}
