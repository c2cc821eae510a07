import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

async function anAdministrator() {
  const staff = await makeStaff(portal.deps, 'administrator')
  return { ...staff, cookies: await cookiesOf(portal.deps, staff.id) }
}
const stateOf = (id: string) =>
  portal.db.selectFrom('staff').select(['role', 'state']).where('id', '=', id).executeTakeFirstOrThrow()
const retireAll = () =>
  portal.db.updateTable('staff').set({ state: 'disabled' }).where('role', '=', 'administrator').execute()
const demotion = { name: 'Somebody', role: 'operator', lang: 'ru' }
const activeAdministrators = () =>
  portal.db.selectFrom('staff').select('id').where('role', '=', 'administrator').where('state', '=', 'active').execute()

test('an invitation goes by mail, and its link is seen by nobody else', async () => {
  const { id, cookies } = await anAdministrator()
  const form = {
    email: 'Jamilya@Staff.example',
    name: 'Жамиля',
    role: 'lawyer',
    lang: 'ky',
    teams: ['intake', 'consultations'],
  }
  const answer = await portal.post(paths.staffInvite(), form, cookies)
  expect(answer.statusCode).toBe(303)
  const row = await portal.db.selectFrom('staff').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(row).toMatchObject({ name: 'Жамиля', role: 'lawyer', lang: 'ky', state: 'invited', password_hash: null })
  expect(
    await portal.db.selectFrom('team_members').select('team_id').where('staff_id', '=', row.id).execute(),
  ).toHaveLength(2)
  const notices = await portal.db.selectFrom('notices').select(['template', 'lang']).execute()
  expect(notices).toEqual([{ template: 'staffInvite', lang: 'ky' }])
  const acts = await portal.db.selectFrom('audit_entries').selectAll().where('what', '=', 'staff.invited').execute()
  expect(acts).toMatchObject([{ actor_kind: 'staff', actor_id: id, on_id: row.id }])
  expect(JSON.stringify(acts)).not.toContain('amilya')

  const again = await portal.post(paths.staffInvite(), { ...form, email: 'jamilya@staff.example' }, cookies)
  expect(again.statusCode).toBe(409)
  expect(again.body).toContain('Жамиля')
})

test('the letter carries a link that opens the set-up page', async () => {
  const { cookies } = await anAdministrator()
  await portal.post(
    paths.staffInvite(),
    { email: 'letter@staff.example', name: 'Letter', role: 'operator', lang: 'en' },
    cookies,
  )
  await portal.runJobs()
  const letter = portal.mail.letters.find(({ to }) => to.includes('letter@staff.example'))
  const path = /\/staff\/set-up\/[\w-]{43}/.exec((letter?.raw ?? '').replaceAll(/=\r?\n/g, ''))?.[0] ?? ''
  expect((await portal.get(path)).statusCode).toBe(200)
})

test('without mail the link is shown once to the administrator', async () => {
  const quiet = await startPortal({ config: { smtpUrl: undefined } })
  const admin = await makeStaff(quiet.deps, 'administrator')
  const cookies = await cookiesOf(quiet.deps, admin.id)
  const answer = await quiet.post(
    paths.staffInvite(),
    { email: 'a@staff.example', name: 'A', role: 'operator', lang: 'ru' },
    cookies,
  )
  expect(answer.statusCode).toBe(200)
  const path = /\/staff\/set-up\/[\w-]{43}/.exec(answer.body)?.[0] ?? ''
  expect((await quiet.get(path)).statusCode).toBe(200)
  await quiet.close()
})

test('a wrong form keeps what was typed and invites nobody', async () => {
  const { cookies } = await anAdministrator()
  const before = await portal.db.selectFrom('staff').select('id').execute()
  const wrong = { email: 'no address', name: 'Кылычбек', role: 'king', lang: 'xx', teams: 'nowhere' }
  const answer = await portal.post(paths.staffInvite(), wrong, cookies)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Кылычбек')
  expect(await portal.db.selectFrom('staff').select('id').execute()).toEqual(before)
})

test('a disabled colleague is out at once and a reset brings a new start', async () => {
  const { cookies } = await anAdministrator()
  const staff = await makeStaff(portal.deps, 'operator')
  const theirs = await cookiesOf(portal.deps, staff.id)
  expect((await portal.post(paths.staffPersonDisable(staff.id), {}, cookies)).statusCode).toBe(303)
  expect((await portal.get(paths.staffAccount(), theirs)).statusCode).toBe(303)
  expect((await stateOf(staff.id)).state).toBe('disabled')

  expect((await portal.post(paths.staffPersonReset(staff.id), {}, cookies)).statusCode).toBe(303)
  const row = await portal.db.selectFrom('staff').selectAll().where('id', '=', staff.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: 'invited', password_hash: null, totp_sealed: null })
  expect(
    await portal.db.selectFrom('staff_recovery_codes').selectAll().where('staff_id', '=', staff.id).execute(),
  ).toEqual([])
})

test('no invitation leads into a protection team or a closed one, nor a role that may read no appeals into any', async () => {
  const { cookies } = await anAdministrator()
  const form = { email: 'sock@staff.example', name: 'Sock', role: 'operator', lang: 'ru' }
  expect((await portal.get(paths.staffInvite(), cookies)).body).not.toContain('value="protection"')
  const tries = [{ teams: 'protection' }, { teams: ['intake', 'nowhere'] }, { role: 'editor', teams: 'intake' }]
  for (const wrong of tries) {
    expect((await portal.post(paths.staffInvite(), { ...form, ...wrong }, cookies)).statusCode).toBe(422)
  }
  const made = portal.db.selectFrom('staff').select('id').where('name', '=', 'Sock').execute()
  expect(await made).toEqual([])
})

