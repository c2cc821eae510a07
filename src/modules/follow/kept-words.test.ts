import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeAppeal } from '#src/modules/appeals/index.ts'
import { aStaffVisitor } from '#test/support/appeals.ts'
import { aPhoto, keyIn, personOn } from '#test/support/person.ts'
import { switchTo } from '#test/support/walk.ts'
import { cookiesAfter, startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { secretToDigits } from '#src/modules/appeals/index.ts'

const MINUTE = 60_000

let portal: TestPortal
let person: ReturnType<typeof personOn>
beforeAll(async () => {
  portal = await startPortal()
  person = personOn(portal)
})
afterAll(() => portal.close())

type Opened = Awaited<ReturnType<typeof person.opened>>

/** Opens again as the page says, with everything its form carries. */
async function openAgain(page: { body: string }, { receipt }: Opened) {
  const form = page.body.slice(page.body.indexOf('action="/ru/appeal/open"'))
  const carried = [...form.slice(0, form.indexOf('</form>')).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const fields = Object.fromEntries(carried.map(([, name = '', value = '']) => [name, value]))
  return portal.post('/ru/appeal/open', { ...fields, number: receipt.number, secret: secretToDigits(receipt.secret) })
}

test('the reason to close is not lost to the end of the half hour, nor is what was chosen', async () => {
  const opened = await person.opened()
  portal.clock.advance(31 * MINUTE)
  const refused = await portal.post(
    '/ru/appeal/close',
    { outcome: 'withdrawn', closeReason: 'Передумал' },
    opened.cookies,
  )
  expect(refused.statusCode).toBe(403)
  expect(refused.body).toContain('То, что вы написали, сохранено')
  const { statusCode, body } = await openAgain(refused, opened)
  expect(statusCode).toBe(200)
  expect(body).toContain('Передумал</textarea>')
  expect(body).toMatch(/value="withdrawn" checked/)
})

test('nor is the reason to open it again', async () => {
  const opened = await person.opened()
  const by = await aStaffVisitor(portal.deps, 'supervisor')
  await closeAppeal(portal.deps, { appealId: opened.receipt.appealId, by, outcome: 'withdrawn' })
  portal.clock.advance(31 * MINUTE)
  const refused = await portal.post('/ru/appeal/reopen', { reopenReason: 'Снова' }, opened.cookies)
  expect((await openAgain(refused, opened)).body).toContain('Снова</textarea>')
})

test('a page that closes by itself brings all that was typed on it, and leaves nothing open', async () => {
  const opened = await person.opened()
  const typed = { to: '/ru/appeal/reply', text: 'Полписьма', closeReason: 'И причина', key: 'x', version: '1' }
  const ended = await portal.post('/ru/appeal/ended', typed, opened.cookies)
  expect(ended.statusCode).toBe(200)
  expect((await person.view(opened.cookies)).statusCode).toBe(303)
  const { body } = await openAgain(ended, opened)
  expect(body).toContain('Полписьма</textarea>')
  expect(body).toContain('И причина</textarea>')
})

test('the page’s script is told how long it may stay open: half an hour from each letter, twelve hours in all', async () => {
  const { cookies } = await person.opened()
  const stay = (held: Cookies) =>
    portal.app.inject({
      method: 'POST',
      url: '/ru/appeal/stay',
      headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      cookies: { ...held },
    })
  portal.clock.advance(20 * MINUTE)
  const answer = await stay(cookies)
  expect([answer.statusCode, answer.headers['session-ends-in']]).toEqual([204, '1800'])
  expect(cookiesAfter(answer, cookies)).toEqual(cookies)
  for (let minutes = 40; minutes < 12 * 60; minutes += 20) {
    portal.clock.advance(20 * MINUTE)
    expect((await stay(cookies)).statusCode).toBe(204)
  }
  expect(Number((await stay(cookies)).headers['session-ends-in'])).toBe(20 * 60)
  portal.clock.advance(20 * MINUTE)
  expect((await stay(cookies)).statusCode).toBe(403)
})

test('another language takes along the letter that is being written, with its files and whatever else was typed', async () => {
  const { cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  const added = await person.write(cookies, { key, text: 'Вот договор', act: 'file' }, await aPhoto())
  const { action, fields } = switchTo(added, 'ky')
  expect(action).toBe('/ky/appeal/again')
  const kyrgyz = await portal.post(action, fields, cookies)
  expect(kyrgyz.statusCode).toBe(200)
  expect(kyrgyz.body).toContain('<html lang="ky"')
  expect(kyrgyz.body).toContain('Вот договор</textarea>')
  expect(kyrgyz.body).toContain('договор.jpg')
  expect(keyIn(kyrgyz.body)).toBe(key)

  const wrong = await portal.post('/ru/appeal/close', { closeReason: 'Передумал', version: '1' }, cookies)
  const back = await portal.post(switchTo(wrong, 'en').action, switchTo(wrong, 'en').fields, cookies)
  expect(back.body).toContain('Передумал</textarea>')
})
