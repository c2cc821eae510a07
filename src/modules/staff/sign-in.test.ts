import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { cookiesAfter, startPortal, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff, type TestStaff } from '#test/support/staff.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

// Each test at a time of its own: codes and wrong tries of the one before are out of the way.
beforeEach(() => portal.clock.advance(24 * 60 * 60_000))

const HOUR = 60 * 60_000
const enter = (
  staff: TestStaff,
  changed: Partial<Record<'email' | 'password' | 'code' | 'recoveryCode', string>> = {},
) => portal.post(paths.staffSignIn(), { email: staff.email, password: staff.password, code: staff.code(), ...changed })
const account = (cookies: Readonly<Record<string, string>>) => portal.get(paths.staffAccount(), cookies)
const actsOn = async (id: string) =>
  (
    await portal.db
      .selectFrom('audit_entries')
      .select('what')
      .where('on_kind', '=', 'staff')
      .where('on_id', '=', id)
      .orderBy('id')
      .execute()
  ).map(({ what }) => what)

test('password and code open a session whose cookie no script can read and whose token the database does not know', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const answer = await enter(staff)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/staff')
  const [cookie] = answer.cookies.filter(({ name }) => name === 'staff')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect((await account(cookiesAfter(answer))).statusCode).toBe(200)
  const rows = await portal.db.selectFrom('staff_sessions').selectAll().where('staff_id', '=', staff.id).execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(cookie?.value)
  expect(await actsOn(staff.id)).toEqual(['staff.signedIn'])
})

test('over https the cookie is bound to the host', async () => {
  const secure = await startPortal({ config: { publicUrl: 'https://portal.example' } })
  const staff = await makeStaff(secure.deps, 'operator')
  const answer = await secure.post(paths.staffSignIn(), {
    email: staff.email,
    password: staff.password,
    code: staff.code(),
  })
  expect(answer.cookies.find(({ name }) => name === '__Host-staff')).toMatchObject({
    secure: true,
    path: '/',
    httpOnly: true,
  })
  await secure.close()
})

test('nobody learns which part was wrong, or whether the account exists', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const disabled = await makeStaff(portal.deps, 'operator')
  await portal.db.updateTable('staff').set({ state: 'disabled' }).where('id', '=', disabled.id).execute()
  const answers = [
    await enter(staff, { password: 'not my password' }),
    await enter(staff, { code: '000000' }),
    await enter(staff, { email: 'nobody@staff.example' }),
    await enter(disabled),
  ]
  const bodies = answers.map(({ body }) => body.replaceAll(/value="[^"]*"/g, ''))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  expect(new Set(bodies).size).toBe(1)
  expect(answers[0]?.body).toContain(`value="${staff.email}"`)
  expect(answers[0]?.body).not.toContain('not my password')
})

test('a code works once, even for a hundred who send it at the same moment', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const answers = await Promise.all(Array.from({ length: 100 }, () => enter(staff)))
  expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode >= 500 && statusCode !== 503)).toEqual([])
  portal.clock.advance(HOUR)
  const again = staff.code()
  expect((await enter(staff, { code: again })).statusCode).toBe(303)
  expect((await enter(staff, { code: again })).statusCode).toBe(422)
  portal.clock.advance(30_000)
  expect((await enter(staff, { code: again })).statusCode).toBe(422)
})

test('a recovery code works once, even for a hundred who send it at the same moment', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const [recoveryCode = ''] = staff.recoveryCodes
  const answers = await Promise.all(Array.from({ length: 100 }, () => enter(staff, { code: '', recoveryCode })))
  expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  portal.clock.advance(HOUR)
  expect((await enter(staff, { code: '', recoveryCode: recoveryCode.toLowerCase() })).statusCode).toBe(422)
  portal.clock.advance(HOUR)
  const [, next = ''] = staff.recoveryCodes
  expect((await enter(staff, { code: '', recoveryCode: ` ${next.toLowerCase().replace('-', ' ')}` })).statusCode).toBe(
    303,
  )
})

test('wrong tries slow down their own place and lock out nobody else', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const from = (remoteAddress: string, password: string) =>
    portal.app.inject({
      method: 'POST',
      url: paths.staffSignIn(),
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams({ email: staff.email, password, code: staff.code() }).toString(),
    })
  const guesses = []
  for (let guess = 0; guess < 8; guess += 1) guesses.push((await from('192.0.2.1', `guess number ${guess}`)).statusCode)
  expect(guesses).toEqual([422, 422, 422, 422, 422, 422, 429, 429])
  // The right password does not get through from there either, and does from elsewhere.
  expect((await from('192.0.2.1', staff.password)).statusCode).toBe(429)
  expect((await from('192.0.2.2', staff.password)).statusCode).toBe(303)
  portal.clock.advance(60_000)
  expect((await from('192.0.2.1', staff.password)).statusCode).toBe(303)
})

