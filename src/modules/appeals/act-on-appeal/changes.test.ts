import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  addNote,
  answerAppeal,
  changeTopic,
  changeUrgency,
  closeAppeal,
  findAppealByNumber,
  getAppealForPerson,
  getAppealForStaff,
  protectAppeal,
  registerAppeal,
  reopenAppeal,
  replyAsPerson,
  takeAppeal,
} from '#src/modules/appeals/index.ts'

let portal: TestPortal
let operator: StaffVisitor
let protector: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  operator = await aStaffVisitor(portal.deps, 'operator')
  protector = await aStaffVisitor(portal.deps, 'operator', { teams: ['protection'] })
})
afterAll(() => portal.close())

const DAY = 86_400_000
const monday = '2026-06-15T04:00:00Z'
const key = () => portal.random.bytes(16)
const person = (appealId: string) => aPerson(appealId, portal.clock)
async function freshAppeal(named: Parameters<typeof anAppeal>[1] = {}) {
  portal.clock.set(monday)
  return (await anAppeal(portal.deps, named)).appealId
}
/** Every row of every table that may hold something of an appeal, bytes as text: what a stolen dump would show. */
async function dump(): Promise<string> {
  const tables = [
    'appeals',
    'appeal_messages',
    'appeal_answers',
    'appeal_events',
    'audit_entries',
    'people',
    'contacts',
    'notices',
    'files',
  ] as const
  const rows: unknown[] = []
  for (const table of tables) rows.push(...(await portal.db.selectFrom(table).selectAll().execute()))
  const inClear = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString() : value)
  return rows
    .flatMap((row) => Object.values(row ?? {}).map(inClear))
    .map((value) => JSON.stringify(value))
    .join('\n')
}
const eventsOf = async (appealId: string, what: string) =>
  portal.db.selectFrom('appeal_events').selectAll().where('appeal_id', '=', appealId).where('what', '=', what).execute()

test('only an operator lowers the urgency, with a reason, never below the topic’s minimum', async () => {
  const appealId = await freshAppeal({ topicId: 'unpaid-wages', answers: { peopleCount: 50 } })
  const lower = (by: StaffVisitor, urgency: 'low' | 'high', reason = 'Уточнили') =>
    changeUrgency(portal.deps, { appealId, by, urgency, reason })
  expect(await lower(operator, 'high', '')).toEqual({ ok: false, refusal: 'reasonMissing' })
  expect(await lower(operator, 'high')).toMatchObject({ ok: true })
  expect(await eventsOf(appealId, 'urgencyLowered')).toMatchObject([
    { details: { from: 'critical', to: 'high' }, words: 'Уточнили', is_public: false },
  ])
  const trafficking = await freshAppeal({ topicId: 'trafficking' })
  expect(
    await changeUrgency(portal.deps, { appealId: trafficking, by: protector, urgency: 'high', reason: 'x' }),
  ).toEqual({ ok: false, refusal: 'urgencyTooLow' })
})

test('another topic brings another suggestion and may raise the urgency by the answers given, never lower it', async () => {
  const appealId = await freshAppeal({ topicId: 'contract-conditions', answers: { peopleCount: 9 } })
  const before = await getAppealForStaff(portal.deps, operator, appealId)
  const change = (topicId: string) =>
    changeTopic(portal.deps, { appealId, by: operator, topicId, reason: 'Это зарплата' })
  expect(await change('no-such-topic')).toEqual({ ok: false, refusal: 'topicUnknown' })
  expect(await change('unpaid-wages')).toMatchObject({ ok: true })
  const after = await getAppealForStaff(portal.deps, operator, appealId)
  expect([before?.urgency, after?.urgency, after?.topicId]).toEqual(['normal', 'high', 'unpaid-wages'])
  expect(after?.bodyId).toBe('mlssm-rep-ru')
  expect(after?.clocks.find(({ kind }) => kind === 'firstAnswer')?.target).toEqual({ value: 4, unit: 'workingHour' })
  await change('feedback')
  expect(await getAppealForStaff(portal.deps, operator, appealId)).toMatchObject({
    topicId: 'feedback',
    urgency: 'high',
  })
})

