import type { Module } from '#src/platform/module.ts'
import { sendCriticalNotice, sendNotice, sendUrgentNotice, sweepNotices } from './jobs.ts'
import { registerNotices } from './routes.tsx'

export const noticesModule: Module = {
  name: 'notices',
  uses: ['audit'],
  routes: registerNotices,
  jobs: [sendCriticalNotice, sendUrgentNotice, sendNotice, sweepNotices],
}
