import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  answerAppeal,
  askPerson,
  closeAppeal,
  countQueues,
  cursorToText,
  listQueue,
  parseCursor,
  registerAppeal,
  takeAppeal,
  type QueueFilter,
  type QueueRow,
  type QueueView,
} from './index.ts'

let portal: TestPortal
let operator: StaffVisitor
let protector: StaffVisitor
let supervisor: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  operator = await aStaffVisitor(portal.deps, 'operator')
  protector = await aStaffVisitor(portal.deps, 'operator', { teams: ['protection'] })
  supervisor = await aStaffVisitor(portal.deps, 'supervisor', { teams: [] })
})
afterAll(() => portal.close())

const MONDAY = new Date('2026-06-15T04:00:00Z')
const HOUR = 3_600_000
const key = () => portal.random.bytes(16)
const list = async (by: StaffVisitor, view: QueueView, filter: QueueFilter = {}) =>
  (await listQueue(portal.deps, by, view, filter)).rows.map(({ id }) => id)

/** Reads page after page, each cursor through the text it travels as. */
async function readAll(by: StaffVisitor, view: QueueView, filter: QueueFilter = {}): Promise<QueueRow[]> {
  const all: QueueRow[] = []
  let cursor: ReturnType<typeof parseCursor>
  do {
    const page = await listQueue(portal.deps, by, view, filter, cursor)
    all.push(...page.rows)
    cursor = page.next && parseCursor(cursorToText(page.next))
  } while (cursor)
  return all
}

/** Copies of one appeal with other due times and teams: what they say does not matter to a queue. */
async function copies(appealId: string, count: number): Promise<void> {
  const other = await sql<{ column_name: string }>`select column_name from information_schema.columns
    where table_name = 'appeals' and is_generated = 'NEVER' and column_name not in
    ('id', 'number', 'form_key_sha256', 'vault', 'next_due_at', 'team_id', 'urgency', 'urgency_rank', 'country')
    order by ordinal_position`.execute(portal.db)
  const names = sql.join(other.rows.map(({ column_name }) => sql.ref(column_name)))
  await sql`insert into appeals (number, form_key_sha256, vault, next_due_at, team_id, urgency, urgency_rank, country, ${names})
    select 'KG-27-' || lpad(n::text, 7, '0') || '-0', sha256(n::text::bytea), 'copy-' || n,
      ${MONDAY}::timestamptz + (n * 37 % 211) * interval '1 hour',
      (array['intake', 'consultations'])[1 + n % 2],
      case when n % 17 = 0 then 'critical' else 'normal' end, case when n % 17 = 0 then 4 else 2 end,
      case when n % 5 = 0 then 'KR' else 'RU' end, ${names}
    from appeals, generate_series(1, ${count}) as n where id = ${appealId}`.execute(portal.db)
}

test('each view shows its own, and taking, asking, answering and closing move an appeal from one to the next', async () => {
  portal.clock.set(MONDAY)
  const { appealId } = await anAppeal(portal.deps, { topicId: 'unpaid-wages' })
  const where = async () => {
    const views = ['new', 'mine', 'myTeam', 'waiting', 'dueToday', 'overdue', 'urgent', 'toCall', 'closed'] as const
    const found = await Promise.all(
      views.map(async (view) => ((await list(operator, view)).includes(appealId) ? view : '')),
    )
    return found.filter((view) => view !== '')
  }
  // The first answer is due within four working hours.
  expect(await where()).toEqual(['new', 'myTeam', 'dueToday', 'urgent'])
  portal.clock.advance(6 * HOUR)
  expect(await where()).toEqual(['new', 'myTeam', 'overdue', 'urgent'])
  await takeAppeal(portal.deps, { appealId, by: operator })
  await registerAppeal(portal.deps, { appealId, by: operator })
  expect(await where()).toEqual(['mine', 'myTeam', 'overdue', 'urgent'])
  await askPerson(portal.deps, { appealId, by: operator, formKey: key(), text: '?' })
  expect(await where()).toEqual(['mine', 'myTeam', 'waiting', 'urgent'])
  await answerAppeal(portal.deps, { appealId, by: operator, formKey: key(), text: '.' })
  expect(await where()).toEqual(['mine', 'myTeam', 'urgent'])
  expect((await readAll(operator, 'mine')).find(({ id }) => id === appealId)?.dueAt).toBeUndefined()
  await closeAppeal(portal.deps, { appealId, by: aPerson(appealId, portal.clock), outcome: 'solved' })
  expect(await where()).toEqual(['closed'])
})

