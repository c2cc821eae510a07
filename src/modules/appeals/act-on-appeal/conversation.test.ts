import type { IsoDay } from '#src/kernel/iso-day.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  acceptMessageFile,
  addNote,
  answerAppeal,
  askPerson,
  assignAppeal,
  extendTerm,
  getAppealForPerson,
  getAppealForStaff,
  handToTeam,
  listMessageFiles,
  readFileForStaff,
  registerAppeal,
  replyAsPerson,
  takeAppeal,
  tellPerson,
} from '#src/modules/appeals/index.ts'
import { sweepUnsentFiles } from '#src/modules/appeals/jobs.ts'
import { draftOfMessage } from '#src/modules/appeals/rules/vault.ts'

let portal: TestPortal
let operator: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  operator = await aStaffVisitor(portal.deps, 'operator')
})
afterAll(() => portal.close())

const HOUR = 3_600_000
const DAY = 24 * HOUR
const monday = '2026-06-15T04:00:00Z'
const key = () => portal.random.bytes(16)
const person = (appealId: string) => aPerson(appealId, portal.clock)
const safe = { contacts: [{ kind: 'email', value: 'nurlan@example.org' }], isSafe: 'yes' } as const
const clockOf = async (appealId: string, kind: string) => {
  const clocks = (await getAppealForPerson(portal.deps, appealId))?.clocks
  const found = clocks?.find((clock) => clock.kind === kind)
  if (!found) throw new Error(kind)
  return found
}
const templatesOf = async (appealId: string) =>
  (
    await portal.db
      .selectFrom('notices')
      .select('template')
      .where('appeal_id', '=', appealId)
      .orderBy('created_at')
      .execute()
  )
    .map(({ template }) => template)
    .toSorted()
async function freshAppeal(named: Parameters<typeof anAppeal>[1] = {}) {
  portal.clock.set(monday)
  return (await anAppeal(portal.deps, named)).appealId
}

test('registering begins the term of the answer; taking begins the review', async () => {
  const appealId = await freshAppeal()
  expect((await clockOf(appealId, 'answer')).isExpected).toBe(true)
  expect(await registerAppeal(portal.deps, { appealId, by: operator })).toEqual({ ok: true, value: { version: 2 } })
  expect(await clockOf(appealId, 'answer')).toMatchObject({ isExpected: false, source: { ruleId: 'kg-appeal-answer' } })
  expect((await clockOf(appealId, 'answer')).dueAt.toISOString()).toBe('2026-07-03T12:00:00.000Z')
  await takeAppeal(portal.deps, { appealId, by: operator })
  expect(await getAppealForStaff(portal.deps, operator, appealId)).toMatchObject({
    state: 'underReview',
    assigneeId: operator.id,
    registeredAt: portal.clock.now(),
  })
})

test('the later of two changes is refused, and what it would have changed stays', async () => {
  const appealId = await freshAppeal()
  expect(await takeAppeal(portal.deps, { appealId, by: operator, version: 1 })).toMatchObject({ ok: true })
  const late = { appealId, by: operator, version: 1, formKey: key(), text: 'An answer to an old page' }
  expect(await answerAppeal(portal.deps, late)).toEqual({ ok: false, refusal: 'changedMeanwhile' })
  expect(await getAppealForStaff(portal.deps, operator, appealId)).toMatchObject({ state: 'submitted', version: 2 })
})

test('of twenty who act on the same version exactly one wins', async () => {
  const appealId = await freshAppeal()
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => takeAppeal(portal.deps, { appealId, by: operator, version: 1 })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a second tap answers once, and says the same', async () => {
  const appealId = await freshAppeal({ person: safe })
  const input = { appealId, by: operator, version: 1, formKey: key(), text: 'Позвоните в инспекцию.' }
  const outcomes = await Promise.all([answerAppeal(portal.deps, input), answerAppeal(portal.deps, input)])
  expect(outcomes).toEqual([1, 2].map(() => ({ ok: true, value: { version: 2 } })))
  const appeal = await getAppealForStaff(portal.deps, operator, appealId)
  expect(appeal?.messages.map(({ kind }) => kind)).toEqual(['opening', 'answer'])
  // What nobody had registered is registered on the way.
  expect(appeal?.events.map(({ what }) => what)).toEqual(['submitted', 'registered', 'answered'])
  expect(await templatesOf(appealId)).toEqual(['answer', 'received'])
})

