import type { Selectable } from 'kysely'
import type { AppealOutcome } from '#src/modules/appeals/rules/states.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { Schema } from '#src/platform/schema.ts'
import type { AppealRow } from './appeals.ts'

export type ClosingRow = Selectable<Schema['appeal_closings']>
/** What is said of a closing. */
type RatingColumns = Pick<ClosingRow, 'score' | 'rated_at' | 'words' | 'words_sealed'>

type Closed = { readonly outcome: AppealOutcome; readonly at: Date }
type OfAppeal = Pick<AppealRow, 'round' | 'team_id' | 'topic_id' | 'topic_set' | 'level'>

/** An appeal's closing, of which nothing was said yet. */
export const closingRow = (appealId: string, appeal: OfAppeal, { outcome, at }: Closed) => ({
  appeal_id: appealId,
  round: appeal.round,
  closed_at: at,
  outcome,
  team_id: appeal.team_id,
  topic_id: appeal.topic_set ? appeal.topic_id : null,
  level: appeal.level,
})

export const insertClosing = (db: Db, appeal: AppealRow, closed: Closed) =>
  db
    .insertInto('appeal_closings')
    .values(closingRow(appeal.id, appeal, closed))
    .execute()

/** An older release that runs beside this one closes appeals without a row here. */
export const upsertRating = (db: Db, appeal: AppealRow, closed: Closed, rating: RatingColumns) =>
  db
    .insertInto('appeal_closings')
    .values({ ...closingRow(appeal.id, appeal, closed), ...rating })
    .onConflict((on) => on.columns(['appeal_id', 'round']).doUpdateSet(rating))
    .execute()

export const listClosings = (db: ReadDb, appealId: string): Promise<ClosingRow[]> =>
  db.selectFrom('appeal_closings').selectAll().where('appeal_id', '=', appealId).orderBy('round').execute()

/** Part of protecting an appeal: its words sealed, and itself out of the figures of others. */
export const sealClosing = (db: Db, appealId: string, round: number, sealed: Uint8Array | null) =>
  db
    .updateTable('appeal_closings')
    .set({ level: 'protected', words: null, words_sealed: sealed })
    .where('appeal_id', '=', appealId)
    .where('round', '=', round)
    .execute()
