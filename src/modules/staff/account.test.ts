import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { cookiesAfter, startPortal, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import { sealEmail, sealTotp } from './check-secrets.ts'
import { addStaff, findStaff, rehearsalCode, resealStaff, seedRehearsalStaff } from './index.ts'
import { codeAt } from './rules/one-time-code.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())
beforeEach(() => portal.clock.advance(24 * 60 * 60_000))

const HOUR = 60 * 60_000
const GOOD_PASSWORD = 'тоо башында аппак кар'

/** What a person sees on the page: the key under the QR code, and what the form carries along. */
const keyOn = (body: string) =>
  Array.from(body.matchAll(/mek-code">((?:[A-Z2-7]{4} ?){4})</g), ([, line = '']) => line.replaceAll(' ', '')).join('')
const sealedOn = (body: string) => /name="secret" value="([^"]+)"/.exec(body)?.[1] ?? ''
const codesOn = (body: string) =>
  Array.from(body.matchAll(/mek-code">([A-Z0-9]{5}-[A-Z0-9]{5})</g), ([, code = '']) => code)

async function invited(role: 'operator' | 'administrator' = 'operator', email = 'new@staff.example') {
  const added = await addStaff(portal.deps, { email, name: 'Нурбек уулу Тимур', role })
  if (!added.ok) throw new Error(added.refusal)
  const path = new URL(added.value.link).pathname
  const page = await portal.get(path)
  return { ...added.value, path, key: keyOn(page.body), secret: sealedOn(page.body), page }
}

test('a one-time link sets a password and an app, shows ten recovery codes once, and lets its owner in', async () => {
  const { staffId, path, key, secret, page } = await invited()
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Нурбек уулу Тимур')
  expect(page.body).not.toMatch(/<[^>]* style=/)
  const form = { secret, password: GOOD_PASSWORD, code: codeAt(key, portal.clock.now()) }
  const answer = await portal.post(path, form)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  const codes = codesOn(answer.body)
  expect(new Set(codes).size).toBe(10)
  expect((await portal.get(paths.staffAccount(), cookiesAfter(answer))).statusCode).toBe(200)

  expect((await portal.get(path)).statusCode).toBe(404)
  expect((await portal.post(path, form)).statusCode).toBe(404)
  portal.clock.advance(HOUR)
  const entered = await portal.post(paths.staffSignIn(), {
    email: 'NEW@staff.example ',
    // The same letters as another system types them: й in two signs.
    password: GOOD_PASSWORD.normalize('NFD'),
    recoveryCode: codes[9] ?? '',
  })
  expect(entered.statusCode).toBe(303)
  const row = await portal.db.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirstOrThrow()
  expect(row.state).toBe('active')
  // Nothing of it stands in the database in clear.
  const everything = JSON.stringify([row, await portal.db.selectFrom('staff_recovery_codes').selectAll().execute()])
  for (const clear of ['new@staff.example', GOOD_PASSWORD, key, ...codes]) expect(everything).not.toContain(clear)
})

test('a link is used by one of a hundred who press at the same moment', async () => {
  const { path, key, secret } = await invited('operator', 'raced@staff.example')
  const form = { secret, password: GOOD_PASSWORD, code: codeAt(key, portal.clock.now()) }
  const answers = await Promise.all(Array.from({ length: 100 }, () => portal.post(path, form)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(answers.every(({ statusCode }) => [200, 404, 422, 503, 429].includes(statusCode))).toBe(true)
})

test('a wrong code or a weak password keeps the same key on the page, and a link ends after a week', async () => {
  const { path, key, secret } = await invited('operator', 'slow@staff.example')
  const wrong = await portal.post(path, { secret, password: GOOD_PASSWORD, code: '000000' })
  expect(wrong.statusCode).toBe(422)
  expect(keyOn(wrong.body)).toBe(key)
  for (const password of ['короткий', 'aaaaaaaaaaaaaaaa', 'qwertyuiop123', 'Тимур-Нурбек-уулу', 'пароль123456789']) {
    const weak = await portal.post(path, { secret, password, code: codeAt(key, portal.clock.now()) })
    expect([password, weak.statusCode]).toEqual([password, 422])
    expect(weak.body).not.toContain(password)
  }
  portal.clock.advance(8 * 24 * HOUR)
  expect((await portal.get(path)).statusCode).toBe(404)
})

test('an offered key of another link is not taken', async () => {
  const one = await invited('operator', 'one@staff.example')
  const other = await invited('operator', 'other@staff.example')
  const code = codeAt(one.key, portal.clock.now())
  const answer = await portal.post(other.path, { secret: one.secret, password: GOOD_PASSWORD, code })
  expect(answer.statusCode).toBe(422)
})

test('a new password needs the old one and ends the sessions elsewhere', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const [here, elsewhere] = [await cookiesOf(portal.deps, staff.id), await cookiesOf(portal.deps, staff.id)]
  const wrong = await portal.post(
    paths.staffPassword(),
    { presentPassword: 'not this one', password: GOOD_PASSWORD },
    here,
  )
  expect(wrong.statusCode).toBe(422)
  const answer = await portal.post(
    paths.staffPassword(),
    { presentPassword: staff.password, password: GOOD_PASSWORD },
    here,
  )
  expect(answer.statusCode).toBe(303)
  expect((await portal.get(paths.staffAccount(), here)).statusCode).toBe(200)
  expect((await portal.get(paths.staffAccount(), elsewhere)).statusCode).toBe(303)
  const enter = (password: string) =>
    portal.post(paths.staffSignIn(), { email: staff.email, password, code: staff.code() })
  expect((await enter(staff.password)).statusCode).toBe(422)
  expect((await enter(GOOD_PASSWORD)).statusCode).toBe(303)
})

test('who found an open telephone cannot guess the password there', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, staff.id)
  const codes = []
  for (let guess = 0; guess < 8; guess += 1) {
    codes.push(
      (await portal.post(paths.staffRecoveryCodes(), { presentPassword: `guess ${guess}` }, cookies)).statusCode,
    )
  }
  expect(codes.slice(-2)).toEqual([429, 429])
})

test('a new app replaces the old one after its first code, and nothing changes before', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, staff.id)
  const step = await portal.post(paths.staffApp(), { presentPassword: staff.password }, cookies)
  expect(step.statusCode).toBe(200)
  const [key, secret] = [keyOn(step.body), sealedOn(step.body)]
  const wrong = await portal.post(paths.staffAppConfirm(), { secret, code: '000000' }, cookies)
  expect(wrong.statusCode).toBe(422)
  expect(keyOn(wrong.body)).toBe(key)

  // Another session, even of the same person, cannot finish it.
  const other = await cookiesOf(portal.deps, staff.id)
  const code = codeAt(key, portal.clock.now())
  expect((await portal.post(paths.staffAppConfirm(), { secret, code }, other)).statusCode).toBe(422)
  expect((await portal.post(paths.staffAppConfirm(), { secret, code }, cookies)).statusCode).toBe(303)

  portal.clock.advance(HOUR)
  const enter = (typed: string) =>
    portal.post(paths.staffSignIn(), { email: staff.email, password: staff.password, code: typed })
  expect((await enter(staff.code())).statusCode).toBe(422)
  expect((await enter(codeAt(key, portal.clock.now()))).statusCode).toBe(303)
})