test('a protected appeal is ciphertext in the database, from its first word to its last', async () => {
  const canary = 'КАНАРЕЙКА'
  const appealId = await freshAppeal({
    topicId: 'trafficking',
    message: `${canary} слова`,
    city: `${canary}-город`,
    answers: { passportHeldBy: `${canary} хозяин` },
    person: {
      name: `${canary} уулу`,
      contacts: [{ kind: 'email', value: 'canary-nurlan@example.org' }],
      isSafe: 'yes',
    },
  })
  await replyAsPerson(portal.deps, { appealId, by: person(appealId), formKey: key(), text: `${canary} ещё` })
  await addNote(portal.deps, { appealId, by: protector, text: `${canary} заметка` })
  await answerAppeal(portal.deps, { appealId, by: protector, formKey: key(), text: `${canary} ответ` })
  await closeAppeal(portal.deps, { appealId, by: protector, outcome: 'solved', reason: `${canary} причина` })
  await reopenAppeal(portal.deps, { appealId, by: person(appealId), reason: `${canary} снова` })
  const all = await dump()
  expect(all).not.toContain(canary)
  expect(all).not.toContain('canary-nurlan')
  const appeal = await getAppealForStaff(portal.deps, protector, appealId)
  expect(appeal).toMatchObject({ city: `${canary}-город`, answers: { passportHeldBy: `${canary} хозяин` } })
  expect(appeal?.messages.map(({ body }) => body)).toEqual([
    `${canary} слова`,
    `${canary} ещё`,
    `${canary} заметка`,
    `${canary} ответ`,
  ])
  expect(appeal?.events.flatMap(({ words }) => words ?? [])).toEqual([`${canary} причина`, `${canary} снова`])
})

test('protecting by wish turns what stood in clear into ciphertext and takes it from everybody else', async () => {
  const secret = 'ПЕРЕПЁЛКА'
  const appealId = await freshAppeal({ message: secret, city: secret, answers: { employer: secret } })
  await takeAppeal(portal.deps, { appealId, by: operator })
  await changeUrgency(portal.deps, { appealId, by: operator, urgency: 'high', reason: secret })
  expect(await dump()).toContain(secret)
  expect(await protectAppeal(portal.deps, { appealId, by: person(appealId) })).toMatchObject({ ok: true })
  expect(await dump()).not.toContain(secret)
  expect(await getAppealForStaff(portal.deps, operator, appealId)).toBeUndefined()
  expect(await registerAppeal(portal.deps, { appealId, by: operator })).toEqual({ ok: false, refusal: 'notThere' })
  const theirs = await getAppealForStaff(portal.deps, protector, appealId)
  expect(theirs).toMatchObject({
    teamId: 'protection',
    assigneeId: undefined,
    city: secret,
    answers: { employer: secret },
  })
  expect(theirs?.messages[0]?.body).toBe(secret)
  expect(await protectAppeal(portal.deps, { appealId, by: protector })).toEqual({
    ok: false,
    refusal: 'alreadyProtected',
  })
})

test('a topic that needs protection protects, the reason of the change too', async () => {
  const secret = 'ЖУРАВЛЬ'
  const appealId = await freshAppeal({ message: secret })
  await changeTopic(portal.deps, { appealId, by: operator, topicId: 'trafficking', reason: secret })
  expect(await dump()).not.toContain(secret)
  expect(await getAppealForStaff(portal.deps, protector, appealId)).toMatchObject({
    level: 'protected',
    urgency: 'critical',
  })
})

test('a sealed text put in the place of another does not open', async () => {
  const one = await freshAppeal({ topicId: 'trafficking', message: 'first' })
  const other = await freshAppeal({ topicId: 'trafficking', message: 'second' })
  const sealed = await portal.db
    .selectFrom('appeal_messages')
    .select('body_sealed')
    .where('appeal_id', '=', other)
    .executeTakeFirstOrThrow()
  await portal.db.updateTable('appeal_messages').set(sealed).where('appeal_id', '=', one).execute()
  await expect(getAppealForPerson(portal.deps, one)).rejects.toThrow('unable to authenticate')
})

test('auditor, administrator, a stranger to the team and an ordinary supervisor read nothing that is not theirs', async () => {
  const [ordinary, hidden] = [await freshAppeal(), await freshAppeal({ topicId: 'trafficking' })]
  const sees = async (by: StaffVisitor) => [
    (await getAppealForStaff(portal.deps, by, ordinary)) !== undefined,
    (await getAppealForStaff(portal.deps, by, hidden)) !== undefined,
  ]
  const supervisor = await aStaffVisitor(portal.deps, 'supervisor', { teams: [] })
  const stranger = await aStaffVisitor(portal.deps, 'operator', { teams: ['intake'] })
  const auditor = await aStaffVisitor(portal.deps, 'auditor')
  const administrator = await aStaffVisitor(portal.deps, 'administrator')
  expect(await sees(operator)).toEqual([true, false])
  expect(await sees(protector)).toEqual([false, true])
  expect(await sees(supervisor)).toEqual([true, false])
  expect(await sees(stranger)).toEqual([false, false])
  expect(await sees(auditor)).toEqual([false, false])
  expect(await sees(administrator)).toEqual([false, false])
  expect(await getAppealForStaff(portal.deps, operator, '999999')).toBeUndefined()
  expect(await getAppealForStaff(portal.deps, operator, "1' or true")).toBeUndefined()
  const number = (await getAppealForPerson(portal.deps, hidden))?.number
  if (!number) throw new Error('no number')
  expect(await findAppealByNumber(portal.db, operator, number)).toBeUndefined()
  expect(await findAppealByNumber(portal.db, protector, number)).toBe(hidden)
  const acts = await portal.db
    .selectFrom('audit_entries')
    .select(['what', 'actor_id'])
    .where('on_id', '=', hidden)
    .execute()
  expect(acts.filter(({ what }) => what === 'appeal.read')).toEqual([{ what: 'appeal.read', actor_id: protector.id }])
})

