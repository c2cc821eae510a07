import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preparedDump } from '#test/support/prepared.ts'
import { startPortal } from '#test/support/portal.ts'
import { openDurable, type DurableDatabase } from './durable.ts'
import { tidy, tidyJobs } from './tidy.ts'

let home: string
let database: DurableDatabase
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mekendesh-tidy-'))
  database = await openDurable(join(home, 'data'), { from: await preparedDump() })
  const admin = await database.openAdmin()
  await admin.script(`create table heap (id int primary key, words text not null)`)
})
afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

async function readHeap() {
  const admin = await database.openAdmin()
  const [found] = await admin.rows<{ bytes: number; rows: number }>(
    `select pg_relation_size('heap')::int as bytes, reltuples::int as rows from pg_class where relname = 'heap'`,
  )
  return found ?? { bytes: 0, rows: 0 }
}

test('what was deleted gives its room back, and the planner knows how many rows are left', async () => {
  const admin = await database.openAdmin()
  await admin.script(`insert into heap select n, repeat('x', 500) from generate_series(1, 5000) n`)
  await admin.script(`delete from heap where id > 500`)
  const before = await readHeap()
  await tidy(database)
  const after = await readHeap()
  expect(after.bytes).toBeLessThan(before.bytes / 5)
  expect(after.rows).toBe(500)
})

test('others come in between, and none of their transactions is disturbed', async () => {
  const acts = Array.from({ length: 40 }, (_, place) =>
    database.db.transaction().execute(async (db) => {
      await sql`insert into heap values (${10_000 + place}, 'a')`.execute(db)
      await sql`update heap set words = 'b' where id = ${10_000 + place}`.execute(db)
    }),
  )
  await Promise.all([tidy(database), ...acts])
  const { rows } = await sql`select 1 from heap where words = 'b'`.execute(database.db)
  expect(rows).toHaveLength(40)
})

test('a portal on the embedded database does it once a day by the clock, one on a server never', async () => {
  const portal = await startPortal()
  try {
    const [job] = tidyJobs({ ...portal.database, kind: 'embedded' })
    expect(job?.options.every).toBe('40 21 * * *')
    expect(tidyJobs({ ...portal.database, kind: 'server' })).toEqual([])
    const { rows } = await sql`select name from pgboss.queue where name = 'database.tidy'`.execute(portal.db)
    expect(rows).toHaveLength(portal.database.kind === 'embedded' ? 1 : 0)
    await job?.run(portal.deps, {})
  } finally {
    await portal.close()
  }
})
