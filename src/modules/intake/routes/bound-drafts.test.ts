import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, inMoscow } from '#test/support/walk.ts'
import { countBegun, MOST_BEGUN } from './bound-drafts.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test('from one place a thousand forms are begun in an hour; those that are open go on, and calls for help do too', async () => {
  const first = { ...inMoscow, kind: 'consultation' }
  const early = aBrowser(portal)
  await early.save('who', first)
  for (let n = 1; n < MOST_BEGUN; n += 1) countBegun(portal.clock, '127.0.0.1')

  const late = aBrowser(portal)
  const refused = await late.post('ask/who', first)
  expect(refused.statusCode).toBe(429)
  expect((await early.post('ask/topic', { topic: 'pension' })).statusCode).toBe(303)
  expect((await late.post('danger', { where: 'Здесь', what: 'Беда', country: 'RU' })).statusCode).not.toBe(429)
  expect(() => countBegun(portal.clock, 'elsewhere')).not.toThrow()

  portal.clock.advance(3_600_000)
  expect((await late.post('ask/who', first)).statusCode).toBe(303)
})
