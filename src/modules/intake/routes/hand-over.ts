import type { FastifyInstance } from 'fastify'
import { filledFrom } from '#src/kernel/form.ts'
import { takeAssistedDraft } from '#src/modules/intake/keep-draft/assisted.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { handOverForm, publicForm } from '#src/platform/http/route-kinds.ts'

/** Where an operator comes over from the staff host with a draft for somebody. */
export function handOverRoutes(app: FastifyInstance, deps: AppDeps) {
  app.post(patterns.askHandOver, handOverForm, async (request, reply) => {
    const { handOver } = filledFrom(request.body)
    const isTaken = typeof handOver === 'string' && (await takeAssistedDraft(deps, reply, handOver))
    const onceMore = `${deps.config.staffUrl ?? ''}${paths.staffFileFor()}`
    return reply.redirect(isTaken ? paths.ask(request.page.lang) : onceMore, 303)
  })
  // A reload, or another language chosen.
  app.get(patterns.askHandOver, publicForm, (request, reply) => reply.redirect(paths.ask(request.page.lang), 303))
}