test('a question stops the service’s clocks until the reply, the law’s run on', async () => {
  const appealId = await freshAppeal({ person: safe })
  await registerAppeal(portal.deps, { appealId, by: operator })
  const [law, solution] = [await clockOf(appealId, 'answer'), await clockOf(appealId, 'resolution')]
  // Normal urgency: ten working days from Monday 15 June.
  expect(solution.dueAt.toISOString()).toBe('2026-06-29T12:00:00.000Z')

  await askPerson(portal.deps, { appealId, by: operator, formKey: key(), text: 'Есть ли у вас договор?' })
  expect(await templatesOf(appealId)).toEqual(['question', 'received'])
  expect((await clockOf(appealId, 'firstAnswer')).state).toBe('met')
  portal.clock.advance(2 * DAY)
  expect((await clockOf(appealId, 'resolution')).state).toBe('paused')

  const replied = await replyAsPerson(portal.deps, { appealId, by: person(appealId), formKey: key(), text: 'Да' })
  expect(replied).toMatchObject({ ok: true })
  const after = await clockOf(appealId, 'resolution')
  expect([after.state, after.dueAt.toISOString()]).toEqual(['running', '2026-07-01T12:00:00.000Z'])
  expect((await clockOf(appealId, 'answer')).dueAt).toEqual(law.dueAt)
  const pauses = await portal.db.selectFrom('appeal_pauses').selectAll().where('appeal_id', '=', appealId).execute()
  expect(pauses).toMatchObject([{ reason: 'question', ended_at: portal.clock.now() }])
  expect(await getAppealForStaff(portal.deps, operator, appealId)).toMatchObject({
    state: 'underReview',
    unreadSince: portal.clock.now(),
  })
})

test('a reply to an answer opens the matter again', async () => {
  const appealId = await freshAppeal()
  await answerAppeal(portal.deps, { appealId, by: operator, formKey: key(), text: 'Вот ответ.' })
  expect((await clockOf(appealId, 'resolution')).state).toBe('met')
  portal.clock.advance(DAY)
  await replyAsPerson(portal.deps, { appealId, by: person(appealId), formKey: key(), text: 'Это не помогло.' })
  expect(await getAppealForPerson(portal.deps, appealId)).toMatchObject({ state: 'underReview' })
  expect((await clockOf(appealId, 'resolution')).state).toBe('running')
  expect((await clockOf(appealId, 'answer')).state).toBe('met')
})

test('only an e-mail that is safe hears of news; who has but a phone is to be called, and the note says it was done', async () => {
  const phone = { contacts: [{ kind: 'phone', value: '+996555123456' }], isSafe: 'yes' } as const
  const appealId = await freshAppeal({ person: phone })
  await addNote(portal.deps, { appealId, by: operator, text: 'Перезвонил.', hasCalled: true })
  expect((await getAppealForStaff(portal.deps, operator, appealId))?.callSince).toBeUndefined()
  portal.clock.advance(HOUR)
  await tellPerson(portal.deps, { appealId, by: operator, formKey: key(), text: 'Ваше дело у консула.' })
  expect((await getAppealForStaff(portal.deps, operator, appealId))?.callSince).toEqual(portal.clock.now())
  expect(await templatesOf(appealId)).toEqual([])
  const silent = await freshAppeal({ person: { ...safe, isSafe: 'portalOnly' } })
  await answerAppeal(portal.deps, { appealId: silent, by: operator, formKey: key(), text: 'Ответ' })
  expect(await templatesOf(silent)).toEqual([])
})

