import { actorNames } from '#src/modules/audit/index.ts'
import type { Module } from '#src/platform/module.ts'
import { fill } from '#src/platform/slots.ts'
import { sweepStaff } from './jobs.ts'
import { registerAccount } from './routes/account.tsx'
import { registerDuty } from './routes/duty.tsx'
import { registerKeptPost } from './routes/kept-post.tsx'
import { registerPeople } from './routes/people.tsx'
import { recogniseStaff } from './routes/session-cookie.ts'
import { registerSignIn } from './routes/sign-in.tsx'
import { registerTeams } from './routes/teams.tsx'
import { seedTeams } from './manage-teams/seed-staff.ts'
import { listNames } from './store/accounts.ts'

export const staffModule: Module = {
  name: 'staff',
  uses: ['audit', 'catalogue', 'notices'],
  routes(app, deps) {
    registerSignIn(app, deps)
    registerKeptPost(app, deps)
    registerAccount(app, deps)
    registerPeople(app, deps)
    registerTeams(app, deps)
    registerDuty(app, deps)
  },
  jobs: [sweepStaff],
  seed: seedTeams,
  recognise: recogniseStaff,
  fills: [fill(actorNames, listNames)],
}
