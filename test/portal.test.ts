import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookiesAfter, startPortal, type TestPortal } from './support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test('the server says that it lives and that it can take an appeal', async () => {
  expect((await portal.get('/healthz')).body).toBe('ok\n')
  expect((await portal.get('/readyz')).statusCode).toBe(200)
})

test('an address that leads nowhere gets a page in its own language, never kept, with strict headers', async () => {
  const answer = await portal.get('/ru/nowhere')
  expect(answer.statusCode).toBe(404)
  expect(answer.body).toContain('<html lang="ru"')
  expect(answer.body).toContain('Такой страницы нет')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';/)
  expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|https?:/)
})

test('a route that does not say who may enter keeps the server from starting', async () => {
  const { createServer } = await import('#src/platform/http/server.ts')
  const app = await createServer(portal.deps.config)
  expect(() => app.get('/open-to-all', () => 'hello')).toThrow(/does not declare access/)
  await app.close()
})

test('a body announced larger than the route takes is refused before it is read', async () => {
  const answer = await portal.app.inject({
    method: 'POST',
    url: '/ru/ask/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '200000000',
      'sec-fetch-site': 'same-origin',
    },
    payload: '--x',
  })
  expect(answer.statusCode).toBe(413)
  expect(answer.headers.connection).toBe('close')
  expect(answer.body).toContain('10\u{a0}МБ')
})

test('an old browser that sends neither Sec-Fetch-Site nor Origin is believed by its form’s token alone', async () => {
  const page = await portal.get('/ru/appeal')
  const token = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const post = (csrf: string, cookies: Record<string, string>) =>
    portal.app.inject({
      method: 'POST',
      url: '/ru/appeal/open',
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf, number: 'x', secret: 'y' }).toString(),
    })
  expect((await post(token, cookiesAfter(page))).statusCode).not.toBe(403)
  expect((await post(token, {})).statusCode).toBe(403)
  expect((await post('made-up', cookiesAfter(page))).statusCode).toBe(403)
})

test('with a host of its own the staff pages are not there on the people’s host, and the other way round', async () => {
  const apart = await startPortal({ config: { staffUrl: 'http://staff.example.org' } })
  const ask = (host: string, url: string) =>
    apart.app.inject({ url, headers: { host } }).then((answer) => answer.statusCode)
  expect(await ask('localhost', '/staff/sign-in')).toBe(404)
  expect(await ask('staff.example.org', '/staff/sign-in')).toBe(200)
  expect(await ask('staff.example.org', '/ky')).toBe(404)
  expect(await ask('localhost', '/ky')).toBe(200)
  await apart.close()
})

test('an address with letters that no header holds is led on all the same', async () => {
  const answer = await portal.get('/staff/appeals/%D3%A9%D2%AF/close', await portal.signIn('operator'))
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/staff/appeals/%D3%A9%D2%AF')
})
