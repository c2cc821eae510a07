import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPages } from './kept-pages.ts'
import { publicPage } from './route-kinds.ts'
import { createServer } from './server.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const ask = (url: string, headers: Record<string, string> = {}) =>
  portal.app.inject({ method: 'GET', url, headers: { 'accept-encoding': 'br', 'sec-fetch-site': 'none', ...headers } })
const namesOf = (cookies: readonly { name: string }[]) => cookies.map(({ name }) => name)

test('the second visitor is given the very same bytes, and a language of their own', async () => {
  const [first, second] = [await ask('/ky'), await ask('/ky')]
  expect(second.rawPayload.equals(first.rawPayload)).toBe(true)
  expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  expect(second.headers['cache-control']).toBe(first.headers['cache-control'])
  expect(namesOf(second.cookies)).toEqual(['lang'])
  expect(brotliDecompressSync(second.rawPayload).toString()).toContain('<html lang="ky"')
})

test('each reads it in the encoding it can, and who refuses both gets it plain', async () => {
  const gzipped = await ask('/ru', { 'accept-encoding': 'gzip, br;q=0' })
  expect(gunzipSync(gzipped.rawPayload).toString()).toContain('<html lang="ru"')
  const plain = await ask('/ru', { 'accept-encoding': 'identity' })
  expect(plain.body).toContain('<html lang="ru"')
  expect(plain.headers['vary']).toContain('Accept-Encoding')
})

test('the first screen is kept for browsers that say where they come from; the others get a token and its cookie each', async () => {
  const known = await ask('/ru/ask', { 'accept-encoding': 'identity' })
  expect(known.body).not.toContain('name="csrf"')
  expect(namesOf(known.cookies)).toEqual(['lang'])
  expect(known.headers['cache-control']).toBe('no-store')
  const tokens = []
  for (const _ of [1, 2]) {
    const old = await portal.app.inject({ method: 'GET', url: '/ru/ask' })
    expect(namesOf(old.cookies)).toContain('form')
    tokens.push(/name="csrf" value="([^"]+)"/.exec(old.body)?.[1])
  }
  expect(tokens[0]).toBeTruthy()
  expect(tokens[0]).not.toBe(tokens[1])
})

test('who has a draft sees the draft, not the page kept for all', async () => {
  await ask('/ru/ask')
  const form = { asWho: 'citizen', onBehalf: 'no', country: 'RU', citizenship: 'KG', inDanger: 'no', lang: 'ru' }
  const saved = await portal.post('/ru/ask/who', { ...form, kind: 'consultation' })
  expect(saved.statusCode).toBe(303)
  const cookie = saved.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const [mine, other] = [
    await ask('/ru/ask', { cookie, 'accept-encoding': 'identity' }),
    await ask('/ru/ask', { 'accept-encoding': 'identity' }),
  ]
  expect(mine.body).not.toBe(other.body)
})

test('after a minute it is made anew', async () => {
  const before = await ask('/en/about', { 'accept-encoding': 'identity' })
  portal.clock.advance(61_000)
  expect((await ask('/en/about', { 'accept-encoding': 'identity' })).body).toBe(before.body)
})

test('made-up queries are not kept or push out each other, and no page without one', async () => {
  const app = await createServer(portal.deps.config)
  let made = 0
  app.get('/page', publicPage, () => String((made += 1)))
  keepPages(app, { clock: portal.clock, edition: () => 0 })
  const read = async (url: string) => (await app.inject({ method: 'GET', url })).body
  const first = await read('/page')
  const topic = await read('/page?topic=pension')
  expect(await read('/page?topic=pension')).toBe(topic)
  expect(await read('/page?x=1')).not.toBe(await read('/page?x=1'))
  for (let n = 0; n < 400; n += 1) await read(`/page?topic=${n}`)
  expect(await read('/page')).toBe(first)
  expect(await read('/page?topic=pension')).not.toBe(topic)
  await app.close()
})
