import type { Calendar, DayMark, MarkKind } from '#src/kernel/calendar.ts'
import { daysBetween, daysFromTo, yearOf, type IsoDay } from '#src/kernel/iso-day.ts'
import type { Text } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { leavesWork, sameHoursIn } from './hours.ts'

export type Mark = DayMark & { readonly day: IsoDay }
/** One mark: its day and its holiday. */
export type MarkKey = Pick<Mark, 'day' | 'holidayId'>
export type Settings = Pick<Calendar, 'hours' | 'shortenedByMinutes' | 'lastPublishedYear'>
export type CalendarState = { readonly settings: Settings; readonly marks: readonly Mark[] }

/** What a change takes away and puts there. Turned round it is the undo. */
export type Patch = {
  readonly removed: readonly Mark[]
  readonly added: readonly Mark[]
  readonly settings?: { readonly before: Settings; readonly after: Settings } | undefined
}

type Saying = { readonly kind: MarkKind; readonly name: Text; readonly isProvisional: boolean }
export type CalendarChange =
  /** Says something of each day from the first to the last. `holidayId` is new. */
  | ({ readonly does: 'add'; readonly from: IsoDay; readonly to: IsoDay; readonly holidayId: string } & Saying)
  /** Says something else, or says it of another day: Eid moves when the muftiate names the day. */
  | ({ readonly does: 'change'; readonly mark: MarkKey; readonly day: IsoDay } & Saying)
  | { readonly does: 'remove'; readonly mark: MarkKey; readonly isWholeHoliday: boolean }
  | ({ readonly does: 'setHours' } & Pick<Settings, 'hours' | 'shortenedByMinutes'>)
  /** The ministry has published the year: what is said of it is no longer provisional. */
  | { readonly does: 'publishYear'; readonly year: number }

export type CalendarRefusal =
  | 'markGone'
  | 'tooManyDays'
  | 'daysReversed'
  | 'yearTooFar'
  | 'noHours'
  | 'shortenedTooMuch'
  | 'wrongYear'

/** Longer than any run of holidays; a slip of the finger in the year would mark thousands of days. */
export const MOST_DAYS = 31
const FIRST_YEAR = 2020
const LAST_YEAR = 2100

/** What a change comes to. Undefined: it stands so already, as after a second tap. */
export function planChange(state: CalendarState, change: CalendarChange): Outcome<Patch | undefined, CalendarRefusal> {
  if (change.does === 'add') return planAdding(state, change)
  if (change.does === 'change') return planChanging(state, change)
  if (change.does === 'remove') return planRemoving(state, change)
  if (change.does === 'setHours') return planHours(state, change)
  return planYear(state, change.year)
}

type Doing<Does extends CalendarChange['does']> = Extract<CalendarChange, { does: Does }>

function planAdding({ marks }: CalendarState, { from, to, ...said }: Doing<'add'>): ReturnType<typeof planChange> {
  if (daysBetween(from, to) < 0) return refused('daysReversed')
  if (daysBetween(from, to) >= MOST_DAYS) return refused('tooManyDays')
  if (isTooFar(from) || isTooFar(to)) return refused('yearTooFar')
  const days = daysFromTo(from, to).map((day) => ({ ...markFrom(said, said.holidayId), day }))
  const added = days.filter((mark) => !marks.some((other) => other.day === mark.day && saysSame(other, mark)))
  return done(added.length > 0 ? { removed: [], added } : undefined)
}

function planChanging({ marks }: CalendarState, change: Doing<'change'>): ReturnType<typeof planChange> {
  if (isTooFar(change.day)) return refused('yearTooFar')
  const after = { ...markFrom(change, change.mark.holidayId), day: change.day }
  const before = find(marks, change.mark)
  const there = find(marks, after)
  if (there && saysSame(there, after)) return done(undefined)
  if (!before) return refused('markGone')
  const isMoved = before.day !== after.day
  // A day of a run that moves onto another day of the same run takes its place.
  return done({ removed: [before, ...(isMoved && there ? [there] : [])], added: [after] })
}

function planRemoving(
  { marks }: CalendarState,
  { mark, isWholeHoliday }: Doing<'remove'>,
): ReturnType<typeof planChange> {
  const removed = marks.filter(
    ({ day, holidayId }) => holidayId === mark.holidayId && (isWholeHoliday || day === mark.day),
  )
  return done(removed.length > 0 ? { removed, added: [] } : undefined)
}

function planHours({ settings }: CalendarState, change: Doing<'setHours'>): ReturnType<typeof planChange> {
  const { hours, shortenedByMinutes } = change
  if (Object.values(hours).every((parts) => parts.length === 0)) return refused('noHours')
  if (!leavesWork(hours, shortenedByMinutes)) return refused('shortenedTooMuch')
  const after = { ...settings, hours, shortenedByMinutes }
  const isSame = shortenedByMinutes === settings.shortenedByMinutes && sameHoursIn(hours, settings.hours)
  return done(isSame ? undefined : { removed: [], added: [], settings: { before: settings, after } })
}

function planYear({ settings, marks }: CalendarState, year: number): ReturnType<typeof planChange> {
  const { lastPublishedYear } = settings
  if (year === lastPublishedYear) return done(undefined)
  // Year by year: a year left out would be called published without anybody having looked at it.
  if (lastPublishedYear !== undefined && year !== lastPublishedYear + 1) return refused('wrongYear')
  const removed = marks.filter((mark) => yearOf(mark.day) === year && mark.isProvisional)
  const added = removed.map((mark) => ({ ...mark, isProvisional: false }))
  return done({ removed, added, settings: { before: settings, after: { ...settings, lastPublishedYear: year } } })
}

export const turnedRound = ({ removed, added, settings }: Patch): Patch => ({
  removed: added,
  added: removed,
  settings: settings && { before: settings.after, after: settings.before },
})

/** The first day that counts differently: of the marks, of a published year, or today where the hours changed. */
export function firstDayOf({ removed, added, settings }: Patch, today: IsoDay): IsoDay {
  const days = [...removed, ...added].map(({ day }) => day)
  if (!settings) return days.toSorted()[0] ?? today
  const years = [settings.before.lastPublishedYear, settings.after.lastPublishedYear]
  if (years[0] === years[1]) return today
  const published = Math.max(...years.map((year) => year ?? FIRST_YEAR))
  return `${published}-01-01` satisfies IsoDay
}

const markFrom = ({ kind, name, isProvisional }: Saying, holidayId: string) => ({
  holidayId,
  kind,
  name,
  isProvisional,
})
const isTooFar = (day: IsoDay) => yearOf(day) < FIRST_YEAR || yearOf(day) > LAST_YEAR
const find = (marks: readonly Mark[], key: MarkKey) =>
  marks.find(({ day, holidayId }) => day === key.day && holidayId === key.holidayId)
const saysSame = (one: Saying, other: Saying) =>
  one.kind === other.kind &&
  one.isProvisional === other.isProvisional &&
  one.name.ky === other.name.ky &&
  one.name.ru === other.name.ru &&
  one.name.en === other.name.en
