import { z } from 'zod'
import { defineJob } from '#src/platform/jobs.ts'
import { dropDraft, forgottenBefore } from './keep-draft.ts'
import { listDraftIdsBefore } from './store.ts'

const AT_ONCE = 100

/** Once a night: drafts and their files that nobody touched for 30 days. */
export const forgetDrafts = defineJob({
  name: 'intake.forgetDrafts',
  payload: z.object({}),
  options: { every: '37 20 * * *' },
  async run({ db, jobs, clock }) {
    const before = forgottenBefore(clock.now())
    for (;;) {
      const ids = await listDraftIdsBefore(db, before, AT_ONCE)
      for (const id of ids) await dropDraft({ db, jobs }, id)
      if (ids.length < AT_ONCE) return
    }
  },
})
