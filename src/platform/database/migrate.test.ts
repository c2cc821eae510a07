import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase } from '#test/support/database.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import type { Database } from './open.ts'
import type { OpenSession } from './session.ts'

let database: Database
let session: OpenSession
let folder: string

beforeAll(async () => {
  database = await openTestDatabase()
  session = await database.openAdmin()
})
afterAll(async () => {
  await session.close()
  await database.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  await session.script('drop table schema_migrations; drop table if exists stones, herds')
  folder = mkdtempSync(join(tmpdir(), 'mekendesh-migrations-'))
  write(
    '0001-stones.sql',
    '-- breaking: no\ncreate table stones (id int primary key);\ninsert into stones values (1);\n',
  )
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = () => migrate(session, readMigrations(folder))
const countStones = async () => (await session.rows('select id from stones')).length

test('each file runs once, in the order of its number', async () => {
  write('0003-more.sql', '-- breaking: no\ninsert into stones values (3);\n')
  expect(await run()).toEqual(['0001-stones.sql', '0003-more.sql'])
  expect(await run()).toEqual([])
  expect(await countStones()).toBe(2)
})

test('a file that was changed after it had run stops the start', async () => {
  await run()
  write('0001-stones.sql', '-- breaking: no\ncreate table herds (id int);\n')
  await expect(run()).rejects.toThrow('0001-stones.sql was changed after it had run')
})

test('a migration that fails is taken back whole and stops the start; those before it stay', async () => {
  write('0002-broken.sql', '-- breaking: no\ninsert into stones values (2);\ninsert into stones values (2);\n')
  await expect(run()).rejects.toThrow('0002-broken.sql failed and was taken back')
  expect(await countStones()).toBe(1)
  write('0002-broken.sql', '-- breaking: no\ninsert into stones values (2);\n')
  expect(await run()).toEqual(['0002-broken.sql'])
})

test('the version before starts on a newer database, unless the newer migration breaks it', async () => {
  write('0002-wider.sql', '-- breaking: no\nalter table stones add weight int;\n')
  await run()
  rmSync(join(folder, '0002-wider.sql'))
  expect(await run()).toEqual([])
  write('0003-other.sql', '-- breaking: yes\nalter table stones rename id to number;\n')
  await run()
  rmSync(join(folder, '0003-other.sql'))
  await expect(run()).rejects.toThrow('migrated by a newer version (0003-other.sql)')
})

test('a new file below one that has run is refused', async () => {
  write('0005-later.sql', '-- breaking: no\nselect 1;\n')
  await run()
  write('0004-late.sql', '-- breaking: no\nselect 1;\n')
  await expect(run()).rejects.toThrow('Give it the next free number')
})

test('names, numbers and first lines are as agreed, or nothing runs', () => {
  write('0001-again.sql', '-- breaking: no\n')
  expect(() => readMigrations(folder)).toThrow('Two migrations have the number 1')
  write('2-short.sql', '-- breaking: no\n')
  expect(() => readMigrations(folder)).toThrow('the name must be as in 0012-what.sql')
  rmSync(join(folder, '2-short.sql'))
  write('0007-silent.sql', 'select 1;\n')
  expect(() => readMigrations(folder)).toThrow('the first line must be')
})
