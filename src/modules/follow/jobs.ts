import { z } from 'zod'
import { defineJob } from '#src/platform/jobs.ts'
import { deleteEnded } from './store.ts'

/** Ended sessions say when somebody looked at an appeal: they are not kept. */
export const sweepSessions = defineJob({
  name: 'follow.sweepSessions',
  payload: z.object({}),
  options: { every: '17 * * * *' },
  run: ({ db, clock }) => deleteEnded(db, clock.now()),
})
