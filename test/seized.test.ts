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

test('a disk on which nothing is sealed is found out: the test can go red', { timeout: 240_000 }, async () => {
  expect(await s9({ isQuick: true, isBroken: true })).toMatchObject({ pass: false })
})

test('a log of every request is found out: the test can go red', { timeout: 240_000 }, async () => {
  expect(await s10({ isQuick: true, isBroken: true })).toMatchObject({ pass: false })
})
