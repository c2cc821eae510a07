import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { listTeamMembers, listTeams } from './index.ts'
import { findVisitor } from './sign-in.ts'
import { insertMember } from './store/teams.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const names = { nameKy: 'Түштүк тобу', nameRu: 'Южная группа', nameEn: 'Southern team' }
const visitorOf = async (id: string) => {
  const { staff: token = '' } = await cookiesOf(portal.deps, id)
  return findVisitor(portal.deps, token)
}

test('the service starts with an intake team, a team for consultations and a protection team', async () => {
  const teams = await listTeams(portal.db)
  expect(teams.map(({ id, kind, isActive }) => [id, kind, isActive])).toEqual([
    ['intake', 'ordinary', true],
    ['consultations', 'ordinary', true],
    ['protection', 'protection', true],
  ])
  expect(teams.every(({ langs }) => langs.length === 3)).toBe(true)
})

test('a supervisor makes a team, renames it and closes it, and its members follow', async () => {
  const cookies = await portal.signIn('supervisor')
  const made = await portal.post(paths.staffTeamNew(), { ...names, langs: ['ky', 'ru'], kind: 'ordinary' }, cookies)
  expect(made.headers.location).toBe('/staff/teams/southern-team?done=made')
  const again = await portal.post(paths.staffTeamNew(), { ...names, langs: 'ky', kind: 'ordinary' }, cookies)
  expect(again.headers.location).toBe('/staff/teams/southern-team-2?done=made')

  const { id } = await makeStaff(portal.deps, 'operator', { teams: [] })
  await portal.post(paths.staffTeamMembers('southern-team'), { staffId: id, move: 'add' }, cookies)
  expect((await visitorOf(id))?.teamIds).toEqual(['southern-team'])
  const closed = { ...names, nameRu: 'Группа Юг', langs: 'ru', state: 'closed' }
  expect((await portal.post(paths.staffTeam('southern-team'), closed, cookies)).statusCode).toBe(303)
  expect((await visitorOf(id))?.teamIds).toEqual([])
  const page = await portal.get(paths.staffTeam('southern-team'), cookies)
  expect(page.body).toContain('Группа Юг')

  await portal.post(paths.staffTeamMembers('southern-team'), { staffId: id, move: 'remove' }, cookies)
  expect(await listTeamMembers(portal.db, 'southern-team')).toEqual([])
  const acts = await portal.db
    .selectFrom('audit_entries')
    .select('what')
    .where('on_id', '=', 'southern-team')
    .orderBy('id')
    .execute()
  expect(acts.map(({ what }) => what)).toEqual(['team.made', 'team.memberAdded', 'team.changed', 'team.memberRemoved'])
})

test('a team without a name in one language or without a language is not made, and what was typed stays', async () => {
  const cookies = await portal.signIn('supervisor')
  const before = await listTeams(portal.db)
  for (const wrong of [{ ...names, nameKy: ' ', langs: 'ky' }, names, { ...names, langs: ['ky', 'xx'] }]) {
    const answer = await portal.post(paths.staffTeamNew(), { ...wrong, kind: 'ordinary' }, cookies)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Южная группа')
  }
  expect(await listTeams(portal.db)).toEqual(before)
})

test('the intake team and the team danger reports go to are never closed, however many others there are', async () => {
  const cookies = await portal.signIn('supervisor')
  const close = (id: string) => portal.post(paths.staffTeam(id), { ...names, langs: 'ru', state: 'closed' }, cookies)
  const second = { ...names, nameEn: 'Second guard', langs: 'ru', kind: 'protection' }
  await portal.post(paths.staffTeamNew(), second, cookies)
  expect((await close('intake')).statusCode).toBe(409)
  expect((await close('protection')).statusCode).toBe(409)
  expect((await close('second-guard')).statusCode).toBe(303)
  const open = (await listTeams(portal.db)).filter(({ isActive }) => isActive).map(({ id }) => id)
  expect(open).toEqual(expect.arrayContaining(['intake', 'protection']))
  // Nor by a hand in the database: an appeal of a closed team is found by nobody.
  for (const id of ['intake', 'protection']) {
    const byHand = portal.db.updateTable('teams').set({ active: false }).where('id', '=', id).execute()
    await expect(byHand).rejects.toThrow('teams')
  }
})

