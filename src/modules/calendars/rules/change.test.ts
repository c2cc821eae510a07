import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameHours } from '#src/kernel/calendar.ts'
import { addDays, yearOf } from '#src/kernel/iso-day.ts'
import {
  firstDayOf,
  planChange,
  turnedRound,
  type CalendarChange,
  type CalendarState,
  type Mark,
  type Patch,
} from './change.ts'

const named = (name: string) => ({ ky: name, ru: name, en: name })
const eid: Mark = {
  day: '2027-03-09',
  holidayId: 'orozo',
  kind: 'nonWorking',
  name: named('Orozo ait'),
  isProvisional: true,
}
const may: Mark[] = (['2026-05-01', '2026-05-02'] as const).map((day) => ({
  day,
  holidayId: 'may',
  kind: 'nonWorking',
  name: named('May'),
  isProvisional: false,
}))
const weekHours = sameHours(['monday', 'friday'], [{ from: 540, to: 1080 }])
const state: CalendarState = {
  settings: { hours: weekHours, shortenedByMinutes: 60, lastPublishedYear: 2026 },
  marks: [...may, eid],
}
const said = { kind: 'nonWorking', name: named('Extra'), isProvisional: false } as const

function patchOf(change: CalendarChange, from = state): Patch {
  const plan = planChange(from, change)
  if (!plan.ok || !plan.value) throw new Error(JSON.stringify(plan))
  return plan.value
}

const applied = (from: CalendarState, { removed, added, settings }: Patch): CalendarState => ({
  settings: settings?.after ?? from.settings,
  marks: [...from.marks.filter((mark) => !removed.includes(mark)), ...added].toSorted((a, b) =>
    `${a.day}${a.holidayId}` < `${b.day}${b.holidayId}` ? -1 : 1,
  ),
})

test('a run of days gets one mark each, all of one holiday', () => {
  const patch = patchOf({ does: 'add', from: '2026-12-31', to: '2027-01-02', holidayId: 'new', ...said })
  expect(patch.added.map(({ day, holidayId }) => [day, holidayId])).toEqual([
    ['2026-12-31', 'new'],
    ['2027-01-01', 'new'],
    ['2027-01-02', 'new'],
  ])
  expect(firstDayOf(patch, '2026-06-15')).toBe('2026-12-31')
})

test('what stands already is not added again; the rest of the run is', () => {
  const again = {
    does: 'add',
    from: '2026-05-01',
    to: '2026-05-03',
    holidayId: 'x',
    ...said,
    name: named('May'),
  } as const
  expect(patchOf(again).added.map(({ day }) => day)).toEqual(['2026-05-03'])
  expect(planChange(state, { ...again, to: '2026-05-02' })).toEqual({ ok: true, value: undefined })
})

test('Eid moves: the old day is free, the new one is marked, both days are counted anew', () => {
  const patch = patchOf({ ...eid, does: 'change', mark: eid, day: '2027-03-10', isProvisional: false })
  expect(patch).toMatchObject({
    removed: [eid],
    added: [{ day: '2027-03-10', holidayId: 'orozo', isProvisional: false }],
  })
  expect(firstDayOf(patch, '2026-06-15')).toBe('2027-03-09')
})

test('a change of a mark that is gone is refused, but not when the change is there already', () => {
  const gone = { does: 'change', mark: { day: '2027-03-08', holidayId: 'orozo' }, ...said } as const
  expect(planChange(state, { ...gone, day: '2027-03-10' })).toEqual({ ok: false, refusal: 'markGone' })
  expect(planChange(state, { ...gone, ...eid })).toEqual({ ok: true, value: undefined })
})

test('a day is taken out alone or with its whole holiday; taking out what is gone changes nothing', () => {
  const remove = { does: 'remove', mark: { day: '2026-05-01', holidayId: 'may' } } as const
  expect(patchOf({ ...remove, isWholeHoliday: false }).removed).toEqual([may[0]])
  expect(patchOf({ ...remove, isWholeHoliday: true }).removed).toEqual(may)
  const gone = planChange(state, {
    does: 'remove',
    mark: { day: '2026-05-09', holidayId: 'may' },
    isWholeHoliday: false,
  })
  expect(gone).toEqual({ ok: true, value: undefined })
})

