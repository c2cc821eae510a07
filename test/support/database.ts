import { randomBytes } from 'node:crypto'
import { TestClock } from 'pg-boss'
import { openEmbedded, openPglite } from '#src/platform/database/embedded.ts'
import type { Database } from '#src/platform/database/open.ts'
import { openServer, openServerSession } from '#src/platform/database/server.ts'
import { preparedDump, preparedTemplate, urlOf } from './prepared.ts'

/**
 * Address of a PostgreSQL server whose role may create databases (`DATABASE_URL`, by test/support/server-url.ts); unset: PGlite in
 * memory. The database it names is not touched: each test makes and drops its own.
 */
const serverUrl = process.env['TEST_DATABASE_URL'] || undefined

/** A database of one's own with all tables and no rows, its queue on a clock that stands still. `close` drops it. */
export async function openTestDatabase({ isOnRealTime = false } = {}): Promise<Database> {
  const database =
    serverUrl === undefined
      ? openEmbedded(await openPglite({ dump: await preparedDump() }))
      : await openOnServer(serverUrl)
  if (isOnRealTime) return database
  // Long ago, so that what is enqueued before the first `runDue` is due whatever the test's own clock says.
  return { ...database, testClock: new TestClock('2020-01-01T00:00:00Z') }
}

async function openOnServer(server: string): Promise<Database> {
  const name = `mekendesh_test_${randomBytes(6).toString('hex')}`
  const template = await preparedTemplate(server)
  await withServer(server, `create database ${name} template ${template}`)
  // Every session must read the queue's test clock, also those that only enqueue.
  const database = await openServer({
    url: urlOf(server, name),
    adminUrl: undefined,
    sessionOptions: '-c pgboss.test_clock=on',
  })
  return {
    ...database,
    async close() {
      await database.close()
      await withServer(server, `drop database ${name} with (force)`)
    },
  }
}

async function withServer(server: string, statement: string): Promise<void> {
  const session = await openServerSession(server)
  try {
    await session.script(statement)
  } finally {
    await session.close()
  }
}
