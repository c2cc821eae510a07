import { PGliteDialect, PostgresAdapter, SelectQueryNode } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type { PGlite } from '@electric-sql/pglite'
import type { Disk } from './disk.ts'

/** Kysely's PGlite dialect, with one difference: what was written is on the disk before it is answered. */
export function durableDialect(pglite: PGlite, disk: Disk): Dialect {
  const plain = new PGliteDialect({ pglite })
  return {
    // Says "many connections", so that Kysely leaves the turn-taking to the driver below.
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => durableDriver(plain.createDriver(), disk),
    createIntrospector: (db) => plain.createIntrospector(db),
    createQueryCompiler: () => plain.createQueryCompiler(),
  }
}

/**
 * Takes turns on PGlite's one connection, and lets the next one in before it waits for the disk:
 * commits that come while the disk works share its next flush.
 */
function durableDriver(plain: Driver, disk: Disk): Driver {
  let lastTurn: Promise<void> = Promise.resolve()
  return {
    init: (options) => plain.init(options),
    async acquireConnection() {
      const { promise, resolve } = Promise.withResolvers<void>()
      const turn = lastTurn
      lastTurn = promise
      await turn
      return new Turn(await plain.acquireConnection(), resolve)
    },
    beginTransaction: (turn, settings) => plain.beginTransaction(innerOf(turn), settings),
    commitTransaction: (turn) => plain.commitTransaction(innerOf(turn)),
    rollbackTransaction: (turn) => plain.rollbackTransaction(innerOf(turn)),
    savepoint: (turn, name, compile) => plain.savepoint?.(innerOf(turn), name, compile) ?? Promise.resolve(),
    rollbackToSavepoint: (turn, name, compile) =>
      plain.rollbackToSavepoint?.(innerOf(turn), name, compile) ?? Promise.resolve(),
    releaseSavepoint: (turn, name, compile) =>
      plain.releaseSavepoint?.(innerOf(turn), name, compile) ?? Promise.resolve(),
    async releaseConnection(turn) {
      // Asked for before the next turn begins, so that its reads know what they must wait for.
      const durable = hasWritten(turn) ? disk.flush() : disk.running
      if (turn instanceof Turn) turn.end()
      await durable
    },
    destroy: (options) => plain.destroy(options),
  }
}

class Turn implements DatabaseConnection {
  readonly inner: DatabaseConnection
  readonly end: () => void
  wrote = false

  constructor(inner: DatabaseConnection, end: () => void) {
    this.inner = inner
    this.end = end
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!isRead(query)) this.wrote = true
    return this.inner.executeQuery<Row>(query)
  }

  streamQuery<Row>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, size)
  }
}

const innerOf = (turn: DatabaseConnection) => (turn instanceof Turn ? turn.inner : turn)
const hasWritten = (turn: DatabaseConnection) => turn instanceof Turn && turn.wrote

// Raw SQL and `with` may write; a flush that finds nothing new costs next to nothing.
const isRead = ({ query }: CompiledQuery) => SelectQueryNode.is(query) && query.with === undefined
