import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from './support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const askFrom = async (remoteAddress: string) =>
  (await portal.app.inject({ method: 'GET', url: '/ru/danger', remoteAddress })).statusCode

test('one machine with a network of IPv6 addresses counts as one, in every way its address may be written', async () => {
  portal.limitTo(2)
  expect(await askFrom('2001:db8:1:1::1')).toBe(200)
  expect(await askFrom('2001:db8:1:1::2')).toBe(200)
  expect(await askFrom('2001:db8:1:1:ffff::3')).toBe(429)
  expect(await askFrom('2001:db8:1:2::1')).toBe(200)
  expect(await askFrom('203.0.113.7')).toBe(200)
  expect(await askFrom('::ffff:203.0.113.7')).toBe(200)
  expect(await askFrom('203.0.113.7')).toBe(429)
})

test('nothing else reads the address of a request: each limit counts it in the same way', () => {
  const readers = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && /request\.ips?\b/.test(readFileSync(`src/${file}`, 'utf8')),
  )
  expect(readers).toEqual(['platform/http/address.ts'])
})
