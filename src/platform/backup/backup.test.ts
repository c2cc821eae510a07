import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openDatabase, type Database } from '#src/platform/database/open.ts'
import { openServerSession } from '#src/platform/database/server.ts'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { openTestDatabase } from '#test/support/database.ts'
import { preparedDump, urlOf } from '#test/support/prepared.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const serverUrl = process.env['TEST_DATABASE_URL'] || undefined
const waiting = defineJob({ name: 'test.waiting', payload: z.object({ n: z.int() }), run: () => Promise.resolve() })
const FILE = 'files/ab/cd/abcdefghij'

// Whole databases are written to the disk here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let home: string
let database: Database
const madeAt = new Date('2026-06-15T04:00:00Z')
const now = new Date('2026-06-16T04:00:00Z')
const dropped: string[] = []

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mekendesh-backup-'))
  database = await openTestDatabase()
  await sql`insert into people (lang, time_zone, name_sealed, created_at)
    values ('ky', 'Asia/Bishkek', ${Buffer.from([0, 255, 10, 39, 92])}, '2026-02-28T23:59:59.123456Z'),
      ('ru', 'Europe/Moscow', null, now())`.execute(database.db)
  await sql`delete from people where lang = 'ru'`.execute(database.db)
  await sql`insert into audit_entries (at, actor_kind, actor_id, what, on_kind, on_id, fields, digests)
    values (now(), 'system', 'тест "жаңы"', 'x.y', 'appeal', '1', '{a,"b c"}', '{"a": "1\\n"}')`.execute(database.db)
  const jobs = await createJobs(database, { jobs: [waiting], hears: [] }, pino({ level: 'silent' }))
  await jobs.enqueue(database.db, waiting, { n: 7 })
  await jobs.stop()
  mkdirSync(join(home, 'portal/files/ab/cd'), { recursive: true })
  mkdirSync(join(home, 'portal/files/tmp'))
  writeFileSync(join(home, 'portal', FILE), randomBytes(100_000))
  writeFileSync(join(home, 'portal/files/tmp/half'), 'half')
  writeFileSync(join(home, 'portal/keys.json'), 'a key')
})
afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true, force: true })
})
afterEach(async () => {
  if (serverUrl === undefined) return
  const server = await openServerSession(serverUrl)
  for (const name of dropped.splice(0)) await server.script(`drop database ${name} with (force)`)
  await server.close()
})

async function makeBackup(name: string): Promise<string> {
  const folder = join(home, name)
  await backUp({
    dataDir: join(home, 'portal'),
    folder,
    madeAt,
    keys: { ids: ['k1'], check: 'x' },
    database: database.kind,
    openSession: () => database.openAdmin(),
  })
  return folder
}

/** An empty place to restore to: a folder, and on a server a database of its own. */
async function emptyPlace(name: string) {
  const dataDir = join(home, name)
  if (serverUrl === undefined) return { dataDir, databaseUrl: undefined, databaseAdminUrl: undefined }
  const made = `mekendesh_restore_${randomBytes(6).toString('hex')}`
  dropped.push(made)
  const server = await openServerSession(serverUrl)
  await server.script(`create database ${made} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
  await server.close()
  return { dataDir, databaseUrl: urlOf(serverUrl, made), databaseAdminUrl: undefined }
}

const bringBack = async (backup: string, place: Awaited<ReturnType<typeof emptyPlace>>, isForced = false) =>
  restore(backup, place, { isForced, now, template: await preparedDump() })

const everything = async ({ db }: Pick<Database, 'db'>) => ({
  people: (await sql`select *, created_at::text as exactly from people`.execute(db)).rows,
  entries: (await sql`select * from audit_entries`.execute(db)).rows,
  jobs: (await sql`select id, name, data, state, start_after from pgboss.job`.execute(db)).rows,
})

test('what is restored is what was there: rows to the microsecond, jobs, files; never a key', async () => {
  const backup = await makeBackup('whole')
  const place = await emptyPlace('restored')
  await bringBack(backup, place)
  expect(readFileSync(join(place.dataDir, FILE))).toEqual(readFileSync(join(home, 'portal', FILE)))
  expect(existsSync(join(place.dataDir, 'files/tmp/half'))).toBe(false)
  expect(readdirSync(backup, { recursive: true }).filter((path) => String(path).includes('keys'))).toEqual([])
  const restored = await openDatabase(place)
  expect(await everything(restored)).toEqual(await everything(database))
  // Numbers that were given away are not given again, even of rows that are gone.
  const { rows } = await sql<{ id: string }>`insert into people (lang, time_zone, created_at)
    values ('en', 'UTC', now()) returning id`.execute(restored.db)
  expect(rows).toEqual([{ id: '3' }])
  await expect(sql`delete from audit_entries`.execute(restored.db)).rejects.toThrow('only added to')
  await expect(
    sql`insert into contacts (person_id, kind, value_sealed, value_hash, is_safe, may_call, may_message, created_at)
    values (99, 'email', '', '', true, true, true, now())`.execute(restored.db),
  ).rejects.toThrow('foreign key')
  await restored.close()
})

test('a restore may write into what it restored that it was restored', async () => {
  const place = await emptyPlace('noted')
  const note = async (db: Database['db']) =>
    void (await sql`insert into audit_entries (at, actor_kind, actor_id, what, on_kind, on_id)
      values (now(), 'system', 'test', 'backup.restored', 'backup', '1')`.execute(db))
  await restore(await makeBackup('to note'), place, { isForced: false, now, template: await preparedDump(), note })
  const restored = await openDatabase(place)
  const acts = (await everything(restored)).entries
  expect(acts).toMatchObject([{ what: 'x.y' }, { what: 'backup.restored' }])
  await restored.close()
})

test('a place that is not empty is refused, unless forced; then the old things are moved aside', async () => {
  const backup = await makeBackup('again')
  const place = await emptyPlace('full')
  await bringBack(backup, place)
  await expect(bringBack(backup, place)).rejects.toThrow('--force')
  await bringBack(backup, place, true)
  expect(readdirSync(place.dataDir)).toContain('files.before-restore-2026-06-16T04-00-00-000Z')
})

test('a backup that was changed, or is not whole, is refused before anything is touched', async () => {
  const backup = await makeBackup('spoilt')
  const place = await emptyPlace('untouched')
  appendFileSync(join(backup, 'data', FILE), 'x')
  await expect(bringBack(backup, place)).rejects.toThrow('abcdefghij was changed')
  rmSync(join(backup, 'manifest.json'))
  await expect(bringBack(backup, place)).rejects.toThrow('holds no whole backup')
  expect(existsSync(place.dataDir)).toBe(false)
})

test('a backup of a newer version is refused', async () => {
  const backup = await makeBackup('newer')
  const path = join(backup, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.migrations.push({ number: 9999, name: '9999-later.sql', sha256: '0'.repeat(64) })
  writeFileSync(path, JSON.stringify(manifest))
  const place = await emptyPlace('older')
  await expect(bringBack(backup, place)).rejects.toThrow('after migration 9999-later.sql')
})

test('while a portal lives on the place, nothing is restored', async () => {
  const backup = await makeBackup('busy')
  const place = await emptyPlace('lively')
  await bringBack(backup, place)
  const living = await openDatabase(place)
  await sql`select 1`.execute(living.db)
  await expect(bringBack(backup, place, true)).rejects.toThrow(/Another process|Stop the portal first/)
  await living.close()
})
