import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFrom, replaceHasher } from '#tools/trust/support/guessing.ts'
import { s8 } from '#tools/trust/s8.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test('the same work is done for a number that is not there, a wrong one, and wrong words', async () => {
  const { number } = await anAppeal(portal.deps)
  const secret = '0000-0000-0012-34'
  await openFrom(portal, '192.0.2.1', 'KG-26-0000000-0', secret)
  const { hasher } = portal.deps
  const work: string[] = []
  replaceHasher(portal, {
    ...hasher,
    verify(known, input) {
      // Argon2's parameters without salt and hash.
      work.push(`${known.split('$').slice(0, 4).join('$')} of ${input.length} bytes`)
      return hasher.verify(known, input)
    },
  })
  const seen = []
  for (const typed of [number, 'KG-26-0000000-0', 'KG-26-1234567-0', 'no number at all']) {
    const { statusCode, body } = await openFrom(portal, '192.0.2.2', typed, secret)
    const words = body.replaceAll(typed, '').replaceAll(/name="csrf" value="[^"]*"/g, '')
    seen.push({ statusCode, work: work.splice(0), words })
  }
  replaceHasher(portal, hasher)
  expect(seen[0]?.work).toHaveLength(1)
  for (const one of seen) expect(one).toEqual(seen[0])
})

test(
  'guesses open nothing, shut nobody out, and a stolen dump gives no secret away',
  { timeout: 120_000 },
  async () => {
    expect(await s8({ isQuick: true })).toMatchObject({ pass: true })
  },
)

test(
  'with the key file beside the dump the weak secrets are found: the test can go red',
  { timeout: 120_000 },
  async () => {
    expect(await s8({ isQuick: true, isBroken: true })).toMatchObject({ pass: false })
  },
)
