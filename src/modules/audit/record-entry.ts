import type { Db } from '#src/platform/db.ts'
import type { Entry } from './rules/entry.ts'
import { insertEntry } from './store/entries.ts'

/**
 * Writes down an act. `db` is the transaction of the act itself: both are kept, or neither.
 * Never pass contents, contacts or the number of an appeal.
 */
export async function record(db: Db, entry: Entry, at: Date): Promise<void> {
  await insertEntry(db, entry, at)
}
