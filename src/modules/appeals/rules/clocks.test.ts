import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfWorkingDay } from '#src/kernel/calendar.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { workingMinutesBetween } from '#src/kernel/working-time.ts'
import { loadCatalogue, statutoryTerm, type UrgencyId } from '#src/modules/catalogue/index.ts'
import { kgCalendar } from '#test/support/kg-calendar.ts'
import {
  clocksOf,
  countClock,
  endClocks,
  extendAnswer,
  goOn,
  lowerTargets,
  markAnswered,
  markContacted,
  markRegistered,
  nextDueAt,
  NO_CLOCK,
  raiseTargets,
  restartClocks,
  startClocks,
  stopClocks,
  type Clocks,
  type Promises,
} from './clocks.ts'
import type { ClockKind } from './clock-view.ts'

const law = loadCatalogue('catalogue')
const termOf = (id: string) => {
  const rule = law.rule(id)
  return rule && statutoryTerm(rule, '2026-06-01')
}
const promised = (urgency: UrgencyId): Promises => ({
  registration: termOf('kg-appeal-registration'),
  answer: termOf('kg-appeal-answer'),
  targets: law.urgency(urgency),
})
const at = (text: string) => new Date(text)
// Monday 15 June 2026, 10:00 in Bishkek.
const monday = at('2026-06-15T04:00:00Z')
const opened = (urgency: UrgencyId = 'high') => startClocks(promised(urgency), kgCalendar, monday)
const view = (clocks: Clocks, kind: ClockKind, now: Date, closedAt?: Date) => {
  const found = clocksOf(kgCalendar, clocks, now, closedAt).find((clock) => clock.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const iso = (date: Date) => date.toISOString()

test('a new appeal is promised registration, an answer, a first word, an update and a solution', () => {
  const clocks = clocksOf(kgCalendar, opened(), monday)
  expect(clocks.map(({ kind, dueAt }) => [kind, iso(dueAt)])).toEqual([
    ['registration', '2026-06-16T12:00:00.000Z'],
    ['answer', '2026-07-06T12:00:00.000Z'],
    ['firstAnswer', '2026-06-15T09:00:00.000Z'],
    ['nextUpdate', '2026-06-18T12:00:00.000Z'],
    ['resolution', '2026-06-24T12:00:00.000Z'],
  ])
  expect(clocks.map(({ state }) => state)).toEqual(Array(5).fill('running'))
  expect(clocks.map(({ isExpected }) => isExpected)).toEqual([false, true, false, false, false])
  expect(iso(nextDueAt(kgCalendar, opened()))).toBe('2026-06-15T09:00:00.000Z')
})

test('a normal appeal is promised no regular update', () => {
  expect(opened('normal').list.map(({ kind }) => kind)).toEqual(['registration', 'answer', 'firstAnswer', 'resolution'])
})

test('the worked examples of the law hold for the answer’s clock', () => {
  const examples = law.rule('kg-appeal-answer')?.versions[0]?.examples ?? []
  expect(examples).not.toEqual([])
  for (const { given, expect: expected } of examples) {
    const registered = at(`${String(given['registered'])}T06:00:00Z`)
    const clocks = markRegistered(startClocks(promised('low'), kgCalendar, registered), promised('low'), registered)
    expect(dayAt('Asia/Bishkek', view(clocks, 'answer', registered).dueAt)).toBe(expected['lastDay'])
  }
})

test('registration that is late pushes the expected end of the answer before it', () => {
  const late = at('2026-06-18T04:00:00Z')
  expect(view(opened(), 'registration', late)).toMatchObject({ state: 'late', isLate: true })
  const expected = view(opened(), 'answer', late)
  expect([expected.state, expected.isExpected, iso(expected.dueAt)]).toEqual([
    'running',
    true,
    '2026-07-08T12:00:00.000Z',
  ])
})

test('while we wait for the person the service’s clocks stand and the law’s run', () => {
  const asked = stopClocks(
    markContacted(markRegistered(opened(), promised('high'), monday), monday),
    'question',
    monday,
  )
  const later = at('2026-06-17T04:00:00Z')
  expect(clocksOf(kgCalendar, asked, later).map(({ kind, state }) => [kind, state])).toEqual([
    ['registration', 'met'],
    ['answer', 'running'],
    ['firstAnswer', 'met'],
    ['nextUpdate', 'paused'],
    ['resolution', 'paused'],
  ])
  expect(iso(nextDueAt(kgCalendar, asked))).toBe(iso(view(asked, 'answer', later).dueAt))
})

test('a wait adds exactly its own working time, however long it was', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 })
  fc.assert(
    fc.property(minutes, minutes, (before, long) => {
      const from = new Date(monday.getTime() + before * 60_000)
      const to = new Date(from.getTime() + long * 60_000)
      const plain = view(opened(), 'resolution', monday).dueAt
      const waited = goOn(stopClocks(opened(), 'question', from), to)
      const due = view(waited, 'resolution', to).dueAt
      const lost = from < plain ? workingMinutesBetween(kgCalendar, from, to < plain ? to : plain) : 0
      expect(due >= plain).toBe(true)
      expect(to > plain || workingMinutesBetween(kgCalendar, plain, due) === lost).toBe(true)
      expect(view(waited, 'answer', to).dueAt).toEqual(view(opened(), 'answer', to).dueAt)
    }),
  )
})

