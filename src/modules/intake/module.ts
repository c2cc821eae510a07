import type { Module } from '#src/platform/module.ts'
import { forgetDrafts } from './jobs.ts'
import { askRoutes } from './routes/ask.tsx'
import { dangerRoutes } from './routes/danger.tsx'
import { fileRoutes } from './routes/files.tsx'
import { handOverRoutes } from './routes/hand-over.ts'
import { pictureRoutes } from './routes/pictures.tsx'
import { receiptRoutes } from './routes/receipt.tsx'
import { resumeRoutes } from './routes/resume.tsx'
import { sendRoutes } from './routes/send.tsx'

// What the app plugs in. Only src/app imports this file.
export const intakeModule: Module = {
  name: 'intake',
  uses: ['audit', 'catalogue', 'notices', 'staff', 'calendars', 'people', 'files', 'appeals'],
  routes(app, deps) {
    askRoutes(app, deps)
    resumeRoutes(app, deps)
    handOverRoutes(app, deps)
    fileRoutes(app, deps)
    pictureRoutes(app, deps)
    sendRoutes(app, deps)
    receiptRoutes(app, deps)
    dangerRoutes(app, deps)
  },
  jobs: [forgetDrafts],
}
