import { expect, test } from 'vitest'
import { fakeClock } from '#test/support/clock.ts'
import { onceIn } from './once-in.ts'

test('what happens all the time is told at once, and then once in each span', () => {
  const clock = fakeClock('2026-06-15T04:00:00Z')
  const isTime = onceIn(clock, 60_000)
  const told = Array.from({ length: 180 }, () => {
    clock.advance(1_000)
    return isTime()
  })
  expect(told.filter(Boolean)).toHaveLength(3)
  expect(told[0]).toBe(true)
})
