import { QueryCreator, type ConnectionProvider, type Kysely } from 'kysely'
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

/**
 * Reads that need not wait for each other: what `read` asks for with one `Promise.all` goes to a server in one piece and
 * comes back in one, instead of a way there and back for each. In the transaction `db` is, or on a connection of its own.
 * On the embedded database they simply follow each other.
 * The connection is given away only when all that was asked for has come back, and what a branch asks for after that (another
 * one failed, `Promise.all` waits for nobody) throws: it would run in the middle of somebody else's transaction.
 */
export function readTogether<Result>(db: Db, read: (db: ReadDb) => Promise<Result>): Promise<Result> {
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    const underWay = new Set<Promise<unknown>>()
    let isOver = false
    const together: ConnectionProvider = {
      async provideConnection(use) {
        if (isOver) throw new Error('This readTogether is over.')
        const asked = use(connection)
        underWay.add(asked)
        return asked
      },
    }
    try {
      return await read(new QueryCreator<Schema>({ executor: executor.withConnectionProvider(together) }))
    } finally {
      isOver = true
      await Promise.allSettled(underWay)
    }
  })
}
