import { hoursBetween, marksByDay, sameHours } from '#src/kernel/calendar.ts'
import type { Calendar, DayMark, MarkKind } from '#src/kernel/calendar.ts'
import { daysFromTo } from '#src/kernel/iso-day.ts'
import type { IsoDay } from '#src/kernel/iso-day.ts'

const mark = (holidayId: string, kind: MarkKind, first: IsoDay, last: IsoDay = first, isProvisional = false) =>
  daysFromTo(first, last).map((day): readonly [IsoDay, DayMark] => {
    const name = { ky: holidayId, ru: holidayId, en: holidayId }
    return [day, { holidayId, kind, name, isProvisional }]
  })

/** The Kyrgyz calendar as it was known in November 2026, written down here so that no test moves when the catalogue does. */
export const kgCalendar: Calendar = {
  country: 'KG',
  timeZone: 'Asia/Bishkek',
  weekend: ['saturday', 'sunday'],
  hours: sameHours(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    hoursBetween(540, 1080, [{ from: 750, to: 810 }]),
  ),
  shortenedByMinutes: 60,
  lastPublishedYear: 2026,
  marks: marksByDay([
    ...mark('new-year-2026', 'nonWorking', '2026-01-01', '2026-01-06'),
    ...mark('christmas-2026', 'nonWorking', '2026-01-07'),
    ...mark('new-year-ext-2026', 'nonWorking', '2026-01-08', '2026-01-09'),
    ...mark('defender-2026', 'shortened', '2026-02-23'),
    ...mark('women-2026', 'nonWorking', '2026-03-08'),
    ...mark('orozo-2026', 'nonWorking', '2026-03-20'),
    // The ministry had called 20 March a shortened eve before the muftiate named it: the day off wins.
    ...mark('eve-2026-03-20', 'shortened', '2026-03-20'),
    ...mark('nooruz-2026', 'nonWorking', '2026-03-21'),
    ...mark('april-2026', 'shortened', '2026-04-07'),
    ...mark('eve-2026-04-30', 'shortened', '2026-04-30'),
    ...mark('may-2026', 'nonWorking', '2026-05-01', '2026-05-09'),
    ...mark('kurman-2026', 'nonWorking', '2026-05-27'),
    ...mark('independence-2026', 'nonWorking', '2026-08-31'),
    ...mark('ancestors-2026', 'working', '2026-11-07', '2026-11-08'),
    ...mark('eve-2026-12-31', 'shortened', '2026-12-31'),
    ...mark('new-year-2027', 'nonWorking', '2027-01-01', '2027-01-06', true),
    ...mark('christmas-2027', 'nonWorking', '2027-01-07', '2027-01-07', true),
  ]),
}
