import { expect, test } from 'vitest'
import type { Line } from '../bench/support/measure.ts'
import { shortfallsOf } from '../bench/support/table.ts'

const measured = (perSecond: number, failed = 0) => ({ perSecond, p50: 1, p99: 2, failed })
const line = (of: Line['limit']['of'], ours: number, limit: number, failed = 0): Line => ({
  name: of,
  ours: measured(ours, failed),
  bytes: 1,
  limit: { of, measured: measured(limit) },
})

test('each share of a limit is judged by its own goal', () => {
  expect(shortfallsOf([line('bytes', 40, 100), line('sql', 50, 100), line('submit', 70, 100)], [])).toEqual([])
  expect(shortfallsOf([line('bytes', 39, 100), line('sql', 49, 100), line('submit', 69, 100)], [])).toEqual([
    'bytes: 0.39 of its limit, goal ≥ 0.4',
    'sql: 0.49 of its limit, goal ≥ 0.5',
    'submit: 0.69 of its limit, goal ≥ 0.7',
  ])
})

test('failed requests, and a limit that was not measured, fall short however fast the rest was', () => {
  expect(shortfallsOf([line('sql', 90, 100, 3)], [])).toEqual(['sql: 3 requests failed'])
  expect(shortfallsOf([line('sql', 0, 0)], [])).toHaveLength(1)
})

test('a goal that is missed is named with what it is', () => {
  const goals = [
    { name: 'start', is: '4.0 s', goal: '≤ 3 s', isMet: false },
    { name: 'memory', is: '200 MB', goal: '≤ 220 MB', isMet: true },
  ]
  expect(shortfallsOf([], goals)).toEqual(['start: 4.0 s, goal ≤ 3 s'])
})
