import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from './support/portal.ts'

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