test('critical ones stand on top, then what is due first; pages neither leave out nor repeat any', async () => {
  portal.clock.set(MONDAY)
  const { appealId } = await anAppeal(portal.deps)
  await copies(appealId, 180)
  for (const by of [operator, supervisor]) {
    const rows = await readAll(by, 'myTeam')
    const sorted = rows.toSorted(
      (a, b) =>
        Number(b.urgency === 'critical') - Number(a.urgency === 'critical') ||
        (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) ||
        Number(a.id) - Number(b.id),
    )
    expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(180)
    expect(rows.slice(0, 10).every(({ urgency }) => urgency === 'critical')).toBe(true)
  }
})

test('filters narrow a queue without breaking its pages', async () => {
  const all = await readAll(operator, 'myTeam')
  const inKorea = await readAll(operator, 'myTeam', { country: 'KR' })
  expect(inKorea.map(({ id }) => id)).toEqual(all.filter(({ country }) => country === 'KR').map(({ id }) => id))
  expect(inKorea.length).toBeGreaterThan(30)
  const ofTeam = await readAll(operator, 'myTeam', {
    teamId: 'intake',
    lang: 'ru',
    topicId: 'contract-conditions',
    state: 'submitted',
  })
  expect(ofTeam.length).toBeGreaterThan(0)
  expect(ofTeam.every(({ teamId }) => teamId === 'intake')).toBe(true)
  expect(await readAll(operator, 'myTeam', { teamId: 'protection' })).toEqual([])
})

test('counts stop at a hundred and agree with the lists below it', async () => {
  const counts = await countQueues(portal.deps, operator)
  expect(counts).toMatchObject({ new: 100, myTeam: 100 })
  for (const view of ['mine', 'waiting', 'dueToday', 'overdue', 'urgent', 'toCall'] as const)
    expect([view, counts[view]]).toEqual([view, Math.min(100, (await readAll(operator, view)).length)])
})

test('protected appeals are in nobody’s list, filter or count but the protection team’s', async () => {
  const before = await countQueues(portal.deps, supervisor)
  const { appealId } = await anAppeal(portal.deps, { topicId: 'trafficking' })
  expect(await list(protector, 'new')).toEqual([appealId])
  expect(await countQueues(portal.deps, protector)).toMatchObject({ new: 1, urgent: 1, mine: 0 })
  for (const by of [operator, supervisor]) {
    expect((await readAll(by, 'myTeam')).some(({ id }) => id === appealId)).toBe(false)
    expect(await readAll(by, 'myTeam', { topicId: 'trafficking' })).toEqual([])
  }
  expect(await countQueues(portal.deps, supervisor)).toEqual(before)
})

test('who has no right to read appeals sees none', async () => {
  for (const role of ['administrator', 'auditor', 'editor'] as const) {
    const nobody = await aStaffVisitor(portal.deps, role, { teams: ['intake'] })
    expect(await list(nobody, 'myTeam')).toEqual([])
    expect(Object.values(await countQueues(portal.deps, nobody)).every((count) => count === 0)).toBe(true)
  }
})

test('a cursor that was tampered with is no cursor', () => {
  for (const text of ['', '2.1.1', '0.x.1', '0.1', "0.1.1'--", '1.999999999999999.1', '0.-1.1'])
    expect([text, parseCursor(text)]).toEqual([text, undefined])
})