test('a colleague behind the same address holds nobody out who signed in on that device before', async () => {
  const [staff, other] = [await makeStaff(portal.deps, 'operator'), await makeStaff(portal.deps, 'operator')]
  const from = (who: TestStaff, password: string, cookies: Record<string, string> = {}) =>
    portal.app.inject({
      method: 'POST',
      url: paths.staffSignIn(),
      remoteAddress: '192.0.2.9',
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams({ email: who.email, password, code: who.code() }).toString(),
    })
  const deviceOf = (answer: { cookies: { name: string; value: string }[] }) =>
    Object.fromEntries(answer.cookies.filter(({ name }) => name === 'device').map(({ name, value }) => [name, value]))
  const device = deviceOf(await from(staff, staff.password))
  const others = deviceOf(await from(other, other.password))
  expect(device).toHaveProperty('device')
  portal.clock.advance(HOUR)

  for (let guess = 0; guess < 8; guess += 1) await from(staff, `guess number ${guess}`)
  for (const cookies of [{}, others, { device: 'made-up' }])
    expect((await from(staff, staff.password, cookies)).statusCode).toBe(429)
  expect((await from(staff, staff.password, device)).statusCode).toBe(303)

  // Whoever has the device guesses no faster than others do.
  portal.clock.advance(HOUR)
  const guesses = []
  for (let guess = 0; guess < 8; guess += 1) guesses.push((await from(staff, `no ${guess}`, device)).statusCode)
  expect(guesses).toEqual([422, 422, 422, 422, 422, 422, 429, 429])
})

test('who knows the password but not the code is slowed down from all places together, and is not told', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const other = await makeStaff(portal.deps, 'operator')
  const bodies = []
  for (let place = 0; place < 20; place += 1) bodies.push((await enter(staff, { code: '123456' })).statusCode)
  expect(new Set(bodies.slice(0, 6))).toEqual(new Set([422]))
  expect((await enter(other)).statusCode).toBe(303)
  portal.clock.advance(HOUR)
  expect((await enter(staff)).statusCode).toBe(303)
})

test('a sign-in brings a new token and ends the session the browser came with', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const planted = await cookiesOf(portal.deps, staff.id)
  const answer = await portal.post(
    paths.staffSignIn(),
    { email: staff.email, password: staff.password, code: staff.code() },
    planted,
  )
  const mine = cookiesAfter(answer, planted)
  expect(mine).not.toEqual(planted)
  expect((await account(mine)).statusCode).toBe(200)
  expect((await account(planted)).statusCode).toBe(303)
})

test('a session ends after half an hour of rest, and after twelve hours of work', async () => {
  const { id } = await makeStaff(portal.deps, 'operator')
  const resting = await cookiesOf(portal.deps, id)
  portal.clock.advance(29 * 60_000)
  expect((await account(resting)).statusCode).toBe(200)
  portal.clock.advance(31 * 60_000)
  expect((await account(resting)).headers.location).toBe('/staff/sign-in?next=%2Fstaff%2Faccount')

  const working = await cookiesOf(portal.deps, id)
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    expect((await account(working)).statusCode).toBe(200)
    portal.clock.advance(20 * 60_000)
  }
  expect((await account(working)).statusCode).toBe(303)
})

test('a clock set back gives no session more life', async () => {
  const { id } = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, id)
  portal.clock.advance(-HOUR)
  expect((await account(cookies)).statusCode).toBe(303)
  portal.clock.advance(HOUR)
})

test('after signing out the old cookie opens nothing', async () => {
  const { id } = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, id)
  const answer = await portal.post(paths.staffSignOut(), {}, cookies)
  expect(answer.headers.location).toBe('/staff/sign-in')
  expect(cookiesAfter(answer, cookies)).toEqual({})
  expect((await account(cookies)).statusCode).toBe(303)
  expect(await actsOn(id)).toEqual(['staff.signedOut'])
})

test('a foreign page can neither sign anybody in nor out', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, staff.id)
  const foreign = (url: string, body: Record<string, string>) =>
    portal.app.inject({
      method: 'POST',
      url,
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: new URLSearchParams(body).toString(),
    })
  expect((await foreign(paths.staffSignOut(), {})).statusCode).toBe(403)
  expect(
    (await foreign(paths.staffSignIn(), { email: staff.email, password: staff.password, code: staff.code() }))
      .statusCode,
  ).toBe(403)
  expect((await account(cookies)).statusCode).toBe(200)
})

test('a role taken away and an account disabled are gone at the next request', async () => {
  const { id } = await makeStaff(portal.deps, 'administrator')
  const cookies = await cookiesOf(portal.deps, id)
  expect((await portal.get(paths.staffPeople(), cookies)).statusCode).toBe(200)
  await portal.db.updateTable('staff').set({ role: 'operator' }).where('id', '=', id).execute()
  expect((await portal.get(paths.staffPeople(), cookies)).statusCode).toBe(403)
  await portal.db.updateTable('staff').set({ state: 'disabled' }).where('id', '=', id).execute()
  expect((await account(cookies)).statusCode).toBe(303)
})

test('nothing of what was typed is needed to be a page: empty, long and strange forms are answered', async () => {
  for (const body of [{}, { email: 'x'.repeat(5000) }, { email: ['a', 'b'], password: ['c'], code: '\u0000' }]) {
    expect((await portal.post(paths.staffSignIn(), body)).statusCode).toBe(422)
  }
})
