import { z } from 'zod'
import { defineJob } from '#src/platform/jobs.ts'
import { ABSOLUTE_MS, IDLE_MS } from './rules/session.ts'
import { deleteOld } from './store/credentials.ts'
import { deleteIdleSessions } from './store/sessions.ts'

const DAY_MS = 24 * 60 * 60_000

/** Takes away what can no longer be used: dead sessions and links, tries of yesterday. */
export const sweepStaff = defineJob({
  name: 'staff.sweep',
  payload: z.object({}).nullish(),
  options: { every: '17 * * * *' },
  async run({ db, clock }) {
    const ago = (ms: number) => new Date(clock.now().getTime() - ms)
    // A day longer than they live: whose it was binds what was typed when it ended (sealPost).
    await deleteIdleSessions(db, { seen: ago(IDLE_MS + DAY_MS), created: ago(ABSOLUTE_MS + DAY_MS) })
    await deleteOld(db, { tries: ago(DAY_MS), links: ago(0) })
  },
})
