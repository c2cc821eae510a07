import { calendarChanged } from '#src/modules/calendars/index.ts'
import type { Module } from '#src/platform/module.ts'
import { recountDeadlines, sweepUnsentFiles } from './jobs.ts'

// What the app plugs in. Only src/app imports this file.
export const appealsModule: Module = {
  name: 'appeals',
  uses: ['audit', 'catalogue', 'notices', 'staff', 'calendars', 'people', 'files', 'routing'],
  jobs: [recountDeadlines, sweepUnsentFiles],
  hears: [{ event: calendarChanged, job: recountDeadlines }],
}
