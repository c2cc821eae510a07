import { calendarChanged } from '#src/modules/calendars/index.ts'
import { protectedAmong } from '#src/modules/notices/index.ts'
import type { Module } from '#src/platform/module.ts'
import { openWork, staffCurtailed, teamClosed } from '#src/modules/staff/index.ts'
import { fill } from '#src/platform/slots.ts'
import { handOnCalls, recountDeadlines, releaseAppeals, sweepUnsentFiles } from './jobs.ts'
import { countOpenOf, listProtectedAmong } from './store/appeals.ts'

// What the app plugs in. Only src/app imports this file.
export const appealsModule: Module = {
  name: 'appeals',
  uses: ['audit', 'catalogue', 'notices', 'staff', 'calendars', 'people', 'files', 'routing'],
  jobs: [recountDeadlines, releaseAppeals, handOnCalls, sweepUnsentFiles],
  hears: [
    { event: calendarChanged, job: recountDeadlines },
    { event: staffCurtailed, job: releaseAppeals },
    { event: teamClosed, job: handOnCalls },
  ],
  fills: [fill(openWork, countOpenOf), fill(protectedAmong, listProtectedAmong)],
}
