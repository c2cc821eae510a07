import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles, type Role } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'

let portal: TestPortal
let target: string
const held = new Map<Role, Cookies>()
const cookiesFor = (role: Role): Cookies => held.get(role) ?? {}
beforeAll(async () => {
  portal = await startPortal()
  for (const role of roles) held.set(role, await cookiesOf(portal.deps, (await makeStaff(portal.deps, role)).id))
  target = (await makeStaff(portal.deps, 'operator', { name: 'Сырдуу Адам' })).id
})
afterAll(() => portal.close())

const everybody: readonly Role[] = roles
const administrators: readonly Role[] = ['administrator']
const leaders: readonly Role[] = ['supervisor', 'administrator']

// Written by hand, not from the table of rights: a slip there must show here.
const pages: readonly (readonly [string, () => string, readonly Role[]])[] = [
  ['own account', paths.staffAccount, everybody],
  ['own password', paths.staffPassword, everybody],
  ['own app', paths.staffApp, everybody],
  ['own recovery codes', paths.staffRecoveryCodes, everybody],
  ['people', paths.staffPeople, administrators],
  ['invite', paths.staffInvite, administrators],
  ['a person', () => paths.staffPerson(target), administrators],
  ['teams', paths.staffTeams, leaders],
  ['a new team', paths.staffTeamNew, leaders],
  ['a team', () => paths.staffTeam('intake'), leaders],
  ['duty list', paths.staffDuty, leaders],
]

const acts: readonly (readonly [string, () => string, readonly Role[]])[] = [
  ['language', paths.staffLanguage, everybody],
  ['new app', paths.staffAppConfirm, everybody],
  ['sessions', paths.staffSessions, everybody],
  ['invite', paths.staffInvite, administrators],
  ['change a person', () => paths.staffPerson(target), administrators],
  ['disable', () => paths.staffPersonDisable(target), administrators],
  ['reset', () => paths.staffPersonReset(target), administrators],
  ['make a team', paths.staffTeamNew, leaders],
  ['change a team', () => paths.staffTeam('intake'), leaders],
  ['members', () => paths.staffTeamMembers('intake'), leaders],
  ['duty list', paths.staffDuty, leaders],
]

const tables = ['staff', 'staff_links', 'teams', 'team_members', 'duty_list', 'audit_entries'] as const
const everything = async () =>
  JSON.stringify(await Promise.all(tables.map((table) => portal.db.selectFrom(table).selectAll().execute())))

test.each(pages)('%s opens for its roles and for nobody else', async (_, path, allowed) => {
  for (const role of roles) {
    const answer = await portal.get(path(), cookiesFor(role))
    expect([role, answer.statusCode]).toEqual([role, allowed.includes(role) ? 200 : 403])
    expect(answer.body.includes('Сырдуу Адам') && !allowed.includes(role)).toBe(false)
    expect(answer.headers['cache-control']).toBe('no-store')
  }
  const stranger = await portal.get(path())
  expect(stranger.headers.location).toBe(paths.staffSignIn(path()))
})

test.each(acts)('%s is refused to all other roles and strangers, and nothing changes', async (_, path, allowed) => {
  const refusedRoles = roles.filter((role) => !allowed.includes(role))
  const before = await everything()
  for (const role of refusedRoles) expect((await portal.post(path(), {}, cookiesFor(role))).statusCode).toBe(403)
  // The page to sign in, not a way there: a redirect would lose what somebody typed whose session had ended.
  const stranger = await portal.post(path(), {})
  expect([stranger.statusCode, stranger.body.includes('name="password"')]).toEqual([403, true])
  expect(await everything()).toBe(before)
})

test.each(acts)('%s with an empty form is answered to who may, never with a fault', async (_, path, allowed) => {
  for (const role of allowed) {
    const answer = await portal.post(path(), {}, cookiesFor(role))
    expect(answer.statusCode).toBeLessThan(500)
  }
})

test('an id that is not there and one that is no id look the same', async () => {
  const cookies = cookiesFor('administrator')
  const [one, other] = [
    await portal.get(paths.staffPerson('987654321'), cookies),
    await portal.get(paths.staffPerson('x'), cookies),
  ]
  expect([one.statusCode, one.body]).toEqual([other.statusCode, other.body])
})
