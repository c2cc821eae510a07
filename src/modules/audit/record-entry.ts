import type { Db } from '#src/platform/db.ts'
import type { Entry } from './rules/entry.ts'
import { insertEntry, listActs } from './store/entries.ts'

/**
 * Writes down an act. `db` is the transaction of the act itself: both are kept, or neither.
 * Never pass contents, contacts or the number of an appeal.
 */
export async function record(db: Db, entry: Entry, at: Date): Promise<void> {
  await insertEntry(db, entry, at)
}

/** The same, unless the newest act of this name was on the same thing: for what is found at each start and seldom changes. */
export async function recordUnlessLast(db: Db, entry: Entry, at: Date): Promise<void> {
  const [last] = await listActs(db, { what: entry.what }, undefined, 1)
  if (last?.on.id !== entry.on.id) await record(db, entry, at)
}
