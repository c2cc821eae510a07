import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { changeUrgency, closeAppeal, getAppealForStaff, reopenAppeal, takeAppeal } from '#src/modules/appeals/index.ts'

let portal: TestPortal
let administrator: Cookies
let supervisor: Cookies
beforeAll(async () => {
  portal = await startPortal()
  administrator = await portal.signIn('administrator')
  supervisor = await portal.signIn('supervisor')
})
afterAll(() => portal.close())

const holderOf = async (id: string) =>
  (await portal.db.selectFrom('appeals').select('assignee_id').where('id', '=', id).executeTakeFirst())?.assignee_id
const historyOf = async (id: string) => {
  const events = await portal.db.selectFrom('appeal_events').selectAll().where('appeal_id', '=', id).execute()
  return events.filter(({ what }) => what === 'released').map(({ actor_kind, details }) => [actor_kind, details])
}
async function taken(named: Parameters<typeof anAppeal>[1] = {}) {
  const by = await aStaffVisitor(portal.deps, 'operator')
  const { appealId } = await anAppeal(portal.deps, named)
  await takeAppeal(portal.deps, { appealId, by })
  return { appealId, by }
}

test('whoever is disabled keeps no open appeal: the history says so, and a critical one calls the duty list again', async () => {
  const { appealId, by } = await taken()
  const raised = { appealId, by, urgency: 'critical', reason: 'Опасно' } as const
  expect(await changeUrgency(portal.deps, raised)).toMatchObject({ ok: true })
  const onDuty = await makeStaff(portal.deps, 'operator')
  await addDuty(portal.deps, { kind: 'system', name: 'test' }, onDuty.id)
  await portal.runJobs()
  expect(portal.mail.letters).toEqual([])
  expect((await portal.post(`/staff/people/${by.id}/disable`, {}, administrator)).statusCode).toBe(303)
  await portal.runJobs()
  expect(await holderOf(appealId)).toBeNull()
  expect(await historyOf(appealId)).toEqual([['system', { staffId: by.id }]])
  expect(portal.mail.letters.length).toBeGreaterThan(0)
  const shown = await portal.get(`/staff/appeals/${appealId}`, supervisor)
  expect(shown.body).toContain('Снято с сотрудника')
})

test('a role that may not work and a team that was left take the appeals away, a new name and another team do not', async () => {
  const [one, other, third] = [await taken(), await taken(), await taken()]
  const change = (id: string, role: string) =>
    portal.post(`/staff/people/${id}`, { name: 'Новое Имя', role, lang: 'ru' }, administrator)
  expect((await change(one.by.id, 'editor')).statusCode).toBe(303)
  expect((await change(third.by.id, 'lawyer')).statusCode).toBe(303)
  const leave = (team: string, staffId: string) =>
    portal.post(`/staff/teams/${team}/members`, { staffId, move: 'remove' }, supervisor)
  await leave('intake', third.by.id)
  await leave('consultations', other.by.id)
  expect(
    (await portal.get(`/staff/appeals/${other.appealId}`, await cookiesOf(portal.deps, other.by.id))).statusCode,
  ).toBe(404)
  await portal.runJobs()
  expect(await Promise.all([one, other, third].map(({ appealId }) => holderOf(appealId)))).toEqual([
    null,
    null,
    third.by.id,
  ])
})

test('an appeal reopened after its holder left waits for somebody new', async () => {
  const { appealId, by } = await taken()
  await closeAppeal(portal.deps, { appealId, by, outcome: 'spam' })
  await portal.post(`/staff/people/${by.id}/disable`, {}, administrator)
  await portal.runJobs()
  expect(await holderOf(appealId)).toBe(by.id)
  const boss = await aStaffVisitor(portal.deps, 'supervisor')
  expect(await reopenAppeal(portal.deps, { appealId, by: boss, reason: 'Не спам' })).toMatchObject({ ok: true })
  expect((await getAppealForStaff(portal.deps, boss, appealId))?.assigneeId).toBeUndefined()
  expect(await historyOf(appealId)).toHaveLength(1)
})

test('a team with open appeals cannot be closed, and is told how many', async () => {
  const names = { nameKy: 'Юг', nameRu: 'Юг', nameEn: 'South', langs: 'ru' }
  await portal.post('/staff/teams/new', { ...names, kind: 'ordinary' }, supervisor)
  const { appealId } = await anAppeal(portal.deps)
  await portal.db.updateTable('appeals').set({ team_id: 'south' }).where('id', '=', appealId).execute()
  const refused = await portal.post('/staff/teams/south', { ...names, state: 'closed' }, supervisor)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('У этой группы есть открытые обращения: 1.')
  await portal.db.updateTable('appeals').set({ team_id: 'intake' }).where('id', '=', appealId).execute()
  expect((await portal.post('/staff/teams/south', { ...names, state: 'closed' }, supervisor)).statusCode).toBe(303)
})

test('how many appeals hold a protection team open is told to nobody outside the protection', async () => {
  const names = { nameKy: 'Коргоо', nameRu: 'Вторая защита', nameEn: 'Second shelter', langs: 'ru' }
  await portal.post('/staff/teams/new', { ...names, kind: 'protection' }, supervisor)
  const { appealId } = await anAppeal(portal.deps, { wantsProtection: true })
  await portal.db.updateTable('appeals').set({ team_id: 'second-shelter' }).where('id', '=', appealId).execute()
  const protector = await portal.signIn('supervisor', { teams: ['protection'] })
  const told = async (by: Cookies) => {
    const answer = await portal.post('/staff/teams/second-shelter', { ...names, state: 'closed' }, by)
    expect(answer.statusCode).toBe(409)
    return /У этой группы есть открытые обращения[^<]*/.exec(answer.body)?.[0]
  }
  for (const outsider of [administrator, supervisor])
    expect(await told(outsider)).toBe('У этой группы есть открытые обращения. Сначала передайте их другой группе')
  expect(await told(protector)).toContain('обращения: 1.')
})
