import { expect, test } from 'vitest'
import { gauge, gauges, writeExposition } from './exposition.ts'
import { createMeters, PROBE } from './meters.ts'

const meters = () => createMeters({ routes: ['page', PROBE], appeals: ['consultation'] })

test('the text is the one Prometheus reads, and a figure that is not known is left out instead of being nought', () => {
  const text = writeExposition([
    gauge('one', 'Says\nwhat.', 1.5),
    gauge('never', 'Was there ever one.', Infinity),
    gauge('unknown', 'Nobody knows.', undefined),
    gauges('some', 'Several.', 'state', { 'a"b\\': 2 }),
  ])
  expect(text).toBe(
    [
      '# HELP one Says\\nwhat.',
      '# TYPE one gauge',
      'one 1.5',
      '# HELP never Was there ever one.',
      '# TYPE never gauge',
      'never +Inf',
      '# HELP some Several.',
      '# TYPE some gauge',
      'some{state="a\\"b\\\\"} 2',
      '',
    ].join('\n'),
  )
})

test('every series stands at nought from the start, and what is not on the list makes no new one', () => {
  const counting = meters()
  const before = writeExposition(counting.families())
  expect(before).toContain('mekendesh_requests_total{kind="page",status="5xx"} 0')
  counting.answered('/ru/appeal/KG-26-4821739-2', 200, 1)
  counting.answered('page', 999, 1)
  counting.submitted('Айгүл')
  const after = writeExposition(counting.families())
  expect(after.split('\n').length).toBe(before.split('\n').length)
  expect(after).not.toMatch(/KG-26|Айгүл/)
})

test('times fall into all buckets from their own on, and the two refusals are counted apart', () => {
  const counting = meters()
  counting.answered('page', 200, 0.2)
  counting.answered('page', 429, 0.004)
  counting.answered('page', 503, 60)
  counting.answered(PROBE, 503, 0.001)
  const text = writeExposition(counting.families())
  for (const line of [
    'mekendesh_request_duration_seconds_bucket{kind="page",le="0.01"} 1',
    'mekendesh_request_duration_seconds_bucket{kind="page",le="0.25"} 2',
    'mekendesh_request_duration_seconds_bucket{kind="page",le="10"} 2',
    'mekendesh_request_duration_seconds_bucket{kind="page",le="+Inf"} 3',
    'mekendesh_request_duration_seconds_count{kind="page"} 3',
    'mekendesh_requests_total{kind="page",status="4xx"} 1',
    'mekendesh_refused_total{why="tooMany"} 1',
    'mekendesh_refused_total{why="busy"} 1',
  ])
    expect(text).toContain(`${line}\n`)
})
