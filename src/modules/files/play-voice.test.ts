import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { sample } from '#test/support/zoo/corpus.ts'

let portal: TestPortal
let cookies: Cookies
let href: string
let whole: Buffer
beforeAll(async () => {
  portal = await startPortal()
  const person = personOn(portal)
  cookies = (await person.opened()).cookies
  const form = { key: keyIn((await person.view(cookies)).body), text: 'Послушайте', act: 'send' }
  await person.write(cookies, form, { field: 'file', name: 'үн.m4a', bytes: sample('voice.m4a') })
  const { id } = await portal.db.selectFrom('files').select('id').executeTakeFirstOrThrow()
  href = paths.myAppealFile('ru', id)
  whole = (await portal.get(href, cookies)).rawPayload
})
afterAll(() => portal.close())

const ask = (range: string) =>
  portal.app.inject({ url: href, cookies: { ...cookies }, headers: { range, 'sec-fetch-site': 'same-origin' } })

test('both sides play a voice note in the page, whose policy lets it play what is ours and nothing else', async () => {
  const staff = await portal.signIn('supervisor')
  const { id } = await portal.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
  for (const page of [await personOn(portal).view(cookies), await portal.get(paths.staffAppeal(id), staff)]) {
    expect(page.body).toMatch(/<audio class="mek-voice-note" controls preload="none" src="[^"]+" aria-label="үн.m4a">/)
    expect(page.headers['content-security-policy']).toMatch(/;media-src 'self'( blob:)?$/)
  }
  expect((await portal.get('/ru')).headers['content-security-policy']).not.toContain('media-src')
})

test.each([
  ['bytes=0-1', 206, 0, 2],
  ['bytes=0-', 206, 0, undefined],
  ['bytes=100-99999999', 206, 100, undefined],
  ['bytes=-10', 206, -10, undefined],
] as const)('%s is answered with that part', async (range, status, start, end) => {
  const answer = await ask(range)
  expect(answer.statusCode).toBe(status)
  const part = whole.subarray(start, end)
  expect(answer.rawPayload.equals(part)).toBe(true)
  const from = start < 0 ? whole.length + start : start
  expect(answer.headers['content-range']).toBe(`bytes ${from}-${from + part.length - 1}/${whole.length}`)
})

test('a part behind the end is refused, and what is no part gives the whole', async () => {
  const beyond = await ask(`bytes=${whole.length}-`)
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.length}`])
  for (const range of ['bytes=-', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b']) {
    const answer = await ask(range)
    expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, whole.length])
  }
  expect(whole.subarray(4, 8).toString()).toBe('ftyp')
})
