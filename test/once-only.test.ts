import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { s13 } from '#tools/trust/s13.ts'
import { races } from '#test/support/races/races.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test.each(Object.entries(races))(
  '%s: of a hundred at the same moment exactly one counts',
  async (_, race) => {
    expect(await race(portal)).toEqual({ winners: 1, faults: 0 })
  },
  60_000,
)

test('a database that forgets used codes is found out: the test can go red', { timeout: 120_000 }, async () => {
  expect(await s13({ isQuick: true, isBroken: true })).toMatchObject({ pass: false })
})
