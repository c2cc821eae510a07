import { dayAt } from '#src/kernel/time-zone.ts'
import type { Calendar } from '#src/kernel/calendar.ts'
import { getCalendar } from '#src/modules/calendars/index.ts'
import { catalogue, statutoryTerm, type UrgencyId } from '#src/modules/catalogue/index.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { Promises } from './rules/clocks.ts'

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