test('who makes a new link to an account does not get into the protection team by it', async () => {
  const { cookies } = await anAdministrator()
  const staff = await makeStaff(portal.deps, 'operator', { teams: ['intake', 'protection'] })
  const teamsOf = async () =>
    (await portal.db.selectFrom('team_members').select('team_id').where('staff_id', '=', staff.id).execute()).map(
      ({ team_id }) => team_id,
    )
  await portal.post(paths.staffPersonReset(staff.id), {}, cookies)
  expect(await teamsOf()).toEqual(['intake'])
  const acts = await portal.db
    .selectFrom('audit_entries')
    .select('fields')
    .where('what', '=', 'team.memberRemoved')
    .execute()
  expect(acts).toEqual([{ fields: [`staff:${staff.id}`] }])
})

test('what does not exist is not found, whatever stands in the address', async () => {
  const { cookies } = await anAdministrator()
  for (const id of ['999999', 'abc', '1e3', '99999999999999999999']) {
    expect((await portal.get(paths.staffPerson(id), cookies)).statusCode).toBe(404)
    expect((await portal.post(paths.staffPersonDisable(id), {}, cookies)).statusCode).toBe(404)
  }
})

test('the last administrator cannot be disabled, demoted or reset', async () => {
  await retireAll()
  const { id, cookies } = await anAdministrator()
  const tries = [
    await portal.post(paths.staffPersonDisable(id), {}, cookies),
    await portal.post(paths.staffPerson(id), demotion, cookies),
    await portal.post(paths.staffPersonReset(id), {}, cookies),
  ]
  expect(tries.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409])
  expect(await stateOf(id)).toEqual({ role: 'administrator', state: 'active' })
  // An administrator who never finished the set-up cannot open the door, so he does not count.
  const invitation = { email: 'later@staff.example', name: 'Later', role: 'administrator', lang: 'ru' }
  await portal.post(paths.staffInvite(), invitation, cookies)
  expect((await portal.post(paths.staffPersonDisable(id), {}, cookies)).statusCode).toBe(409)
  const second = await anAdministrator()
  expect((await portal.post(paths.staffPersonDisable(id), {}, second.cookies)).statusCode).toBe(303)
})

test('two administrators who remove each other a hundred times at the same moment leave exactly one', async () => {
  await retireAll()
  const [one, other] = [await anAdministrator(), await anAdministrator()]
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, turn) => {
      const [actor, target] = turn % 2 === 0 ? [one, other] : [other, one]
      return turn % 4 < 2
        ? portal.post(paths.staffPersonDisable(target.id), {}, actor.cookies)
        : portal.post(paths.staffPerson(target.id), demotion, actor.cookies)
    }),
  )
  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status >= 500)).toEqual([])
  expect(await activeAdministrators()).toHaveLength(1)
})

test('of five administrators a hundred removals leave one, and who was removed removes nobody', async () => {
  await retireAll()
  const all = await Promise.all(Array.from({ length: 5 }, anAdministrator))
  const pairs = all.flatMap((actor) => all.map((target) => ({ actor, target })))
  const fourTimes = [...pairs, ...pairs.toReversed(), ...pairs, ...pairs.toReversed()]
  const answers = await Promise.all(
    fourTimes.map(({ actor, target }) => portal.post(paths.staffPersonDisable(target.id), {}, actor.cookies)),
  )
  // Nobody waited for somebody who waited for him.
  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status >= 500)).toEqual([])
  expect((await activeAdministrators()).length).toBeGreaterThanOrEqual(1)
  const acts = await portal.db
    .selectFrom('audit_entries')
    .select(['actor_id', 'on_id'])
    .where('what', '=', 'staff.disabled')
    .where(
      'actor_id',
      'in',
      all.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  // In the order of the log nobody acts after he was disabled himself.
  for (const [place, act] of acts.entries()) {
    expect(acts.slice(0, place).map(({ on_id }) => on_id)).not.toContain(act.actor_id)
  }
})

test('names for the audit page come from the accounts', async () => {
  const { listStaffNames } = await import('./index.ts')
  const { id } = await makeStaff(portal.deps, 'operator', { name: 'Айпери' })
  expect(await listStaffNames(portal.db, [id, '999999'])).toEqual(new Map([[id, 'Айпери']]))
})

test('people are found by what they may do, only while they are active', async () => {
  const { listStaffWho, listStaffOfRole } = await import('./index.ts')
  const roles: Role[] = ['supervisor', 'editor']
  const made = await Promise.all(roles.map((role) => makeStaff(portal.deps, role)))
  const supervisors = await listStaffOfRole(portal.deps, 'supervisor')
  expect(supervisors.map(({ email }) => email)).toContain(made[0]?.email)
  const workers = await listStaffWho(portal.deps, 'appealsWork')
  expect(workers.map(({ id }) => id)).not.toContain(made[1]?.id)
  await portal.db
    .updateTable('staff')
    .set({ state: 'disabled' })
    .where('id', '=', made[0]?.id ?? '0')
    .execute()
  expect((await listStaffOfRole(portal.deps, 'supervisor')).map(({ id }) => id)).not.toContain(made[0]?.id)
})
