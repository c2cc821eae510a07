import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { makeStaff } from '#test/support/staff.ts'
import { paths } from '#src/paths.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  assignAppeal,
  changeUrgency,
  closeAppeal,
  handToTeam,
  protectAppeal,
  reopenAppeal,
  takeAppeal,
} from '#src/modules/appeals/index.ts'
import { callDuty } from './jobs.ts'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'

const MINUTE = 60_000
let portal: TestPortal
let operator: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  operator = await aStaffVisitor(portal.deps, 'operator')
  await portal.db.deleteFrom('duty_list').execute()
  const onDuty = await makeStaff(portal.deps, 'operator', { name: 'On Duty', lang: 'en' })
  await addDuty(portal.deps, { kind: 'system', name: 'test' }, onDuty.id)
})
beforeEach(async () => {
  await portal.db.updateTable('appeals').set({ urgency: 'low', urgency_rank: 0 }).execute()
  portal.clock.advance(60 * MINUTE)
  await portal.runJobs()
  portal.mail.letters.length = 0
})
afterAll(() => portal.close())

/** How many letters went to the duty list since the last look, as time goes by. */
async function calledAfter(minutes = 0): Promise<number> {
  portal.clock.advance(minutes * MINUTE)
  await portal.runJobs()
  return portal.mail.letters.splice(0).filter(({ raw }) => /^Subject: Critical/m.test(raw)).length
}
const raise = (appealId: string, urgency: 'critical' | 'high' = 'critical') =>
  changeUrgency(portal.deps, { appealId, by: operator, urgency, reason: 'Грозит опасность' })
const take = (appealId: string) => takeAppeal(portal.deps, { appealId, by: operator })

test('an alarm rings again whenever nobody has a critical appeal again: raised twice, given back, handed on, reopened', async () => {
  const { appealId } = await anAppeal(portal.deps)
  await raise(appealId)
  expect(await calledAfter()).toBe(1)
  await take(appealId)
  expect(await calledAfter(20)).toBe(0)

  await raise(appealId, 'high')
  await assignAppeal(portal.deps, { appealId, by: operator })
  expect(await calledAfter(20)).toBe(0)
  await raise(appealId)
  expect(await calledAfter(), 'raised a second time').toBe(1)

  await take(appealId)
  await assignAppeal(portal.deps, { appealId, by: operator })
  expect(await calledAfter(2), 'given back to the team').toBe(1)

  await take(appealId)
  await handToTeam(portal.deps, { appealId, by: operator, teamId: 'intake' })
  expect(await calledAfter(2), 'handed on').toBe(1)

  const by = aPerson(appealId, portal.clock)
  await closeAppeal(portal.deps, { appealId, by, outcome: 'withdrawn' })
  expect(await calledAfter(20)).toBe(0)
  await reopenAppeal(portal.deps, { appealId, by, reason: 'Снова' })
  expect(await calledAfter(), 'reopened').toBe(1)
})

test('a critical appeal that is protected while an outsider has it calls again', async () => {
  const { appealId } = await anAppeal(portal.deps)
  await raise(appealId)
  await take(appealId)
  await calledAfter(20)
  const protector = await aStaffVisitor(portal.deps, 'lawyer', { teams: ['protection'] })
  await addDuty(portal.deps, { kind: 'system', name: 'test' }, protector.id)
  await protectAppeal(portal.deps, { appealId, by: aPerson(appealId, portal.clock) })
  await portal.runJobs()
  expect(portal.mail.letters.length).toBeGreaterThan(0)
  await portal.db.deleteFrom('duty_list').where('staff_id', '=', protector.id).execute()
})

test('one call of a spell is sent once however often its job runs, and one spell never rings in two rows', async () => {
  const { appealId } = await anAppeal(portal.deps)
  await raise(appealId)
  expect(await calledAfter()).toBe(1)
  await take(appealId)
  await assignAppeal(portal.deps, { appealId, by: operator })
  expect(await calledAfter(5)).toBe(1)
  expect(await calledAfter(15)).toBe(1)
  expect(await calledAfter(15)).toBe(1)
})

test('calls go on every quarter of an hour for as long as nobody takes it, from the fifth on to the supervisors too', async () => {
  await makeStaff(portal.deps, 'supervisor', { lang: 'en' })
  const { appealId } = await anAppeal(portal.deps)
  await raise(appealId)
  const calls = [await calledAfter()]
  for (let round = 1; round < 100; round += 1) calls.push(await calledAfter(15))
  expect(calls.slice(0, 4)).toEqual([1, 1, 1, 1])
  expect(calls.slice(4).every((count) => count === 2)).toBe(true)
})

test('forty danger reports in six seconds are all taken in and ring in two letters within the minute, then in one', async () => {
  const before = await portal.db.selectFrom('appeals').select('id').execute()
  for (let sent = 0; sent < 40; sent += 1) {
    await anAppeal(portal.deps, { topicId: 'death-repatriation', message: 'КАНАРЕЙКА' })
    portal.clock.advance(150)
    if (sent % 13 === 0) await portal.runJobs()
  }
  expect(await portal.db.selectFrom('appeals').select('id').execute()).toHaveLength(before.length + 40)
  expect(portal.mail.letters).toHaveLength(1)
  portal.clock.advance(50_000)
  await portal.runJobs()
  const [, second] = portal.mail.letters.splice(0)
  if (!second) throw new Error('No second letter.')
  expect(wordsOf(second)).toMatch(/40\scritical appeals/)
  expect(second.raw + wordsOf(second)).not.toMatch(/КАНАРЕЙКА|KG-26-|repatriation/)
  expect(await calledAfter(15)).toBe(1)
  expect(await calledAfter(15)).toBe(1)
})

test('an alarm whose own job was lost rings at the next look', async () => {
  const { appealId } = await anAppeal(portal.deps)
  await raise(appealId)
  await sql`delete from pgboss.job where name = ${callDuty.name}`.execute(portal.db)
  expect(await calledAfter()).toBe(0)
  await portal.deps.jobs.enqueue(portal.db, callDuty, {})
  expect(await calledAfter()).toBe(1)
  await take(appealId)
  await portal.deps.jobs.enqueue(portal.db, callDuty, {})
  expect(await calledAfter(20)).toBe(0)
})

test('a letter about several appeals is shown in the outbox to protectors alone as soon as one of them is protected', async () => {
  const protector = await aStaffVisitor(portal.deps, 'lawyer', { teams: ['protection'] })
  await addDuty(portal.deps, { kind: 'system', name: 'test' }, protector.id)
  const critical = { topicId: 'death-repatriation' } as const
  for (const wantsProtection of [false, true, false]) await anAppeal(portal.deps, { ...critical, wantsProtection })
  await portal.runJobs()
  const shownTo = async (teams: readonly string[]) => {
    const { body } = await portal.get(
      paths.staffNotices(),
      await portal.signIn('supervisor', { lang: 'en', teams: [...teams] }),
    )
    const since = portal.clock.now().toISOString()
    return body.split('<tr').filter((row) => row.includes('Call to those on duty') && row.includes(since)).length
  }
  // One letter to whom only the two ordinary ones call, one to whom all three do.
  expect(portal.mail.letters).toHaveLength(2)
  expect(await shownTo(['intake'])).toBe(1)
  expect(await shownTo(['protection'])).toBe(2)
})
