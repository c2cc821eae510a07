import { expect, test } from 'vitest'
import { s9 } from '#tools/trust/s9.ts'
import { s10 } from '#tools/trust/s10.ts'

// The sources, not a build that may be older than they are.
process.env['MEKENDESH_DEV'] = '1'

test('a seized disk gives nothing away of what is declared sealed', { timeout: 120_000 }, async () => {
  expect(await s9({ isQuick: true })).toMatchObject({ pass: true })
})

test('nothing on the machine tells who an anonymous person was', { timeout: 120_000 }, async () => {
  expect(await s10({ isQuick: true })).toMatchObject({ pass: true })
})
