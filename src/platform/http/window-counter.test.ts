import { expect, test } from 'vitest'
import { fakeClock } from '#test/support/clock.ts'
import { createWindowCounter, createWindowHash } from './window-counter.ts'

const clock = fakeClock('2026-06-15T04:00:00Z')

test('each is counted apart, until forgotten or until the window ends', () => {
  const counter = createWindowCounter(clock, 60_000)
  expect([counter.add('one'), counter.add('one', 5), counter.add('other')]).toEqual([1, 6, 1])
  counter.forget('other')
  expect([counter.countOf('one'), counter.countOf('other')]).toEqual([6, 0])
  clock.advance(59_999)
  expect(counter.countOf('one')).toBe(6)
  clock.advance(1)
  expect(counter.countOf('one')).toBe(0)
})

test('what is remembered is bounded: who came longest ago is forgotten first', () => {
  const counter = createWindowCounter(clock, 60_000, { most: 2 })
  for (const what of ['one', 'two', 'one', 'three']) counter.add(what)
  expect(['one', 'two', 'three'].map((what) => counter.countOf(what))).toEqual([2, 0, 1])
})

test('a mark is the same within its window, another in the next, and another in another portal', () => {
  const [hash, elsewhere] = [createWindowHash(clock, 60_000), createWindowHash(clock, 60_000)]
  const mark = hash('127.0.0.1')
  expect(hash('127.0.0.1')).toBe(mark)
  expect(elsewhere('127.0.0.1')).not.toBe(mark)
  clock.advance(60_000)
  expect(hash('127.0.0.1')).not.toBe(mark)
})
