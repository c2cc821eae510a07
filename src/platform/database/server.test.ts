import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '#test/support/database.ts'
import type { Database } from './open.ts'

describe.skipIf(!process.env['TEST_DATABASE_URL'])('on a server', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())

  test('a connection that is lost in the middle of a transaction fails that transaction and nothing else', async () => {
    const admin = await database.openAdmin()
    const broken = database.db.transaction().execute(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
      await admin.rows('select pg_terminate_backend($1)', [rows[0]?.pid])
      // Long enough for the loss to arrive while no query is under way.
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(db)
    })
    await expect(broken).rejects.toThrow(/connection/i)
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
    await admin.close()
  })
})
