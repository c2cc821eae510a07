import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareTampering, tamperOnce } from '#test/support/audit-tampering.ts'
import { fakeClock, seededRandom } from '#test/support/clock.ts'
import { openTestDatabase } from '#test/support/database.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database/open.ts'
import { newKeyFileText, parseKeyFile } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import { appendEntries } from './append-entries.ts'
import { findByMark, getMark, record, verifyAudit } from './index.ts'
import { rootOf } from './rules/tree.ts'
import { signCheckpoint } from './sign-checkpoint.ts'
import { findCheckpoint } from './store/checkpoints.ts'
import { readFrontier, readSize } from './store/tree.ts'

const opened: Database[] = []
afterAll(() => Promise.all(opened.map((database) => database.close())))

async function aLog() {
  const read = readConfig({ PUBLIC_URL: 'https://example.kg' })
  if (!read.ok) throw new Error(read.problems.join())
  const database = await openTestDatabase()
  opened.push(database)
  const clock = fakeClock('2026-06-15T04:00:00.123Z')
  const keys = keyringFrom(parseKeyFile(newKeyFileText()))
  const deps = { db: database.db, clock, config: read.config, keys }
  const act = (what = 'appeal.opened', id = '7') =>
    record(deps.db, { who: { kind: 'public' }, what, on: { kind: 'appeal', id } }, clock.now())
  return { ...deps, deps, act }
}

let log: Awaited<ReturnType<typeof aLog>>
beforeAll(async () => {
  log = await aLog()
})

test('an act is kept with its change or not at all', async () => {
  const attempt = log.db.transaction().execute(async (db) => {
    await record(
      db,
      { who: { kind: 'public' }, what: 'appeal.opened', on: { kind: 'appeal', id: '1' } },
      log.clock.now(),
    )
    throw new Error('the change failed')
  })
  await expect(attempt).rejects.toThrow('the change failed')
  expect(await log.db.selectFrom('audit_entries').selectAll().execute()).toEqual([])
  expect(await log.db.selectFrom('audit_waiting').selectAll().execute()).toEqual([])
})

test('the mark of an entry is known before it is in the tree, and is the start of its leaf', async () => {
  const fresh = await aLog()
  await fresh.act('appeal.opened', '3')
  const mark = await getMark(fresh.db, { what: 'appeal.opened', on: { kind: 'appeal', id: '3' } })
  expect(mark).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
  expect(await findByMark(fresh.db, mark)).toMatchObject({ is: 'waiting' })
  await fresh.act('appeal.read', '3')
  await appendEntries(fresh)
  const { leaf } = await fresh.db
    .selectFrom('audit_leaves')
    .select('leaf')
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(leaf.toString('hex')).toContain(mark.replaceAll(' ', ''))
  for (const typed of [mark, mark.toUpperCase().replaceAll(' ', ''), leaf.toString('hex')])
    expect(await findByMark(fresh.db, typed)).toMatchObject({ is: 'held', position: 0 })
  expect(await findByMark(fresh.db, mark.replaceAll(/[0-9]/g, '0').replaceAll(/[a-f]/g, 'a'))).toEqual({
    is: 'missing',
  })
  for (const broken of ['', '4f1c', 'zz'.repeat(16), '0'.repeat(33), '0'.repeat(66)])
    expect(await findByMark(fresh.db, broken)).toEqual({ is: 'unreadable' })
  // Written over by the database's owner: the paper still says what stood there.
  await sql`alter table audit_entries disable trigger user`.execute(fresh.db)
  await sql`update audit_entries set on_id = '4' where what = 'appeal.opened'`.execute(fresh.db)
  expect(await getMark(fresh.db, { what: 'appeal.opened', on: { kind: 'appeal', id: '4' } })).not.toBe(mark)
  expect(await verifyAudit(fresh)).toMatchObject({ ok: false, problems: [{ what: 'altered' }] })
})

test('an entry keeps who, what, on what and the names of fields', async () => {
  const entry = {
    who: { kind: 'person', appealId: '12' },
    what: 'appeal.replied',
    on: { kind: 'appeal', id: '12' },
    fields: ['message'],
    digests: { message: 'ab12' },
  } as const
  await record(log.db, entry, log.clock.now())
  const kept = await log.db.selectFrom('audit_entries').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({
    at: log.clock.now(),
    actor_kind: 'person',
    actor_id: '12',
    what: 'appeal.replied',
    on_kind: 'appeal',
    on_id: '12',
    fields: ['message'],
    digests: { message: 'ab12' },
  })
})