test('new recovery codes make the old ones worthless', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, staff.id)
  const answer = await portal.post(paths.staffRecoveryCodes(), { presentPassword: staff.password }, cookies)
  const [fresh = ''] = codesOn(answer.body)
  const enter = (recoveryCode: string) =>
    portal.post(paths.staffSignIn(), { email: staff.email, password: staff.password, recoveryCode })
  expect((await enter(staff.recoveryCodes[0] ?? '')).statusCode).toBe(422)
  expect((await enter(fresh)).statusCode).toBe(303)
})

test('the language of the account is the language of the pages', async () => {
  const cookies = await portal.signIn('operator')
  for (const lang of ['ky', 'ru', 'en']) {
    await portal.post(paths.staffLanguage(), { lang }, cookies)
    expect((await portal.get(paths.staffAccount(), cookies)).body).toContain(`<html lang="${lang}"`)
  }
})

test('own sessions can be ended one by one, all others, and everywhere; another’s id does nothing', async () => {
  const staff = await makeStaff(portal.deps, 'operator')
  const stranger = await makeStaff(portal.deps, 'operator')
  const strange = await cookiesOf(portal.deps, stranger.id)
  const [here, ...rest] = await Promise.all(Array.from({ length: 4 }, () => cookiesOf(portal.deps, staff.id)))
  const sessionsOf = (id: string) =>
    portal.db.selectFrom('staff_sessions').select('id').where('staff_id', '=', id).orderBy('id').execute()
  const end = (what: string) => portal.post(paths.staffSessions(), { end: what }, here ?? {})

  const [foreign] = await sessionsOf(stranger.id)
  await end(foreign?.id ?? '')
  expect((await portal.get(paths.staffAccount(), strange)).statusCode).toBe(200)

  await end((await sessionsOf(staff.id)).at(-1)?.id ?? '')
  expect(await sessionsOf(staff.id)).toHaveLength(3)
  await end('others')
  expect(await sessionsOf(staff.id)).toHaveLength(1)
  expect((await portal.get(paths.staffAccount(), here)).statusCode).toBe(200)
  expect((await portal.get(paths.staffAccount(), rest[0])).statusCode).toBe(303)
  const answer = await end('all')
  expect(answer.headers.location).toBe('/staff/sign-in')
  expect(await sessionsOf(staff.id)).toEqual([])
})

