import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { urlOf } from '#test/support/prepared.ts'
import { withheld } from './grants.ts'
import type { Database } from './open.ts'
import { prepareDatabase } from './prepare.ts'
import { openServer, openServerSession } from './server.ts'

/** PGlite has one role; this is for servers. */
const serverUrl = process.env['TEST_DATABASE_URL'] ?? ''

const name = `mekendesh_roles_${randomBytes(6).toString('hex')}`
const adminUrl = serverUrl && urlOf(serverUrl, name)
const appUrl = () => {
  const url = new URL(adminUrl)
  url.username = name
  url.password = 'app'
  return url.href
}
let database: Database

beforeAll(async () => {
  if (serverUrl === '') return
  const server = await openServerSession(serverUrl)
  await server.script(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
  await server.script(`create role ${name} login password 'app'`)
  await server.close()
  database = await openServer({ url: appUrl(), adminUrl })
  await prepareDatabase(database)
})
afterAll(async () => {
  if (serverUrl === '') return
  await database.close()
  const server = await openServerSession(serverUrl)
  await server.script(`drop database ${name} with (force)`)
  await server.script(`drop role ${name}`)
  await server.close()
})

describe.skipIf(serverUrl === '')('on a server', () => {
  test('the app reads and writes rows of every table, but for what is withheld', async () => {
    const admin = await database.openAdmin()
    const rows = await admin.rows<{ table: string; may: string[] }>(
      `select tablename as table, array(select r from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) r
       where has_table_privilege($1, quote_ident(schemaname) || '.' || quote_ident(tablename), r)) as may
     from pg_tables where schemaname = 'public'`,
      [name],
    )
    await admin.close()
    expect(rows.length).toBeGreaterThan(10)
    for (const { table, may } of rows) {
      const not: readonly string[] = withheld[table] ?? []
      expect({ table, may }).toEqual({
        table,
        may: ['select', 'insert', 'update', 'delete'].filter((r) => !not.includes(r)),
      })
    }
  })

  test('the app can neither change the audit log nor make or drop tables', async () => {
    const { db } = database
    await expect(sql`update audit_entries set what = 'x'`.execute(db)).rejects.toThrow('permission denied')
    await expect(sql`delete from audit_checkpoints`.execute(db)).rejects.toThrow('permission denied')
    await expect(sql`truncate audit_entries`.execute(db)).rejects.toThrow('permission denied')
    await expect(sql`create table mine (id int)`.execute(db)).rejects.toThrow('permission denied')
    await expect(sql`drop table people cascade`.execute(db)).rejects.toThrow('must be owner')
    await expect(sql`alter table audit_entries disable trigger all`.execute(db)).rejects.toThrow('must be owner')
  })

  test('the queue works with the app’s rights', async () => {
    const job = defineJob({ name: 'test.roles', payload: z.object({}), run: () => Promise.resolve() })
    const jobs = await createJobs(database, { jobs: [job], hears: [] }, pino({ level: 'silent' }))
    await jobs.enqueue(database.db, job, {})
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from pgboss.job where name = 'test.roles'`.execute(database.db)
    expect(rows).toEqual([{ n: 1 }])
    await jobs.stop()
  })

  test('a process that knows only the app’s role starts when nothing is to migrate, and says so when something is', async () => {
    const alone = await openServer({ url: appUrl(), adminUrl: undefined })
    expect(await prepareDatabase(alone)).toEqual([])
    const admin = await database.openAdmin()
    await admin.script(`delete from schema_migrations where number = (select max(number) from schema_migrations)`)
    await expect(prepareDatabase(alone)).rejects.toThrow('Run "mekendesh migrate" with DATABASE_ADMIN_URL set')
    await admin.close()
    await alone.close()
  })
})
