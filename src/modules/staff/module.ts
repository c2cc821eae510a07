import { actorNames } from '#src/modules/audit/index.ts'
import type { Module } from '#src/platform/module.ts'
import { fill } from '#src/platform/slots.ts'
import { sweepStaff } from './jobs.ts'
import { recogniseStaff } from './routes/session-cookie.ts'
import { seedTeams } from './seed-staff.ts'
import { listNames } from './store/accounts.ts'

export const staffModule: Module = {
  name: 'staff',
  uses: ['audit', 'catalogue', 'notices'],
  jobs: [sweepStaff],
  seed: seedTeams,
  recognise: recogniseStaff,
  fills: [fill(actorNames, listNames)],
}