test('what can no longer be used is swept away', async () => {
  const { id } = await makeStaff(portal.deps, 'operator')
  await cookiesOf(portal.deps, id)
  await portal.post(paths.staffSignIn(), { email: 'nobody@staff.example', password: 'x', code: '123456' })
  portal.clock.advance(25 * HOUR)
  const { sweepStaff } = await import('./jobs.ts')
  await sweepStaff.run(portal.deps, {})
  expect(await portal.db.selectFrom('staff_sessions').selectAll().execute()).toEqual([])
  expect(await portal.db.selectFrom('staff_tries').selectAll().execute()).toEqual([])
})

test('rehearsal accounts are made once, in rehearsal, on an empty table, and open the door', async () => {
  const fresh = await startPortal()
  const accounts = await seedRehearsalStaff(fresh.deps)
  expect(accounts.map(({ email, role }) => [email, role])).toEqual([
    ['operator@rehearsal.example', 'operator'],
    ['supervisor@rehearsal.example', 'supervisor'],
    ['admin@rehearsal.example', 'administrator'],
  ])
  for (const { email, password, code } of accounts) {
    expect((await fresh.post(paths.staffSignIn(), { email, password, code })).statusCode).toBe(303)
  }
  expect(await fresh.db.selectFrom('duty_list').selectAll().execute()).toHaveLength(1)
  expect(await seedRehearsalStaff(fresh.deps)).toEqual([])
  // Who has no app at hand asks the command for the code of the moment.
  fresh.clock.advance(HOUR)
  const [{ email, password } = { email: '', password: '' }] = accounts
  const code = await rehearsalCode(fresh.deps, email)
  expect((await fresh.post(paths.staffSignIn(), { email, password, code: code ?? '' })).statusCode).toBe(303)
  await fresh.close()

  const real = await startPortal({ config: { mode: 'production' } })
  expect(await seedRehearsalStaff(real.deps)).toEqual([])
  expect(await real.db.selectFrom('staff').selectAll().execute()).toEqual([])
  const staff = await makeStaff(real.deps, 'operator')
  expect(await rehearsalCode(real.deps, staff.email)).toBeUndefined()
  await real.close()
})

test('a rotated key seals addresses and second factors anew, and nothing is lost', async () => {
  const own = await makeStaff(portal.deps, 'operator')
  const old = { id: 'k1', key: randomBytes(32) }
  const rest = {
    lookup: randomBytes(32),
    receipt: randomBytes(32),
    pepper: randomBytes(32),
    audit: randomBytes(32),
    proof: [],
  }
  const before = keyringFrom({ main: [old], ...rest })
  const after = keyringFrom({ main: [{ id: 'k2', key: randomBytes(32) }, old], ...rest })
  // A row as the old key would have left it.
  const sealed = {
    ...sealEmail(before, own.email),
    totp_sealed: sealTotp({ keys: before }, before.lookup('staff e-mail', own.email), own.totpSecret),
  }
  const { db } = portal
  await db.updateTable('staff').set(sealed).where('id', '=', own.id).execute()
  expect(await resealStaff({ db, keys: after }, String(Number(own.id) - 1), 1)).toBe(own.id)
  const row = await db.selectFrom('staff').selectAll().where('id', '=', own.id).executeTakeFirstOrThrow()
  expect([after.keyIdOf(row.email_sealed), row.totp_sealed && after.keyIdOf(row.totp_sealed)]).toEqual(['k2', 'k2'])
  expect((await findStaff({ db, keys: after }, own.id))?.email).toBe(own.email)
})

test('single keys are listed on the account and can be switched off there, after which no page listens to them', async () => {
  const { id } = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, id)
  const queue = async () => (await portal.get(paths.staffQueue('myTeam'), cookies)).body
  expect(await queue()).toMatch(/staff-keys[^]*data-key-hints/)
  const switched = await portal.post(paths.staffKeys(), { keys: 'off' }, cookies)
  const account = (await portal.get(String(switched.headers.location), cookies)).body
  expect(account).toContain('Клавиши выключены.')
  expect(account).toContain('<kbd>t</kbd>')
  expect(await queue()).not.toMatch(/staff-keys|data-key-hints/)
  expect((await portal.post(paths.staffKeys(), { keys: 'maybe' }, cookies)).statusCode).toBe(303)
  await portal.post(paths.staffKeys(), { keys: 'on' }, cookies)
  expect(await queue()).toContain('data-key-hints')
})
