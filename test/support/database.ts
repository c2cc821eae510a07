import { randomBytes } from 'node:crypto'
import { TestClock } from 'pg-boss'
import { openEmbedded, openPglite } from '#src/platform/database/embedded.ts'
import type { Database } from '#src/platform/database/open.ts'
import { openServer, openServerSession } from '#src/platform/database/server.ts'
import { preparedDump, preparedTemplate, urlOf } from './prepared.ts'

/** Address of a PostgreSQL server whose role may create databases; unset: PGlite in memory. */
const serverUrl = process.env['TEST_DATABASE_URL']

/** A database of one's own with all tables and no rows. `close` drops it. */
export async function openTestDatabase(): Promise<Database> {
  return serverUrl === undefined ? openEmbedded(await openPglite({ dump: await preparedDump() })) : openOnServer(serverUrl)
}

/** The queue's time for tests: `openJobs(database, plan, { isWorker: true, testClock: testClockAt(clock.now()) })`. */
export const testClockAt = (now: Date): TestClock => new TestClock(now)

async function openOnServer(server: string): Promise<Database> {
  const name = `mekendesh_test_${randomBytes(6).toString('hex')}`
  const template = await preparedTemplate(server)
  await withServer(server, `create database ${name} template ${template}`)
  // Every session must read the queue's test clock, also those that only enqueue.
  const database = await openServer({ url: urlOf(server, name), adminUrl: undefined, sessionOptions: '-c pgboss.test_clock=on' })
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
