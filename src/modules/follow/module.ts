import type { Module } from '#src/platform/module.ts'
import { sweepSessions } from './jobs.ts'
import { findVisitor } from './keep-session.ts'
import { actRoutes } from './routes/acts.tsx'
import { openRoutes, tokenOf } from './routes/open.tsx'
import { pictureRoutes } from './routes/pictures.tsx'
import { proofRoutes } from './routes/proof.tsx'
import { replyRoutes } from './routes/reply.tsx'

export const followModule: Module = {
  name: 'follow',
  uses: ['audit', 'catalogue', 'staff', 'people', 'files', 'appeals'],
  routes(app, deps) {
    openRoutes(app, deps)
    replyRoutes(app, deps)
    actRoutes(app, deps)
    pictureRoutes(app, deps)
    proofRoutes(app, deps)
  },
  jobs: [sweepSessions],
  recognise: (request, deps) => findVisitor(deps, tokenOf(request, deps)),
}