test('the person sees no notes, no inner acts and no names of staff', async () => {
  const appealId = await freshAppeal()
  await addNote(portal.deps, { appealId, by: operator, text: 'Похоже на прошлогоднее дело.' })
  await takeAppeal(portal.deps, { appealId, by: operator })
  await handToTeam(portal.deps, { appealId, by: operator, teamId: 'intake', reason: 'Не наша тема' })
  const theirs = await getAppealForPerson(portal.deps, appealId)
  expect(theirs?.messages.map(({ kind }) => kind)).toEqual(['opening'])
  expect(theirs?.events.map(({ what, words }) => [what, words])).toEqual([
    ['submitted', undefined],
    ['handed', undefined],
  ])
  expect(theirs?.events.every(({ staffId }) => staffId === undefined)).toBe(true)
  const ours = await getAppealForStaff(portal.deps, operator, appealId)
  expect(ours?.events.map(({ what }) => what)).toEqual(['submitted', 'noted', 'taken', 'handed'])
  expect(ours?.events.at(-1)?.words).toBe('Не наша тема')
})

test('the term of the answer is extended once, as far as the rule allows, with a reason the person reads', async () => {
  const appealId = await freshAppeal({ person: safe })
  const extend = (named: object) => extendTerm(portal.deps, { appealId, by: operator, reason: 'Ждём ответа', ...named })
  expect(await extend({})).toEqual({ ok: false, refusal: 'notExtendable' })
  await registerAppeal(portal.deps, { appealId, by: operator })
  expect((await getAppealForStaff(portal.deps, operator, appealId))?.extendableTo).toBe('2026-08-02')
  expect(await extend({ reason: ' ' })).toEqual({ ok: false, refusal: 'reasonMissing' })
  expect(await extend({ to: '2026-08-03' })).toEqual({ ok: false, refusal: 'dayOutOfTerm' })
  expect(await extend({ to: '2026-07-03' })).toEqual({ ok: false, refusal: 'dayOutOfTerm' })
  expect(await extend({})).toMatchObject({ ok: true })
  const clock = await clockOf(appealId, 'answer')
  // 2 August is a Sunday: the service must answer on the Friday before.
  expect([clock.extendedTo, clock.dueAt.toISOString()]).toEqual(['2026-08-02', '2026-07-31T12:00:00.000Z'])
  expect(await extend({})).toEqual({ ok: false, refusal: 'alreadyExtended' })
  const shown = (await getAppealForPerson(portal.deps, appealId))?.events.find(({ what }) => what === 'termExtended')
  expect(shown?.words).toBe('Ждём ответа')
  expect(await templatesOf(appealId)).toEqual(['received', 'termExtended'])
})

test('a term that has passed is late for good: no extension takes the breach back', async () => {
  const appealId = await freshAppeal()
  await registerAppeal(portal.deps, { appealId, by: operator })
  portal.clock.set('2026-07-03T12:00:01Z')
  const late = await extendTerm(portal.deps, { appealId, by: operator, reason: 'Ждём ответа' })
  expect(late).toEqual({ ok: false, refusal: 'termOver' })
  expect((await clockOf(appealId, 'answer')).state).toBe('late')
  expect((await getAppealForStaff(portal.deps, operator, appealId))?.extendableDays).toEqual([])
})

test('an extension to the day off after the due day would change nothing, and is not spent', async () => {
  const appealId = await freshAppeal()
  await registerAppeal(portal.deps, { appealId, by: operator })
  const extend = (to: IsoDay) => extendTerm(portal.deps, { appealId, by: operator, reason: 'Ждём', to })
  expect(await extend('2026-07-05')).toEqual({ ok: false, refusal: 'dayOutOfTerm' })
  expect(await extend('2026-07-06')).toMatchObject({ ok: true })
  expect((await clockOf(appealId, 'answer')).extension).toEqual({
    from: '2026-07-03',
    to: '2026-07-06',
    due: '2026-07-06',
  })
})

