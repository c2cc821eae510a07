import { expect, test } from 'vitest'
import { s11 } from '#tools/trust/s11.ts'

test('every tampering is found against a checkpoint kept outside', { timeout: 120_000 }, async () => {
  expect(await s11({ isQuick: true })).toMatchObject({ pass: true })
})

test('without it who rebuilds the whole log is not found: the test can go red', { timeout: 120_000 }, async () => {
  expect(await s11({ isQuick: true, isBroken: true })).toMatchObject({ pass: false })
})
