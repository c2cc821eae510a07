import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A connection or a transaction: the same type, so that a function need not know which it was given. */
export type Db = Kysely<Schema>

/** Reading code asks for less: a page that tries to write does not compile. */
export type ReadDb = Pick<Db, 'selectFrom' | 'with'>

/**
 * Runs `work` in the transaction `db` already is, or in one of its own.
 * For verbs that stand alone and are also called inside another's change: what fails takes all of it back.
 */
export function inTransaction<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
