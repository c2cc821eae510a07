import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  addNote,
  answerAppeal,
  assignAppeal,
  changeTopic,
  changeUrgency,
  closeAppeal,
  extendTerm,
  getAppealForPerson,
  getAppealForStaff,
  handToTeam,
  protectAppeal,
  registerAppeal,
  replyAsPerson,
  takeAppeal,
  tellPerson,
} from '#src/modules/appeals/index.ts'
import { inTransaction } from '#src/platform/db.ts'

// On the embedded database transactions come one after the other by themselves; on a server (TEST_DATABASE_URL) only the
// locks see to it.
let portal: TestPortal
let operator: StaffVisitor
let colleague: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  operator = await aStaffVisitor(portal.deps, 'supervisor')
  colleague = await aStaffVisitor(portal.deps, 'supervisor')
})
afterAll(() => portal.close())

const ROUNDS = 10
const key = () => Buffer.from(portal.random.bytes(16))
const read = async (appealId: string) => {
  const appeal = await getAppealForStaff(portal.deps, operator, appealId)
  if (!appeal) throw new Error('It is gone.')
  return appeal
}
const reasonsOf = (outcomes: readonly { readonly ok: boolean; readonly refusal?: string }[]) =>
  outcomes.map(({ ok, refusal }) => (ok ? 'done' : String(refusal))).toSorted()

test('of all acts at once on the version that everybody saw exactly one counts, whichever they are', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { appealId, teamId } = await anAppeal(portal.deps)
    const otherTeam = teamId === 'intake' ? 'consultations' : 'intake'
    const seen = { appealId, version: 1 }
    const [mine, theirs] = [
      { ...seen, by: operator },
      { ...seen, by: colleague },
    ]
    const outcomes = await Promise.all([
      takeAppeal(portal.deps, mine),
      takeAppeal(portal.deps, theirs),
      registerAppeal(portal.deps, theirs),
      assignAppeal(portal.deps, { ...mine, staffId: colleague.id }),
      handToTeam(portal.deps, { ...theirs, teamId: otherTeam }),
      answerAppeal(portal.deps, { ...mine, formKey: key(), text: 'Ответ' }),
      tellPerson(portal.deps, { ...theirs, formKey: key(), text: 'Новость' }),
      addNote(portal.deps, { ...mine, text: 'Заметка' }),
      changeUrgency(portal.deps, { ...theirs, urgency: 'high', reason: 'Срочно' }),
      changeTopic(portal.deps, { ...mine, topicId: 'feedback', reason: 'Другое' }),
      closeAppeal(portal.deps, { ...theirs, outcome: 'spam' }),
      closeAppeal(portal.deps, { ...seen, by: aPerson(appealId, portal.clock), outcome: 'withdrawn' }),
    ])
    expect(reasonsOf(outcomes)).toEqual([...Array.from({ length: 11 }, () => 'changedMeanwhile'), 'done'])
    const { version, events } = await read(appealId)
    expect([version, new Set(events.map((event) => event.what)).size]).toEqual([2, events.length])
  }
})

test('of a reply and a closing at once one counts and the other is told, and no reply lies unread in a closed appeal', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { appealId } = await anAppeal(portal.deps)
    await answerAppeal(portal.deps, { appealId, by: operator, formKey: key(), text: 'Ответ' })
    const [replied, closed] = await Promise.all([
      replyAsPerson(portal.deps, {
        appealId,
        by: aPerson(appealId, portal.clock),
        formKey: key(),
        text: 'Не согласен',
      }),
      closeAppeal(portal.deps, { appealId, version: 2, by: operator, outcome: 'solved' }),
    ])
    const { state, messages } = await read(appealId)
    const hasReply = messages.some(({ kind }) => kind === 'reply')
    expect([replied.ok, closed.ok]).toContain(true)
    expect([state, hasReply]).toEqual(closed.ok ? ['closed', false] : ['underReview', true])
    expect(reasonsOf([replied, closed])).toEqual(closed.ok ? ['done', 'notNow'] : ['changedMeanwhile', 'done'])
  }
})

test('of two who extend the term at once, without a version too, one does', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { appealId } = await anAppeal(portal.deps)
    await registerAppeal(portal.deps, { appealId, by: operator })
    const extend = (by: StaffVisitor) => extendTerm(portal.deps, { appealId, by, reason: 'Ждём ответа завода' })
    expect(reasonsOf(await Promise.all([extend(operator), extend(colleague)]))).toEqual(['alreadyExtended', 'done'])
    const told = (await read(appealId)).events.filter(({ what }) => what === 'termExtended')
    expect(told).toHaveLength(1)
  }
})

test('what is written while an appeal is being protected is ciphertext like the rest', async () => {
  const protector = await aStaffVisitor(portal.deps, 'operator', { teams: ['protection'] })
  for (let round = 0; round < ROUNDS; round += 1) {
    const { appealId } = await anAppeal(portal.deps)
    const by = aPerson(appealId, portal.clock)
    await Promise.all([
      replyAsPerson(portal.deps, { appealId, by, formKey: key(), text: 'Меня ищут' }),
      protectAppeal(portal.deps, { appealId, by }),
      tellPerson(portal.deps, { appealId, by: operator, formKey: key(), text: 'Новость' }),
    ])
    const inClear = portal.db.selectFrom('appeal_messages').select('id').where('appeal_id', '=', appealId)
    expect(await inClear.where('body', 'is not', null).execute()).toEqual([])
    expect((await getAppealForStaff(portal.deps, protector, appealId))?.messages.length).toBeGreaterThan(1)
    expect((await getAppealForPerson(portal.deps, appealId))?.level).toBe('protected')
  }
})

test('who is put out of the team while they take an appeal, or while it is given to them, does not have it', async () => {
  for (const way of ['take', 'assign'] as const) {
    const leaving = await aStaffVisitor(portal.deps, 'operator', { teams: ['intake'] })
    const { appealId } = await anAppeal(portal.deps)
    await portal.db.updateTable('appeals').set({ team_id: 'intake' }).where('id', '=', appealId).execute()
    let outcome: Promise<unknown> = Promise.resolve()
    await inTransaction(portal.db, async (db) => {
      await db.deleteFrom('team_members').where('staff_id', '=', leaving.id).execute()
      outcome =
        way === 'take'
          ? takeAppeal(portal.deps, { appealId, by: leaving })
          : assignAppeal(portal.deps, { appealId, by: operator, staffId: leaving.id })
      await pause(300)
    })
    expect(await outcome).toEqual({ ok: false, refusal: way === 'take' ? 'notThere' : 'assigneeUnfit' })
    expect((await read(appealId)).assigneeId).toBeUndefined()
  }
})
