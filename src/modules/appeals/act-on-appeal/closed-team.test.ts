import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { fieldIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { closeAppeal, reopenAppeal, takeAppeal } from '#src/modules/appeals/index.ts'

let portal: TestPortal
let supervisor: Cookies
let operator: Cookies
let protector: Cookies
beforeAll(async () => {
  portal = await startPortal()
  supervisor = await portal.signIn('supervisor')
  operator = await portal.signIn('operator')
  protector = await portal.signIn('operator', { teams: ['protection'] })
})
afterAll(() => portal.close())

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