test('an answer keeps every promise; questioned, the solution goes on without the time in between', () => {
  const registered = markRegistered(opened(), promised('high'), monday)
  const tuesday = at('2026-06-16T04:00:00Z')
  const answered = markAnswered(registered, tuesday)
  expect(clocksOf(kgCalendar, answered, tuesday).map(({ state }) => state)).toEqual(Array(5).fill('met'))
  expect(nextDueAt(kgCalendar, answered)).toEqual(NO_CLOCK)
  const thursday = at('2026-06-18T04:00:00Z')
  const back = goOn(answered, thursday)
  expect(view(back, 'answer', thursday).state).toBe('met')
  // Two working days were waited: the 24th became the 26th.
  expect(iso(view(back, 'resolution', thursday).dueAt)).toBe('2026-06-26T12:00:00.000Z')
  expect(iso(view(back, 'nextUpdate', thursday).dueAt)).toBe('2026-06-23T12:00:00.000Z')
})

test('a late answer stays late, and a wait after it does not excuse it', () => {
  const registered = markRegistered(opened(), promised('high'), monday)
  const late = at('2026-07-10T04:00:00Z')
  const answered = markAnswered(registered, late)
  const much = at('2026-12-10T04:00:00Z')
  for (const kind of ['answer', 'resolution'] as const)
    expect(view(answered, kind, much)).toMatchObject({ state: 'met', isLate: true })
  expect(view(goOn(answered, much), 'answer', much)).toMatchObject({ state: 'met', isLate: true })
})

test('closing ends what still ran, and nothing is due any more', () => {
  const closed = endClocks(opened(), monday, false)
  expect(
    clocksOf(kgCalendar, closed, at('2027-01-01T00:00:00Z'), monday).map(({ state, isLate }) => [state, isLate]),
  ).toEqual(Array.from({ length: 5 }, () => ['ended', false]))
})

test('re-opened, an appeal is promised everything anew but registration', () => {
  const later = at('2026-08-10T04:00:00Z')
  const again = restartClocks(endClocks(opened(), monday, true), promised('high'), later)
  expect(again.list.map(({ kind }) => kind)).toEqual(['answer', 'firstAnswer', 'nextUpdate', 'resolution'])
  expect(again.list.every(({ startedAt, metAt }) => startedAt === later && metAt === undefined)).toBe(true)
})

const urgencies = ['low', 'normal', 'high', 'critical'] as const
const kindsOfOurs = ['firstAnswer', 'nextUpdate', 'resolution'] as const

