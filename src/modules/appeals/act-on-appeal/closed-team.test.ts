import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal, anInput } from '#test/support/appeals.ts'
import { fieldIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { closeAppeal, handToTeam, openAppeal, reopenAppeal, takeAppeal } from '#src/modules/appeals/index.ts'
import { countOpenOf } from '#src/modules/appeals/store/appeals.ts'
import { openWork } from '#src/modules/staff/index.ts'
import { changeTeam } from '#src/modules/staff/manage-teams/teams.ts'
import { inTransaction, type ReadDb } from '#src/platform/db.ts'
import { fill, slotsFrom } from '#src/platform/slots.ts'

// On the embedded database transactions come one after the other by themselves; on a server (TEST_DATABASE_URL) only the
// locks see to it.
let portal: TestPortal
let boss: StaffVisitor
let supervisor: Cookies
let operator: Cookies
let protector: Cookies
beforeAll(async () => {
  portal = await startPortal()
  boss = await aStaffVisitor(portal.deps, 'supervisor')
  supervisor = await portal.signIn('supervisor')
  operator = await portal.signIn('operator')
  protector = await portal.signIn('operator', { teams: ['protection'] })
})
afterAll(() => portal.close())

const phone = { contacts: [{ kind: 'phone', value: '+996555123456' }], isSafe: 'yes' } as const
const names = (id: string) => ({ nameKy: id, nameRu: id, nameEn: id, langs: 'ru' })
let made = 0
async function aTeam(kind = 'ordinary'): Promise<string> {
  made += 1
  const id = `south-${made}`
  const answer = await portal.post('/staff/teams/new', { ...names(id), kind }, supervisor)
  expect(answer.headers.location).toContain(`/staff/teams/${id}?`)
  return id
}
const close = (id: string) => portal.post(`/staff/teams/${id}`, { ...names(id), state: 'closed' }, supervisor)
const closeByVerb = (id: string, deps: Parameters<typeof changeTeam>[0] = portal.deps) =>
  changeTeam(deps, boss, id, { name: { ky: id, ru: id, en: id }, langs: ['ru'], isActive: false })
const put = (appealId: string, team_id: string) =>
  portal.db.updateTable('appeals').set({ team_id }).where('id', '=', appealId).execute()
const rowOf = (id: string) =>
  portal.db
    .selectFrom('appeals')
    .select(['state', 'team_id', 'assignee_id', 'routing_flagged', 'call_since'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const handedOf = async (id: string) => {
  const events = portal.db.selectFrom('appeal_events').select(['actor_kind', 'details', 'is_public'])
  return events.where('appeal_id', '=', id).where('what', '=', 'handed').execute()
}
const queue = async (view: string, cookies: Cookies) => (await portal.get(`/staff/queue/${view}`, cookies)).body
/** What nobody would ever find: open appeals of a team, if it is closed. */
const lostIn = (team: string) =>
  portal.db
    .selectFrom('appeals')
    .innerJoin('teams', 'teams.id', 'team_id')
    .select('appeals.id')
    .where('team_id', '=', team)
    .where('active', '=', false)
    .where('state', '<>', 'closed')
    .execute()

test('an appeal that the person opens again after its team was closed lies in the intake team’s queue, flagged', async () => {
  const team = await aTeam()
  const { receipt, cookies } = await personOn(portal).opened()
  const { appealId, number } = receipt
  await put(appealId, team)
  const holder = await aStaffVisitor(portal.deps, 'operator', { teams: [team, 'intake'] })
  await takeAppeal(portal.deps, { appealId, by: holder })
  await closeAppeal(portal.deps, { appealId, by: holder, outcome: 'withdrawn' })
  expect((await close(team)).statusCode).toBe(303)

  const version = fieldIn((await personOn(portal).view(cookies)).body, 'version')
  const reopened = await portal.post('/ru/appeal/reopen', { version, reopenReason: 'Снова не платят' }, cookies)
  expect(reopened.headers.location).toContain('done=reopened')
  const row = { state: 'submitted', team_id: 'intake', assignee_id: null, routing_flagged: true }
  expect(await rowOf(appealId)).toMatchObject(row)
  expect(await handedOf(appealId)).toMatchObject([{ details: { teamId: 'intake', from: team }, is_public: true }])
  expect(await queue('myTeam', operator)).toContain(number)
  expect((await personOn(portal).view(cookies)).body).toMatch(/Передано другой группе[^]*Группа приёма/)
  const recorded = portal.db.selectFrom('audit_entries').select('what').where('on_id', '=', appealId)
  expect((await recorded.execute()).map(({ what }) => what)).toContain('appeal.handed')
})

test('a protected appeal opened again after its team was closed lies with the protection team and nobody else sees it', async () => {
  const team = await aTeam('protection')
  const { appealId, number } = await anAppeal(portal.deps, { wantsProtection: true })
  const by = await aStaffVisitor(portal.deps, 'operator', { teams: ['protection'] })
  await put(appealId, team)
  await closeAppeal(portal.deps, { appealId, by, outcome: 'spam' })
  expect((await close(team)).statusCode).toBe(303)
  expect(await reopenAppeal(portal.deps, { appealId, by, reason: 'Не спам' })).toMatchObject({ ok: true })
  expect(await rowOf(appealId)).toMatchObject({ team_id: 'protection', assignee_id: null, routing_flagged: true })
  expect(await queue('myTeam', protector)).toContain(number)
  for (const outsider of [operator, supervisor]) expect(await queue('myTeam', outsider)).not.toContain(number)
})

test('whom a closed team still had to call stands among those to call of the intake team, protected ones of the protection team', async () => {
  const [team, shelter] = [await aTeam(), await aTeam('protection')]
  const ordinary = await anAppeal(portal.deps, { person: phone })
  const hidden = await anAppeal(portal.deps, { person: phone, wantsProtection: true })
  const by = await aStaffVisitor(portal.deps, 'supervisor', { teams: ['protection'] })
  const closing = { by, outcome: 'notAccepted', reason: 'Это решает суд.', norm: 'ст. 1', call: 'toMake' } as const
  for (const [{ appealId }, place] of [[ordinary, team] as const, [hidden, shelter] as const]) {
    await put(appealId, place)
    expect(await closeAppeal(portal.deps, { appealId, ...closing })).toMatchObject({ ok: true })
    expect((await close(place)).statusCode).toBe(303)
  }
  await portal.runJobs()

  expect(await queue('toCall', operator)).toContain(ordinary.number)
  expect(await queue('toCall', protector)).toContain(hidden.number)
  for (const outsider of [operator, supervisor]) expect(await queue('toCall', outsider)).not.toContain(hidden.number)
  expect(await rowOf(ordinary.appealId)).toMatchObject({ state: 'closed', team_id: 'intake' })
  expect(await rowOf(hidden.appealId)).toMatchObject({ state: 'closed', team_id: 'protection' })
  const said = { actor_kind: 'system', details: { teamId: 'intake', from: team } }
  expect(await handedOf(ordinary.appealId)).toMatchObject([said])

  // The task can be done where it lies now.
  const page = (await portal.get(`/staff/appeals/${ordinary.appealId}`, operator)).body
  const form = { version: fieldIn(page, 'version'), formKey: fieldIn(page, 'formKey') }
  const note = { ...form, text: 'Позвонили.', hasCalled: 'yes' }
  expect((await portal.post(`/staff/appeals/${ordinary.appealId}/note`, note, operator)).statusCode).toBe(303)
  expect(await queue('toCall', operator)).not.toContain(ordinary.number)
})

test('what was closed with nobody left to call stays with its closed team, and a team that is only renamed keeps its calls', async () => {
  const [team, renamed] = [await aTeam(), await aTeam()]
  const [silent, called] = [await anAppeal(portal.deps), await anAppeal(portal.deps, { person: phone })]
  await put(silent.appealId, team)
  await put(called.appealId, renamed)
  await closeAppeal(portal.deps, { appealId: silent.appealId, by: boss, outcome: 'spam' })
  await close(team)
  await portal.post(`/staff/teams/${renamed}`, { ...names('Юг'), state: 'open' }, supervisor)
  await portal.runJobs()
  expect(await rowOf(silent.appealId)).toMatchObject({ team_id: team })
  expect(await rowOf(called.appealId)).toMatchObject({ team_id: renamed })
})

test('an appeal that is being handed to a team holds it open', async () => {
  const team = await aTeam()
  const { appealId } = await anAppeal(portal.deps)
  let closing: Promise<unknown> = Promise.resolve()
  await inTransaction(portal.db, async (db) => {
    const handed = await handToTeam({ ...portal.deps, db }, { appealId, by: boss, teamId: team })
    expect(handed.ok).toBe(true)
    closing = closeByVerb(team)
    await pause(300)
  })
  expect(await closing).toEqual({ ok: false, refusal: 'teamHasWork' })
  expect(await lostIn(team)).toEqual([])
})

/** Closes a team, and lets something else begin after its open work was counted. */
async function closeWhile<Result>(team: string, happens: () => Promise<Result>) {
  let other: Promise<Result> | undefined
  const count = async (db: ReadDb, teamId: string) => {
    const open = await countOpenOf(db, teamId)
    other = happens()
    await pause(500)
    return open
  }
  const closed = await closeByVerb(team, { ...portal.deps, slots: slotsFrom([fill(openWork, count)]) })
  return [closed, await other] as const
}

test('a team that is being closed is handed no appeal', async () => {
  const team = await aTeam()
  const { appealId, teamId } = await anAppeal(portal.deps)
  const outcomes = await closeWhile(team, () => handToTeam(portal.deps, { appealId, by: boss, teamId: team }))
  expect(outcomes).toEqual([
    { ok: true, value: 'changed' },
    { ok: false, refusal: 'teamUnfit' },
  ])
  expect(await rowOf(appealId)).toMatchObject({ team_id: teamId })
  expect(await lostIn(team)).toEqual([])
})

test('an appeal that is opened again while its team is being closed goes to the intake team', async () => {
  const team = await aTeam()
  const { appealId } = await anAppeal(portal.deps)
  await put(appealId, team)
  await closeAppeal(portal.deps, { appealId, by: boss, outcome: 'spam' })
  const reopen = () => reopenAppeal(portal.deps, { appealId, by: boss, reason: 'Не спам' })
  expect(await closeWhile(team, reopen)).toMatchObject([{ ok: true }, { ok: true }])
  expect(await rowOf(appealId)).toMatchObject({ state: 'submitted', team_id: 'intake', routing_flagged: true })
  expect(await lostIn(team)).toEqual([])
})

const routeEnglishTo = (team_id: string) =>
  portal.db.updateTable('team_routes').set({ team_id }).where('lang', '=', 'en').execute()

test('an appeal that is sent while the team of its route is being closed goes to the intake team', async () => {
  const team = await aTeam()
  await routeEnglishTo(team)
  const [closed, receipt] = await closeWhile(team, () => anAppeal(portal.deps, { lang: 'en' }))
  expect(closed.ok).toBe(true)
  expect(receipt).toMatchObject({ teamId: 'intake' })
  expect(await rowOf(receipt?.appealId ?? '')).toMatchObject({ team_id: 'intake', routing_flagged: true })
  expect(await lostIn(team)).toEqual([])
})

test('an appeal whose team is closed after its route was chosen goes to the intake team, or holds the team open', async () => {
  for (let round = 0; round < 5; round += 1) {
    const team = await aTeam()
    await routeEnglishTo(team)
    let closing: ReturnType<typeof closeByVerb> | undefined
    // Dice are thrown for the first time right after the route was read: for the key of the words.
    const bytes = (size: number) => {
      closing ??= closeByVerb(team)
      return portal.random.bytes(size)
    }
    const input = anInput(portal.deps, { lang: 'en' })
    const opened = await openAppeal({ ...portal.deps, random: { bytes } }, input)
    const closed = await closing
    if (!opened.ok) throw new Error(opened.refusal)
    const { appealId, teamId } = opened.value
    expect(teamId).toBe(closed?.ok ? 'intake' : team)
    expect(await rowOf(appealId)).toMatchObject({ team_id: teamId, routing_flagged: closed?.ok })
    const events = portal.db.selectFrom('appeal_events').select('details').where('appeal_id', '=', appealId)
    expect(await events.where('what', '=', 'submitted').execute()).toMatchObject([{ details: { teamId } }])
    expect(await lostIn(team)).toEqual([])
  }
})
