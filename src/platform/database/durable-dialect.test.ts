import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preparedDump } from '#test/support/prepared.ts'
import type { Db } from '#src/platform/db.ts'
import { durableDialect } from './durable-dialect.ts'
import { openPglite } from './embedded.ts'

/** A disk that ends a flush when the test says so. */
function slowDisk() {
  const waiting: PromiseWithResolvers<void>[] = []
  const disk = {
    broken: undefined,
    filled: 0,
    settle: () => Promise.resolve(),
    running: undefined as Promise<void> | undefined,
    flush() {
      const flush = Promise.withResolvers<void>()
      waiting.push(flush)
      disk.running = flush.promise
      return flush.promise
    },
  }
  const finish = () => {
    disk.running = undefined
    for (const { resolve } of waiting.splice(0)) resolve()
  }
  return { disk, waiting, finish }
}

const { disk, waiting, finish } = slowDisk()
let db: Db

beforeEach(async () => {
  db = new Kysely({ dialect: durableDialect(await openPglite({ dump: await preparedDump() }), disk) })
})
afterEach(async () => {
  finish()
  await db.destroy()
})

const insertRow = (id: string) =>
  sql`insert into schema_migrations (number, name, sha256, is_breaking) values (${Number(id)}, ${id}, '', false)`.execute(
    db,
  )
const countFrom = (number: number) =>
  db.selectFrom('schema_migrations').select('number').where('number', '>=', number).execute()
const isDone = async (work: Promise<unknown>) => {
  const later = new Promise((resolve) => setTimeout(resolve, 100)).then(() => 'waits')
  return (await Promise.race([work.then(() => 'done'), later])) === 'done'
}

test('a change is answered when the disk has it, and not before', async () => {
  const change = insertRow('9001')
  expect(await isDone(change)).toBe(false)
  finish()
  expect(await isDone(change)).toBe(true)
})

test('a transaction is answered when the disk has it, and those that come meanwhile do not wait to begin', async () => {
  const first = db.transaction().execute(() => Promise.resolve('one'))
  expect(await first).toBe('one')
  const second = insertRow('9002')
  const third = insertRow('9003')
  expect(await isDone(Promise.race([second, third]))).toBe(false)
  expect(waiting).toHaveLength(2)
  finish()
  await Promise.all([second, third])
})

test('a read does not flush, but waits for what it may have seen', async () => {
  expect(await isDone(countFrom(9000))).toBe(true)
  const change = insertRow('9004')
  expect(await isDone(change)).toBe(false)
  const read = countFrom(9004)
  expect(await isDone(read)).toBe(false)
  expect(waiting).toHaveLength(1)
  finish()
  expect(await read).toEqual([{ number: 9004 }])
  await change
})
