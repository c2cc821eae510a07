import { expect, test } from 'vitest'
import { r7 } from '#tools/trust/r7.ts'

// The sources, not a build that may be older than they are.
process.env['MEKENDESH_DEV'] = '1'

test(
  'whichever line breaks at whichever byte, a form becomes one appeal with one number',
  { timeout: 240_000 },
  async () => {
    expect(await r7({ isQuick: true })).toMatchObject({ pass: true })
  },
)

test(
  'without the key that travels in the form it becomes several: the test can go red',
  { timeout: 240_000 },
  async () => {
    expect(await r7({ isQuick: true, isBroken: true })).toMatchObject({ pass: false })
  },
)
