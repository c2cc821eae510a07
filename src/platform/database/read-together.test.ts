import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '#test/support/database.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { readTogether } from '#src/platform/db.ts'
import type { Database } from './open.ts'

let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
  const team = (id: string) => ({ id, name_ky: id, name_ru: id, name_en: id, kind: 'ordinary' as const, langs: ['ky'] })
  await database.db
    .insertInto('teams')
    .values([team('intake'), team('south')])
    .execute()
})
afterAll(() => database.close())

const teamOf = (id: string) => (db: ReadDb) =>
  db.selectFrom('teams').select('id').where('id', '=', id).executeTakeFirst()

/** The connection on which a statement runs. */
const connectionOf = async (db: ReadDb): Promise<number> => {
  const row = await db
    .selectFrom('teams')
    .select(sql<number>`pg_backend_pid()`.as('pid'))
    .executeTakeFirstOrThrow()
  return row.pid
}

const fails = (db: ReadDb) =>
  db
    .selectFrom('teams')
    .select(sql`1 / (length(id) - length(id))`.as('nothing'))
    .execute()

test('reads together each get their own answer, on one connection', async () => {
  const [pids, teams] = await readTogether(database.db, (db) =>
    Promise.all([
      Promise.all(Array.from({ length: 5 }, () => connectionOf(db))),
      Promise.all(['intake', 'no-such-team', 'south'].map((id) => teamOf(id)(db))),
    ]),
  )
  expect(new Set(pids).size).toBe(1)
  expect(teams.map((team) => team?.id)).toEqual(['intake', undefined, 'south'])
})

test('one that fails is told, and neither its neighbours nor who comes next on the connection get its error', async () => {
  for (let turn = 0; turn < 12; turn++) {
    const neighbours = await readTogether(database.db, (db) =>
      Promise.allSettled([teamOf('intake')(db), fails(db), teamOf('south')(db)]),
    )
    expect(neighbours.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await expect(readTogether(database.db, (db) => Promise.all([fails(db), teamOf('intake')(db)]))).rejects.toThrow(
      'division by zero',
    )
  }
  expect(await teamOf('intake')(database.db)).toEqual({ id: 'intake' })
})

test('a branch that goes on after another failed reads nothing more on the connection that was given back', async () => {
  const { promise: whenOver, resolve: goOn } = Promise.withResolvers<void>()
  const branches: Promise<unknown>[] = []
  const failed = readTogether(database.db, (db) => {
    const goesOn = teamOf('intake')(db)
      .then(() => whenOver)
      .then(() => teamOf('south')(db))
    branches.push(goesOn)
    return Promise.all([fails(db), goesOn])
  })
  await expect(failed).rejects.toThrow('division by zero')
  // Whoever comes next is given that very connection.
  await database.db.transaction().execute(async (db) => {
    await db.updateTable('teams').set({ name_en: 'Unseen' }).where('id', '=', 'south').execute()
    goOn()
    await expect(Promise.all(branches)).rejects.toThrow('This readTogether is over.')
  })
})

test('all that was asked for has come back before the connection is given away', async () => {
  const order: string[] = []
  const slowly = async (db: ReadDb) => {
    await db
      .selectFrom('teams')
      .select(sql`pg_sleep(0.1)`.as('slept'))
      .where('id', '=', 'intake')
      .execute()
    order.push('came back')
  }
  const gaveUp = readTogether(database.db, async (db) => {
    await Promise.all([slowly(db), Promise.reject(new Error('gave up'))])
  })
  await expect(gaveUp).rejects.toThrow('gave up')
  order.push('given away')
  expect(order).toEqual(['came back', 'given away'])
})

test('inside a transaction they see what it wrote, and a failure takes all of it back', async () => {
  const rename = (db: typeof database.db) =>
    db.updateTable('teams').set({ name_en: 'Renamed' }).where('id', '=', 'intake').execute()
  const nameIn = (db: ReadDb) =>
    db.selectFrom('teams').select('name_en').where('id', '=', 'intake').executeTakeFirstOrThrow()
  const changed = database.db.transaction().execute(async (db) => {
    await rename(db)
    const [one, other] = await readTogether(db, (db) => Promise.all([nameIn(db), nameIn(db)]))
    expect([one.name_en, other.name_en]).toEqual(['Renamed', 'Renamed'])
    await readTogether(db, (db) => Promise.all([fails(db), nameIn(db)]))
  })
  await expect(changed).rejects.toThrow('division by zero')
  expect((await nameIn(database.db)).name_en).not.toBe('Renamed')
})