test('a higher urgency promises anew from the raise on, keeps what was kept, and a lower one promises no update', () => {
  const contacted = markContacted(opened('low'), monday)
  const raisedAt = at('2026-06-16T04:00:00Z')
  const critical = raiseTargets(kgCalendar, contacted, law.urgency('critical'), raisedAt)
  expect(view(critical, 'firstAnswer', monday).state).toBe('met')
  expect(iso(view(critical, 'resolution', monday).dueAt)).toBe('2026-06-23T12:00:00.000Z')
  expect(iso(view(critical, 'nextUpdate', monday).dueAt)).toBe('2026-06-17T04:00:00.000Z')
  const lowered = lowerTargets(critical, law.urgency('low'), monday)
  expect(lowered.list.some(({ kind }) => kind === 'nextUpdate')).toBe(false)
})

test('raised days after it came, the first answer is due within the hour and not overdue at once', () => {
  const raisedAt = at('2026-06-17T04:00:00Z')
  const critical = raiseTargets(kgCalendar, opened('normal'), law.urgency('critical'), raisedAt)
  const { state, dueAt } = view(opened('low'), 'firstAnswer', raisedAt)
  expect([state, dueAt > raisedAt]).toEqual(['running', true])
  expect(
    view(raiseTargets(kgCalendar, opened('low'), law.urgency('critical'), raisedAt), 'firstAnswer', raisedAt),
  ).toMatchObject({
    state: 'running',
    dueAt: at('2026-06-17T05:00:00Z'),
  })
  // What was late before the raise stays late.
  expect(view(critical, 'firstAnswer', raisedAt).state).toBe(view(opened('normal'), 'firstAnswer', raisedAt).state)
})

test('a raise never moves a promise back, and raising and lowering again wins no time', () => {
  const minutes = fc.integer({ min: 1, max: 60 * 24 * 20 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      minutes,
      minutes,
      (one, other, early, late) => {
        const [lower, higher] = [
          urgencies[Math.min(one, other)] ?? 'low',
          urgencies[Math.max(one, other)] ?? 'critical',
        ]
        const before = opened(lower)
        const [raisedAt, loweredAt] = [early, early + late].map((after) => new Date(monday.getTime() + after * 60_000))
        if (!raisedAt || !loweredAt) return
        const raised = raiseTargets(kgCalendar, before, law.urgency(higher), raisedAt)
        const due = (clocks: Clocks, kind: ClockKind) => {
          const clock = clocks.list.find((found) => found.kind === kind)
          return clock && countClock(kgCalendar, clock, []).at.getTime()
        }
        const moved = kindsOfOurs.filter((kind) => (due(raised, kind) ?? 0) > (due(before, kind) ?? Infinity))
        expect(moved).toEqual([])
        const lowered = lowerTargets(raised, law.urgency(lower), loweredAt)
        for (const kind of ['firstAnswer', 'resolution'] as const) expect(due(lowered, kind)).toBe(due(before, kind))
      },
    ),
  )
})

test('a term extended into a year whose calendar is not published is provisional', () => {
  const extended = extendAnswer(markRegistered(opened(), promised('high'), monday), '2027-01-10')
  expect(view(extended, 'answer', monday).isProvisional).toBe(true)
})

test('a term extended to a day off ends on the last working day before it', () => {
  const extended = extendAnswer(markRegistered(opened(), promised('high'), monday), '2026-08-02')
  const { dueAt, extendedTo } = view(extended, 'answer', monday)
  expect(extendedTo).toBe('2026-08-02')
  expect(dueAt).toEqual(endOfWorkingDay(kgCalendar, '2026-07-31'))
})

test('critical targets in hours run day and night', () => {
  const night = at('2026-06-19T20:00:00Z')
  const clocks = startClocks(promised('critical'), kgCalendar, night)
  expect(iso(view(clocks, 'firstAnswer', night).dueAt)).toBe('2026-06-19T21:00:00.000Z')
  for (const clock of clocks.list) expect(countClock(kgCalendar, clock, []).at > night).toBe(true)
})
