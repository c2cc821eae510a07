import { isWorkingDay, type Calendar } from '#src/kernel/calendar.ts'
import { addDays, daysBetween, type IsoDay } from '#src/kernel/iso-day.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { addWorkingDays } from '#src/kernel/working-time.ts'
import { getCalendar } from '#src/modules/calendars/index.ts'
import { catalogue, statutoryTerm, type UrgencyId } from '#src/modules/catalogue/index.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { countClock, type Clocks, type Promises } from './rules/clocks.ts'

/** Law and promises count on the calendar of the service's own country. */
export const serviceCalendar = (db: ReadDb): Promise<Calendar> => getCalendar(db, 'KG')

/** What is promised to an appeal of this urgency by the rules that hold on the day of `at`. */
export function promisesAt(calendar: Calendar, urgency: UrgencyId, at: Date): Promises {
  const law = catalogue()
  const targets = law.urgency(urgency)
  const day = dayAt(calendar.timeZone, at)
  const termOf = (id: string) => {
    const rule = law.rule(id)
    return rule && statutoryTerm(rule, day)
  }
  const { registration, answer } = targets.statutory
  return { registration: termOf(registration), answer: termOf(answer), targets }
}

/** `last`: as far as the law allows, perhaps a day off; `days`: the working days to choose from, the answer is due on one of them. */
export type Extendable = { readonly from: IsoDay; readonly last: IsoDay; readonly days: readonly IsoDay[] }

/** The day the answer is due now, and those the law allows to move it to. What is late already stays late. */
export function latestExtension(
  calendar: Calendar,
  { list, waits }: Clocks,
  urgency: UrgencyId,
  now: Date,
): Outcome<Extendable, 'alreadyExtended' | 'notExtendable' | 'termOver'> {
  const clock = list.find(({ kind }) => kind === 'answer')
  const extension = promisesAt(calendar, urgency, now).answer?.extension
  if (!clock || clock.isExpected || clock.metAt !== undefined || !extension) return refused('notExtendable')
  if (clock.extendedTo !== undefined) return refused('alreadyExtended')
  const due = countClock(calendar, clock, waits).at
  if (due < now) return refused('termOver')
  const from = dayAt(calendar.timeZone, due)
  const isByCalendar = extension.unit === 'calendarDay'
  const last = isByCalendar ? addDays(from, extension.amount) : addWorkingDays(calendar, from, extension.amount).day
  const days = Array.from({ length: daysBetween(from, last) }, (_, passed) => addDays(from, passed + 1))
  const working = days.filter((day) => isWorkingDay(calendar, day))
  return working.length > 0 ? done({ from, last, days: working }) : refused('notExtendable')
}