test('"solved" needs an answer, a refusal needs reason and norm, and only the service refuses', async () => {
  const appealId = await freshAppeal()
  const close = (named: Partial<Parameters<typeof closeAppeal>[1]>) =>
    closeAppeal(portal.deps, { appealId, by: operator, outcome: 'solved', ...named })
  expect(await close({})).toEqual({ ok: false, refusal: 'answerFirst' })
  expect(await close({ outcome: 'notAccepted', norm: 'ст. 5' })).toEqual({ ok: false, refusal: 'reasonMissing' })
  expect(await close({ outcome: 'notAccepted', reason: 'Не к нам' })).toEqual({ ok: false, refusal: 'normMissing' })
  expect(await close({ outcome: 'spam', by: person(appealId) })).toEqual({ ok: false, refusal: 'outcomeNotYours' })
  await answerAppeal(portal.deps, { appealId, by: operator, formKey: key(), text: 'Ответ' })
  expect(await close({ amountRecovered: { amount: -1, currency: 'RUB' } })).toEqual({
    ok: false,
    refusal: 'amountWrong',
  })
  expect(await close({ amountRecovered: { amount: 120_000.5, currency: 'RUB' } })).toMatchObject({ ok: true })
  expect(await getAppealForPerson(portal.deps, appealId)).toMatchObject({
    state: 'closed',
    outcome: 'solved',
    amountRecovered: { amount: '120000.50', currency: 'RUB' },
  })
  expect(await close({})).toEqual({ ok: false, refusal: 'notNow' })
})

test('the person re-opens within thirty days, with a reason; the service at any time; everything is promised anew', async () => {
  const appealId = await freshAppeal()
  await registerAppeal(portal.deps, { appealId, by: operator })
  await closeAppeal(portal.deps, { appealId, by: person(appealId), outcome: 'withdrawn' })
  const reopen = (by: StaffVisitor | ReturnType<typeof person>, reason = 'Обманули снова') =>
    reopenAppeal(portal.deps, { appealId, by, reason })
  expect(await reopen(person(appealId), ' ')).toEqual({ ok: false, refusal: 'reasonMissing' })
  portal.clock.advance(30 * DAY)
  expect(await reopen(person(appealId))).toMatchObject({ ok: true })
  const again = await getAppealForPerson(portal.deps, appealId)
  expect(again).toMatchObject({ state: 'underReview', outcome: undefined, closedAt: undefined })
  expect(again?.clocks.map(({ kind, state }) => [kind, state])).toEqual([
    ['answer', 'running'],
    ['firstAnswer', 'running'],
    ['resolution', 'running'],
  ])
  await closeAppeal(portal.deps, { appealId, by: person(appealId), outcome: 'solved' })
  portal.clock.advance(30 * DAY + 1)
  expect(await reopen(person(appealId))).toEqual({ ok: false, refusal: 'reopenTooLate' })
  expect(await reopen(operator)).toMatchObject({ ok: true })
})

test('a person acts on no appeal but the proved one', async () => {
  const [mine, other] = [await freshAppeal(), await freshAppeal()]
  const outcome = await closeAppeal(portal.deps, { appealId: other, by: person(mine), outcome: 'withdrawn' })
  expect(outcome).toEqual({ ok: false, refusal: 'notThere' })
})

test('what the service decides on it has registered; spam and what was withdrawn it need not', async () => {
  const close = async (outcome: 'notAccepted' | 'spam' | 'withdrawn') => {
    const appealId = await freshAppeal()
    const closing = { appealId, by: operator, outcome, reason: 'Не к нам', norm: 'ст. 1' }
    expect(await closeAppeal(portal.deps, closing)).toMatchObject({ ok: true })
    return getAppealForStaff(portal.deps, operator, appealId)
  }
  const refusal = await close('notAccepted')
  expect(refusal?.events.map(({ what }) => what)).toEqual(['submitted', 'registered', 'closed'])
  expect(refusal?.registeredAt).toEqual(portal.clock.now())
  expect(refusal?.clocks.map(({ state }) => state)).toEqual(refusal?.clocks.map(() => 'met'))
  for (const outcome of ['spam', 'withdrawn'] as const) expect((await close(outcome))?.registeredAt).toBeUndefined()
})

test('no amount goes with spam or with what was withdrawn', async () => {
  const appealId = await freshAppeal()
  const amountRecovered = { amount: 5, currency: 'RUB' }
  for (const outcome of ['spam', 'withdrawn'] as const)
    expect(await closeAppeal(portal.deps, { appealId, by: operator, outcome, amountRecovered })).toEqual({
      ok: false,
      refusal: 'amountUnfit',
    })
})
