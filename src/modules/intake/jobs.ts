import { z } from 'zod'
import { listReceived } from '#src/modules/appeals/index.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { dropDraft, forgottenBefore, keepLonger } from './keep-draft/draft.ts'
import { deleteCodesBefore, listDraftsBefore, type DraftRow } from './store.ts'

const AT_ONCE = 100

/** Once a night: drafts and their files that nobody touched for 30 days. */
export const forgetDrafts = defineJob({
  name: 'intake.forgetDrafts',
  payload: z.object({}),
  options: { every: '37 20 * * *' },
  async run({ db, jobs, clock }) {
    const before = forgottenBefore(clock.now())
    await deleteCodesBefore(db, before)
    for (;;) {
      const drafts = await listDraftsBefore(db, before, AT_ONCE)
      const needed = await listNeeded(db, drafts)
      for (const { id } of drafts) await (needed.has(id) ? keepLonger({ db, clock }, id) : dropDraft({ db, jobs }, id))
      if (drafts.length < AT_ONCE) return
    }
  },
})

/**
 * Drafts from which a receipt that nobody proved is shown again. An operator's browser forgot its draft with the receipt, and
 * that a form was received is known of the appeal itself.
 */
async function listNeeded(
  db: ReadDb,
  drafts: readonly Pick<DraftRow, 'id' | 'channel' | 'sent_at'>[],
): Promise<ReadonlySet<string>> {
  const sent = drafts.filter(({ channel, sent_at }) => channel === 'web' && sent_at !== null)
  const received = await listReceived(
    db,
    sent.map(({ id }) => id),
  )
  return new Set(received.filter(({ isProved }) => !isProved).map(({ draftId }) => draftId))
}