test('publishing a year ends what was provisional in it, one year after the other', () => {
  const patch = patchOf({ does: 'publishYear', year: 2027 })
  expect(patch.added).toEqual([{ ...eid, isProvisional: false }])
  expect(patch.settings?.after.lastPublishedYear).toBe(2027)
  expect(firstDayOf(patch, '2026-06-15')).toBe('2027-01-01')
  expect(planChange(state, { does: 'publishYear', year: 2028 })).toEqual({ ok: false, refusal: 'wrongYear' })
  expect(planChange(state, { does: 'publishYear', year: 2026 })).toEqual({ ok: true, value: undefined })
})

test('hours change from today on; none at all, or a shortened day without work, is refused', () => {
  const hours = sameHours(['monday'], [{ from: 480, to: 1020 }])
  expect(firstDayOf(patchOf({ does: 'setHours', hours, shortenedByMinutes: 60 }), '2026-06-15')).toBe('2026-06-15')
  expect(planChange(state, { does: 'setHours', hours: {}, shortenedByMinutes: 0 })).toMatchObject({
    refusal: 'noHours',
  })
  expect(planChange(state, { does: 'setHours', hours, shortenedByMinutes: 540 })).toMatchObject({
    refusal: 'shortenedTooMuch',
  })
  // The database gives weekdays back in an order of its own.
  const same = { friday: weekHours.friday ?? [], monday: weekHours.monday ?? [] }
  expect(planChange(state, { does: 'setHours', hours: same, shortenedByMinutes: 60 })).toEqual({
    ok: true,
    value: undefined,
  })
})

test('slips of the finger are refused: reversed, too long, a year far away', () => {
  const add = (from: Mark['day'], to: Mark['day']) =>
    planChange(state, { does: 'add', from, to, holidayId: 'x', ...said })
  expect(add('2026-05-02', '2026-05-01')).toMatchObject({ refusal: 'daysReversed' })
  expect(add('2026-05-01', '2026-06-01')).toMatchObject({ refusal: 'tooManyDays' })
  expect(add('2206-05-01', '2206-05-01')).toMatchObject({ refusal: 'yearTooFar' })
  expect(add('1999-05-01', '1999-05-01')).toMatchObject({ refusal: 'yearTooFar' })
})

const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-04-25', days))
const anyChange: fc.Arbitrary<CalendarChange> = fc.oneof(
  fc
    .record({ from: anyDay, long: fc.nat(5), kind: fc.constantFrom('nonWorking', 'shortened', 'working') })
    .map(
      ({ from, long, kind }) =>
        ({ does: 'add', from, to: addDays(from, long), holidayId: `new-${from}`, ...said, kind }) as const,
    ),
  fc
    .record({ mark: fc.constantFrom(...state.marks), day: anyDay })
    .map(({ mark, day }) => ({ does: 'change', mark, ...said, day }) as const),
  fc
    .record({ mark: fc.constantFrom(...state.marks), isWholeHoliday: fc.boolean() })
    .map((rest) => ({ does: 'remove', ...rest }) as const),
  fc.constant({ does: 'publishYear', year: 2027 } as const),
)

test('whatever was changed, turning it round gives back what was, and nothing before the first day moved', () => {
  let changed = 0
  fc.assert(
    fc.property(anyChange, (change) => {
      const plan = planChange(state, change)
      if (!plan.ok || !plan.value) return
      changed += 1
      const after = applied(state, plan.value)
      expect(applied(after, turnedRound(plan.value))).toEqual(applied(state, { removed: [], added: [] }))
      const first = firstDayOf(plan.value, '2026-06-15')
      const earlier = (from: CalendarState) => from.marks.filter(({ day }) => day < first)
      expect(earlier(after)).toEqual(earlier(applied(state, { removed: [], added: [] })))
      expect(yearOf(first)).toBeGreaterThan(2025)
      // Asked for a second time it changes nothing.
      expect(planChange(after, change)).toEqual({ ok: true, value: undefined })
    }),
  )
  // Of changes that are all refused nothing would be wrong.
  expect(changed).toBeGreaterThan(30)
})