test('only an active protector lets somebody into a protection team: neither oneself nor an administrator', async () => {
  const [one, protector] = [await makeStaff(portal.deps, 'supervisor'), await makeStaff(portal.deps, 'supervisor')]
  const administrator = await makeStaff(portal.deps, 'administrator')
  const add = async (by: string, id: string, team = 'protection') =>
    portal.post(paths.staffTeamMembers(team), { staffId: id, move: 'add' }, await cookiesOf(portal.deps, by))
  for (const by of [one, protector, administrator]) expect((await add(by.id, one.id)).statusCode).toBe(409)
  expect((await visitorOf(one.id))?.isProtector).toBe(false)
  // Nor by a protection team of one's own.
  const guard = { ...names, nameEn: 'Own guard', langs: 'ru', kind: 'protection' }
  await portal.post(paths.staffTeamNew(), guard, await cookiesOf(portal.deps, one.id))
  expect((await add(one.id, one.id, 'own-guard')).statusCode).toBe(409)

  await insertMember(portal.db, 'protection', protector.id)
  expect((await add(protector.id, one.id)).statusCode).toBe(303)
  expect((await visitorOf(one.id))?.isProtector).toBe(true)
  // An invited account may still be opened by whoever has its link.
  const invited = await makeStaff(portal.deps, 'operator', { teams: [] })
  await portal.db.updateTable('staff').set({ state: 'invited' }).where('id', '=', invited.id).execute()
  expect((await add(protector.id, invited.id)).statusCode).toBe(422)
  const editor = await makeStaff(portal.deps, 'editor')
  expect((await add(protector.id, editor.id)).statusCode).toBe(422)
})

test('the page of a protection team says who adds to it, and shows the form to protectors only', async () => {
  const page = async (options: { teams?: readonly string[] }) =>
    (await portal.get(paths.staffTeam('protection'), await portal.signIn('supervisor', { lang: 'en', ...options })))
      .body
  const said = 'Only a member of the protection team can add'
  expect(await page({})).toContain(said)
  expect(await page({ teams: ['protection'] })).not.toContain(said)
  expect((await page({ teams: ['protection'] })).match(/value="add"/g)).toHaveLength(1)
  expect(await page({})).not.toContain('value="add"')
})

test('who may read no appeals, is disabled or does not exist joins no team', async () => {
  const cookies = await portal.signIn('supervisor')
  const editor = await makeStaff(portal.deps, 'editor')
  const gone = await makeStaff(portal.deps, 'operator', { teams: [] })
  await portal.db.updateTable('staff').set({ state: 'disabled' }).where('id', '=', gone.id).execute()
  for (const staffId of [editor.id, gone.id, '999999', '', 'x']) {
    const answer = await portal.post(paths.staffTeamMembers('intake'), { staffId, move: 'add' }, cookies)
    expect(answer.statusCode).toBe(422)
  }
  expect((await portal.get(paths.staffTeam('nowhere'), cookies)).statusCode).toBe(404)
  expect(
    (await portal.post(paths.staffTeamMembers('nowhere'), { staffId: editor.id, move: 'add' }, cookies)).statusCode,
  ).toBe(404)
})

test('a team shows which of its members cannot sign in', async () => {
  const cookies = await portal.signIn('supervisor')
  const { id } = await makeStaff(portal.deps, 'operator', { teams: ['consultations'], name: 'Ещё Не Готова' })
  await portal.db.updateTable('staff').set({ state: 'invited' }).where('id', '=', id).execute()
  expect((await portal.get(paths.staffTeam('consultations'), cookies)).body).toMatch(
    /Ещё Не Готова <[^>]*>Ждёт настройки/,
  )
})
