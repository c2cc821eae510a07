import { criticalRaised } from '#src/modules/appeals/index.ts'
import type { Module } from '#src/platform/module.ts'
import { callDuty } from './jobs.ts'
import { actRoutes } from './routes/acts.tsx'
import { appealRoutes } from './routes/appeal.tsx'
import { fileForRoutes } from './routes/file-for.tsx'
import { pictureRoutes } from './routes/pictures.tsx'
import { queueRoutes } from './routes/queues.tsx'
import { ratingRoutes } from './routes/ratings.tsx'
import { systemRoutes } from './routes/system.tsx'

export const deskModule: Module = {
  name: 'desk',
  uses: ['audit', 'catalogue', 'notices', 'staff', 'calendars', 'people', 'files', 'routing', 'appeals', 'intake'],
  routes(app, deps) {
    queueRoutes(app, deps)
    appealRoutes(app, deps)
    pictureRoutes(app, deps)
    actRoutes(app, deps)
    fileForRoutes(app, deps)
    ratingRoutes(app, deps)
    systemRoutes(app, deps)
  },
  jobs: [callDuty],
  hears: [{ event: criticalRaised, job: callDuty }],
}