test('an appeal is given only to a member of its team, and handed only to a team that is there', async () => {
  const appealId = await freshAppeal()
  const stranger = await aStaffVisitor(portal.deps, 'operator', { teams: ['protection'] })
  expect(await assignAppeal(portal.deps, { appealId, by: operator, staffId: stranger.id })).toEqual({
    ok: false,
    refusal: 'assigneeUnfit',
  })
  const assigned = await assignAppeal(portal.deps, { appealId, by: operator, staffId: operator.id })
  expect(assigned).toMatchObject({ ok: true })
  expect(await handToTeam(portal.deps, { appealId, by: operator, teamId: 'nowhere' })).toEqual({
    ok: false,
    refusal: 'teamUnfit',
  })
})

test('empty and endless texts are refused with the text’s own reason', async () => {
  const appealId = await freshAppeal()
  const answer = (text: string) => answerAppeal(portal.deps, { appealId, by: operator, formKey: key(), text })
  expect(await answer(' \n ')).toEqual({ ok: false, refusal: 'textEmpty' })
  expect(await answer('я'.repeat(20_001))).toEqual({ ok: false, refusal: 'textTooLong' })
})

test.for(['person', 'staff'] as const)(
  'files of a message that is never sent (%s) go after thirty days',
  async (side) => {
    const appealId = await freshAppeal()
    const messageKey = key()
    const owner = draftOfMessage(side, appealId, messageKey)
    const row = {
      type: 'application/pdf',
      bytes: 10,
      name_sealed: Buffer.from('x'),
      created_at: portal.clock.now(),
    } as const
    await portal.db
      .insertInto('files')
      .values({ ...row, id: side.padEnd(22, 'B'), owner_kind: owner.kind, owner_id: owner.id })
      .execute()
    const left = async () =>
      (await portal.db.selectFrom('files').where('owner_id', '=', owner.id).select('id').execute()).length
    portal.clock.advance(30 * DAY)
    await sweepUnsentFiles.run(portal.deps, {})
    expect(await left()).toBe(1)
    portal.clock.advance(1)
    await sweepUnsentFiles.run(portal.deps, {})
    expect(await left()).toBe(0)
  },
)

test('a form’s key used on another appeal is just another act there', async () => {
  const [one, other] = [await freshAppeal(), await freshAppeal()]
  const formKey = key()
  for (const appealId of [one, other])
    expect(await replyAsPerson(portal.deps, { appealId, by: person(appealId), formKey, text: 'Ещё' })).toMatchObject({
      ok: true,
    })
  expect((await getAppealForPerson(portal.deps, other))?.messages).toHaveLength(2)
})

test('files of a message stay with the form until it is sent, then belong to the message', async () => {
  const appealId = await freshAppeal()
  const messageKey = key()
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
  const stream = (async function* () {
    yield pdf
  })()
  const accepted = await acceptMessageFile(portal.deps, appealId, { messageKey, name: 'договор.pdf', stream })
  if (!accepted.ok) throw new Error(accepted.refusal)
  expect((await getAppealForPerson(portal.deps, appealId))?.messages[0]?.files).toEqual([])
  expect(await listMessageFiles(portal.deps, appealId, messageKey)).toMatchObject([{ name: 'договор.pdf' }])
  await replyAsPerson(portal.deps, { appealId, by: person(appealId), formKey: messageKey, text: 'Вот договор' })
  const appeal = await getAppealForStaff(portal.deps, operator, appealId)
  expect(appeal?.messages.at(-1)?.files).toMatchObject([{ id: accepted.value.id, name: 'договор.pdf' }])
  const read = await readFileForStaff(portal.deps, operator, appealId, accepted.value.id)
  expect(read?.bytes).toEqual(pdf)
  const elsewhere = await freshAppeal()
  expect(await readFileForStaff(portal.deps, operator, elsewhere, accepted.value.id)).toBeUndefined()
})
