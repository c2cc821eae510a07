import type { FastifyInstance } from 'fastify'
import { startAssistedDraft } from '#src/modules/intake/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { allowFormsTo } from '#src/platform/http/headers.ts'
import { sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parseFileFor } from '../forms.ts'
import { FileForPage, HandOverPage } from '../pages/file-for-page.tsx'

/** Filing for somebody who phones or visits: the same form as everybody's, marked with how and by whom. */
export function fileForRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffFileFor, staffPage('appealsFile'), (request, reply) =>
    sendPage(reply, 200, <FileForPage page={request.page} errors={[]} filled={{}} />),
  )

  app.post(patterns.staffFileFor, staffPage('appealsFile'), async (request, reply) => {
    const form = parseFileFor(request.body)
    if (!form.ok)
      return sendPage(reply, 422, <FileForPage page={request.page} errors={form.errors} filled={form.filled} />)
    const { channel, lang, kind } = form.value
    const handOver = await startAssistedDraft(deps, reply, { channel, lang, kind, filedBy: staffOf(request).id })
    if (handOver) {
      allowFormsTo(reply, handOver.action)
      return sendPage(reply, 200, <HandOverPage page={request.page} handOver={handOver} />)
    }
    return reply.redirect(paths.ask(lang), 303)
  })
}
