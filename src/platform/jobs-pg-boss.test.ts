import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { openTestDatabase } from '#test/support/database.ts'
import type { Database } from './database/open.ts'
import { inTransaction } from './db.ts'
import { countDeadJobs, listDeadJobs } from './dead-jobs.ts'
import type { AppDeps } from './deps.ts'
import { createJobs } from './jobs-pg-boss.ts'
import type { JobRunner } from './jobs-pg-boss.ts'
import { defineEvent, defineJob } from './jobs.ts'

const ran: string[] = []
let now = new Date('2026-03-02T04:00:00Z')
const say = defineJob({
  name: 'test.say',
  payload: z.object({ word: z.string() }),
  run: async (_deps, { word }) => void ran.push(word),
})
const failing = defineJob({
  name: 'test.fail',
  payload: z.object({}),
  options: { retryLimit: 2, retryDelay: 60, retryDelayMax: 600 },
  run: () => Promise.reject(new Error('no answer from aibek@example.kg')),
})
const said = defineEvent('test.said', z.object({ word: z.string() }))

let database: Database
let runner: JobRunner
// The jobs of these tests ask for nothing but the time.
const deps = { clock: { now: () => now } } as unknown as AppDeps

beforeAll(async () => {
  database = await openTestDatabase()
  const plan = { jobs: [say, failing], hears: [{ event: said, job: say }] }
  runner = await createJobs(database, plan, deps.log)
  runner.serve(deps)
})
afterAll(async () => {
  await runner.stop()
  await database.close()
})

test('a job is kept or taken back together with the change it follows from', async () => {
  const { db } = database
  await inTransaction(db, async (db) => runner.enqueue(db, say, { word: 'kept' }))
  const failed = inTransaction(db, async (db) => {
    await runner.enqueue(db, say, { word: 'lost' })
    throw new Error('changed my mind')
  })
  await expect(failed).rejects.toThrow('changed my mind')
  expect(await runner.runDue()).toBe(1)
  expect(ran.splice(0)).toEqual(['kept'])
})

test('a transaction inside another is the same one', async () => {
  const one = inTransaction(database.db, (db) => inTransaction(db, async (inner) => inner === db))
  expect(await one).toBe(true)
})

test('while a job with a key waits, a second one with the same key is not taken in', async () => {
  await runner.enqueue(database.db, say, { word: 'once' }, { onlyOne: 'k' })
  await runner.enqueue(database.db, say, { word: 'twice' }, { onlyOne: 'k' })
  await runner.enqueue(database.db, say, { word: 'other' }, { onlyOne: 'l' })
  await runner.runDue()
  expect(ran.splice(0).toSorted()).toEqual(['once', 'other'])
})

test('a job for later runs when the clock has come there', async () => {
  await runner.enqueue(database.db, say, { word: 'later' }, { startAfter: new Date('2026-03-02T05:00:00Z') })
  expect(await runner.runDue()).toBe(0)
  now = new Date('2026-03-02T05:00:01Z')
  expect(await runner.runDue()).toBe(1)
  expect(ran.splice(0)).toEqual(['later'])
})

test('an event runs the job of whoever hears it', async () => {
  await runner.emit(database.db, said, { word: 'heard' })
  await runner.runDue()
  expect(ran.splice(0)).toEqual(['heard'])
})

test('a job that fails at every try lies with the dead, without the address in its error', async () => {
  await runner.enqueue(database.db, failing, {})
  await expect(runner.runDue()).rejects.toThrow('test.fail')
  expect(await runner.runDue()).toBe(0)
  for (const hour of [6, 7]) {
    now = new Date(`2026-03-02T0${hour}:00:00Z`)
    expect(await runner.runDue({ mayFail: true })).toBe(1)
  }
  expect(await countDeadJobs(database.db)).toBe(1)
  const [dead] = await listDeadJobs(database.db)
  expect(dead).toMatchObject({ job: 'test.fail', tries: 3, why: 'no answer from …' })
})

test('what waits is kept for a year', async () => {
  await runner.enqueue(database.db, say, { word: 'old' })
  const { rows } = await sql<{ days: number }>`
    select extract(day from keep_until - start_after)::int as days from pgboss.job where name = 'test.say' and state = 'created'`.execute(
    database.db,
  )
  expect(rows).toEqual([{ days: 365 }])
})

test('a worker that died is noticed after a minute, whichever queue it worked for', async () => {
  const { rows } = await sql<{ name: string; seconds: number | null }>`
    select name, heartbeat_seconds as seconds from pgboss.queue where name like 'test.%' order by name`.execute(
    database.db,
  )
  expect(rows).toEqual([
    { name: 'test.fail', seconds: 60 },
    { name: 'test.say', seconds: 60 },
  ])
})
