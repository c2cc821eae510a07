import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOn } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

type Answer = Awaited<ReturnType<TestPortal['get']>>
const isAllowed = ({ headers }: Answer) => ({
  microphone: headers['permissions-policy'],
  player: String(headers['content-security-policy']).includes("media-src 'self' blob:"),
})
const allowed = { microphone: 'camera=(), geolocation=(), microphone=(self)', player: true }
const forbidden = { microphone: 'camera=(), geolocation=(), microphone=()', player: false }

test('only pages where one can record may ask for the microphone, also when they are shown with an error', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  expect(isAllowed(await browser.get('ask/files'))).toEqual(allowed)
  const refused = await browser.upload('ask/files', { name: 'a.exe', bytes: Buffer.from('MZ') })
  expect(refused.statusCode).toBe(422)
  expect(isAllowed(refused)).toEqual(allowed)
  const person = personOn(portal)
  const { cookies } = await person.opened()
  expect(isAllowed(await person.view(cookies))).toEqual(allowed)
  for (const path of ['ask/words', 'ask/check', '/ru', '/ru/danger', '/ru/nowhere', '/staff/sign-in', '/healthz'])
    expect(isAllowed(await browser.get(path)), path).toEqual(forbidden)
})

test('every language says how long, and that one may be recognised by the voice', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  for (const [lang, words] of [
    ['ky', 'Үнүңүздөн сизди таанып калышы мүмкүн'],
    ['ru', 'По голосу вас могут узнать'],
    ['en', 'You may be recognised by your voice'],
  ] as const)
    expect((await browser.get(`/${lang}/ask/files`)).body).toContain(words)
})