test('nobody may change or take away an entry, a leaf or a checkpoint', async () => {
  const attempts = [
    sql`update audit_entries set what = 'x'`,
    sql`delete from audit_entries`,
    sql`truncate audit_entries cascade`,
    sql`update audit_leaves set leaf = leaf`,
    sql`delete from audit_nodes`,
    sql`truncate audit_checkpoints`,
  ]
  for (const attempt of attempts)
    await expect(attempt.execute(log.db)).rejects.toThrow('The audit log is only added to')
})

test('the tree grows with what was committed, also in small steps, and a checkpoint covers it', async () => {
  for (const batch of [1, 2, 5, 1, 9]) {
    for (let count = 0; count < batch; count++) await log.act()
    expect(await appendEntries(log)).toBeGreaterThanOrEqual(batch)
  }
  expect(await appendEntries(log)).toBe(0)
  const id = await signCheckpoint(log.deps)
  const checkpoint = await findCheckpoint(log.db, id ?? '')
  expect(checkpoint?.size).toBe(await readSize(log.db))
  expect(checkpoint?.root).toEqual(rootOf(await readFrontier(log.db)))
  expect(checkpoint?.note).toMatch(/^example\.kg\/audit\n19\n/)
  expect(await signCheckpoint(log.deps)).toBeUndefined()
  expect(await verifyAudit(log, checkpoint?.note)).toEqual({ ok: true, problems: [] })
})

test('a thousand and more acts are appended in batches and verified', async () => {
  const big = await aLog()
  await sql`with e as (
      insert into audit_entries (at, actor_kind, what, on_kind, on_id)
      select now(), 'public', 'appeal.opened', 'appeal', n::text from generate_series(1, 2500) n returning id
    ) insert into audit_waiting select id from e`.execute(big.db)
  expect(await appendEntries(big)).toBe(2500)
  await signCheckpoint(big.deps)
  expect(await verifyAudit(big)).toEqual({ ok: true, problems: [] })
})

test('two who append at once give no position twice', async () => {
  for (let count = 0; count < 20; count++) await log.act()
  const counts = await Promise.all([appendEntries(log), appendEntries(log)])
  expect(counts.reduce((sum, count) => sum + count)).toBe(20)
  expect(await verifyAudit(log)).toEqual({ ok: true, problems: [] })
})

test('each problem is named with the entry it concerns', async () => {
  const { deps, db } = await aLog()
  const outside = await prepareTampering(deps)
  expect(await verifyAudit(deps, outside)).toEqual({ ok: true, problems: [] })
  const after = async (statement: ReturnType<typeof sql>) => {
    await statement.execute(db)
    return (await verifyAudit(deps, outside)).problems
  }
  expect(await after(sql`update audit_entries set what = 'x' where id = 33`)).toEqual([
    { what: 'altered', entryId: '33' },
  ])
  expect(await after(sql`delete from audit_entries where id = 33`)).toEqual([{ what: 'missing', entryId: '33' }])
  const inserted = sql`insert into audit_entries (at, actor_kind, what, on_kind, on_id) values (now(), 'public', 'x', 'x', '1')`
  expect(await after(inserted)).toContainEqual({ what: 'inserted', entryId: '121' })
  const backDated = sql`with e as (insert into audit_entries (at, actor_kind, what, on_kind, on_id)
    values ('2026-06-14', 'public', 'x', 'x', '1') returning id) insert into audit_waiting select id from e`
  expect(await after(backDated)).toContainEqual({ what: 'late', entryId: '122' })
  expect(await after(sql`delete from audit_checkpoints where size = 100`)).toContainEqual({
    what: 'checkpointMissing',
    size: 100,
  })
})

test('a checkpoint that is not ours or not a checkpoint is said to be so', async () => {
  expect((await verifyAudit(log, 'hello')).problems).toEqual([{ what: 'checkpointUnreadable' }])
  const stranger = await aLog()
  await stranger.act()
  await appendEntries(stranger)
  const theirs = await findCheckpoint(stranger.db, (await signCheckpoint(stranger.deps)) ?? '')
  expect((await verifyAudit(log, theirs?.note)).problems).toContainEqual({ what: 'checkpointForged', size: 1 })
})

test('whatever the database’s owner does to the log is found against a checkpoint kept outside', async () => {
  const { deps } = await aLog()
  const outside = await prepareTampering(deps)
  const random = seededRandom('tampering')
  const dice = (limit: number) => Buffer.from(random.bytes(4)).readUInt32BE() % limit
  const missed = []
  for (let round = 0; round < 80; round++) {
    const { name, isFound } = await tamperOnce(deps, dice, outside)
    if (!isFound) missed.push(name)
  }
  expect(missed).toEqual([])
  expect(await verifyAudit(deps, outside)).toEqual({ ok: true, problems: [] })
})
