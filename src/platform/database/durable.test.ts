import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { preparedDump } from '#test/support/prepared.ts'
import { openDurable } from './durable.ts'
import { openDatabase } from './open.ts'
import { prepareDatabase } from './prepare.ts'

// Whole databases are written to the disk here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let home: string
const config = (name: string) => ({ dataDir: join(home, name), databaseUrl: undefined, databaseAdminUrl: undefined })
/** A fresh copy of a folder with one database in it. */
const copyOf = (name: string) => {
  cpSync(join(home, 'made'), join(home, name), { recursive: true, filter: (path) => !path.endsWith('.sock') })
  return config(name)
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mekendesh-durable-'))
  const database = await openDurable(join(home, 'made'), { from: await preparedDump() })
  await prepareDatabase(database)
  await database.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('a second start on the same folder is refused while the first lives, and works when it has ended', async () => {
  const first = await openDatabase(copyOf('twice'))
  await expect(openDatabase(config('twice'))).rejects.toThrow('Another process of the portal is running')
  await first.close()
  await (await openDatabase(config('twice'))).close()
})

test('rows are there after a restart', async () => {
  const before = await openDatabase(copyOf('restart'))
  await sql`create table kept (word text)`.execute(before.db)
  await sql`insert into kept values ('өз')`.execute(before.db)
  await before.close()
  const after = await openDatabase(config('restart'))
  expect((await sql`select word from kept`.execute(after.db)).rows).toEqual([{ word: 'өз' }])
  await after.close()
})

test.each([
  ['the control file is cut', (folder: string) => truncateSync(join(folder, 'global/pg_control'), 100)],
  ['the log is gone', (folder: string) => rmSync(join(folder, 'pg_wal'), { recursive: true })],
  ['the tables are gone', (folder: string) => rmSync(join(folder, 'base/5'), { recursive: true })],
  ['the version is gone', (folder: string) => rmSync(join(folder, 'PG_VERSION'))],
])('a damaged folder says what to restore: %s', async (what, damage) => {
  const name = what.replaceAll(' ', '-')
  const broken = copyOf(name)
  damage(join(home, name, 'pg'))
  await expect(openDatabase(broken)).rejects.toThrow('restore the newest backup')
})
