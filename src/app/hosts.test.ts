import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal({
    config: { publicUrl: 'https://p.example', staffUrl: 'https://staff.p.example', trustProxy: ['127.0.0.1'] },
  })
})
afterAll(() => portal.close())

const ask = (url: string, host: string, headers: Record<string, string> = {}) =>
  portal.app.inject({ method: 'GET', url, headers: { host, ...headers } })
const statusOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).statusCode

test('each host has its own pages, and what both need', async () => {
  expect(await statusOf('/staff/sign-in', 'staff.p.example')).toBe(200)
  expect(await statusOf('/staff/sign-in', 'STAFF.p.example')).toBe(200)
  expect(await statusOf('/ru', 'p.example')).toBe(200)
  expect(await statusOf('/ru', 'staff.p.example')).toBe(404)
  for (const host of ['p.example', 'staff.p.example']) expect(await statusOf('/healthz', host)).toBe(200)
  expect((await ask('/', 'staff.p.example')).headers.location).toBe('/staff')
})

test.each(['/staff/sign-in', '/%73taff/sign-in', '/staff%2Fsign-in', '/staff/sign-in/', '/%73%74%61%66%66/sign-in'])(
  'the sign-in of staff is not on the public host, however its address is written: %s',
  async (url) => {
    expect(await statusOf(url, 'p.example')).toBe(404)
  },
)

test('a client does not choose the host by a header that a proxy may pass on', async () => {
  expect(await statusOf('/staff/sign-in', 'p.example', { 'x-forwarded-host': 'staff.p.example' })).toBe(404)
  expect(await statusOf('/staff/sign-in', 'staff.p.example', { 'x-forwarded-host': 'p.example' })).toBe(200)
})

test.each(['/xyz', '//evil.example', '/ru//', '/%zz', '/staff/nowhere', '*'])(
  'what is nowhere has the usual page on both hosts: %s',
  async (url) => {
    for (const host of ['p.example', 'staff.p.example']) {
      const answer = await ask(url, host)
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toMatch(/<h1/)
    }
  },
)

test('an address of two slashes is the first page', async () => {
  expect(await statusOf('//', 'p.example')).toBe(302)
  expect(await statusOf('//', 'staff.p.example')).toBe(303)
})
