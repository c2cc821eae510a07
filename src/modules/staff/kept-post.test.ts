import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal } from '#test/support/appeals.ts'
import { cookiesAfter, startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { makeStaff, type TestStaff } from '#test/support/staff.ts'
import { hiddenIn } from '#test/support/walk.ts'

const MINUTE = 60_000

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

async function enter(who: TestStaff, kept = '') {
  const { email, password } = who
  const answer = await portal.post('/staff/sign-in', { email, password, code: who.code(), kept })
  return { answer, cookies: cookiesAfter(answer) }
}

async function anAnswer(by: TestStaff) {
  const { appealId } = await anAppeal(portal.deps)
  const { cookies } = await enter(by)
  const page = await portal.get(`/staff/appeals/${appealId}`, cookies)
  const body = {
    text: 'Ответ, который писали час.',
    version: hiddenIn(page, 'version'),
    formKey: hiddenIn(page, 'formKey'),
  }
  return { appealId, cookies, at: `/staff/appeals/${appealId}/answer`, body }
}

const saidTo = async (appealId: string) =>
  (await portal.db.selectFrom('appeal_messages').select('id').where('appeal_id', '=', appealId).execute()).length

test('an answer posted to a session that was over is given back after signing in again, and sent by its button', async () => {
  const who = await makeStaff(portal.deps, 'operator')
  const { appealId, cookies, at, body } = await anAnswer(who)
  const before = await saidTo(appealId)
  portal.clock.advance(31 * MINUTE)
  const refused = await portal.post(at, body, cookies)
  expect(refused.statusCode).toBe(403)
  expect(refused.body).toContain('вход закончился')
  // Whoever comes to this desk reads nothing of it, and no address holds it.
  expect(refused.body).not.toContain('писали час')
  expect(refused.headers.location).toBeUndefined()

  const wrong = await portal.post('/staff/sign-in', {
    email: who.email,
    password: 'no',
    code: '1',
    kept: hiddenIn(refused, 'kept'),
  })
  const { answer, cookies: fresh } = await enter(who, hiddenIn(wrong, 'kept'))
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('Ответ, который писали час.</textarea>')
  expect(answer.body).toContain(`action="${at}"`)
  expect(await saidTo(appealId)).toBe(before)
  const fields = { ...body, version: hiddenIn(answer, 'version'), formKey: hiddenIn(answer, 'formKey') }
  expect((await portal.post(at, fields, fresh)).statusCode).toBe(303)
  expect(await saidTo(appealId)).toBe(before + 1)
})

test('another account gets nothing of it', async () => {
  const [who, other] = [await makeStaff(portal.deps, 'operator'), await makeStaff(portal.deps, 'supervisor')]
  const { cookies, at, body } = await anAnswer(who)
  portal.clock.advance(31 * MINUTE)
  const refused = await portal.post(at, body, cookies)
  const { answer } = await enter(other, hiddenIn(refused, 'kept'))
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/staff')
})

test('after the sweep it is still known whose it was; a session nobody knows shows the words to who sent them', async () => {
  const { cookies, at, body } = await anAnswer(await makeStaff(portal.deps, 'operator'))
  portal.clock.advance(120 * MINUTE)
  await portal.runJobs()
  expect(hiddenIn(await portal.post(at, body, cookies), 'kept')).not.toBe('')
  const unknown = await portal.post(at, body, {})
  expect(unknown.body).toContain('class="govuk-body typed">Ответ, который писали час.')
  expect(unknown.body).not.toContain('name="kept"')
})

test('a page that closed by itself brings what was typed, signs out, and lets nobody be sent elsewhere', async () => {
  const who = await makeStaff(portal.deps, 'operator')
  const { cookies, at, body } = await anAnswer(who)
  const hostile = Object.fromEntries([['__proto__', 'два слова']])
  const ended = await portal.post('/staff/ended', { ...body, ...hostile, to: at }, cookies)
  expect(ended.statusCode).toBe(200)
  expect((await portal.get('/staff', cookies)).statusCode).toBe(303)
  // A code is good once.
  portal.clock.advance(MINUTE)
  expect((await enter(who, hiddenIn(ended, 'kept'))).answer.body).toContain('писали час.</textarea>')
  for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/ru/danger'])
    expect((await portal.post('/staff/ended', { ...body, to }, cookies)).body).not.toContain('name="kept"')
})

test('every page of staff warns before the end, and whoever writes stays signed in, twelve hours at most', async () => {
  const who = await makeStaff(portal.deps, 'operator')
  const { cookies } = await enter(who)
  const page = await portal.get('/staff/account', cookies)
  expect(page.body).toContain('data-session-warning')
  expect(page.body).toContain('data-ends-in="1800"')
  const stay = async (held: Cookies) => {
    const { statusCode, headers } = await portal.post('/staff/stay', {}, held)
    return [statusCode, headers['session-ends-in']]
  }
  for (let minutes = 0; minutes < 11 * 60 + 40; minutes += 20) {
    portal.clock.advance(20 * MINUTE)
    expect((await stay(cookies))[0]).toBe(204)
  }
  expect(await stay(cookies)).toEqual([204, String(20 * 60)])
  portal.clock.advance(20 * MINUTE)
  expect((await stay(cookies))[0]).toBe(403)
})
