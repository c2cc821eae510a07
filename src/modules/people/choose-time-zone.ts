import type { Db, ReadDb } from '#src/platform/db.ts'
import { findPerson, updateTimeZone } from './store.ts'

/** By whose clock this person reads times, from now on. `timeZone` is an IANA name that the caller has checked. */
export const chooseTimeZone = (db: Db, personId: string, timeZone: string): Promise<void> =>
  updateTimeZone(db, personId, timeZone)

/** The zone they chose, or the one of where they were when they wrote. Throws when there is no such person. */
export async function getTimeZone(db: ReadDb, personId: string): Promise<string> {
  const row = await findPerson(db, personId)
  if (!row) throw new Error('No such person.')
  return row.time_zone
}
