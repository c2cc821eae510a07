import type { ReadDb } from '#src/platform/db.ts'
import { markOf, parseMark } from './rules/mark.ts'
import { hashLeaf } from './rules/tree.ts'
import { findEntry, hasEntryBy, readWaiting, type EntryBy, type EntryName } from './store/entries.ts'
import { findLeaf } from './store/tree.ts'

/**
 * The mark of the first such entry: what a person's receipt carries, so that their own paper is a witness. It depends on the
 * entry alone, not on its place in the tree: it is known as soon as the entry is written. Throws when there is none.
 */
export async function getMark(db: ReadDb, entry: EntryName): Promise<string> {
  const found = await findEntry(db, entry)
  if (!found) throw new Error(`The audit log has no entry ${entry.what}.`)
  return markOf(hashLeaf(found.content))
}

/** Whether somebody has ever done this to this thing. */
export const wasRecorded = (db: ReadDb, entry: EntryBy): Promise<boolean> => hasEntryBy(db, entry)

export type MarkFound =
  | { readonly is: 'held'; readonly entryId: string; readonly position: number }
  /** Written, and not in the tree yet: it will be within a minute. */
  | { readonly is: 'waiting'; readonly entryId: string }
  | { readonly is: 'missing' }
  | { readonly is: 'unreadable' }

const WAITING_READ = 10_000

/** Whether the tree holds the leaf of this mark. That leaf and entry still fit each other, verifyAudit finds out. */
export async function findByMark(db: ReadDb, typed: string): Promise<MarkFound> {
  const mark = parseMark(typed)
  if (!mark) return { is: 'unreadable' }
  const leaf = await findLeaf(db, mark)
  if (leaf) return { is: 'held', ...leaf }
  const waiting = await readWaiting(db, WAITING_READ)
  const found = waiting.find(({ content }) => hashLeaf(content).subarray(0, mark.length).equals(mark))
  return found ? { is: 'waiting', entryId: found.entryId } : { is: 'missing' }
}
