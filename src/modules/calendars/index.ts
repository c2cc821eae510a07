// What other modules may use of calendars.
export { getCalendar } from './get-calendar.ts'
export { changeCalendar, undoCalendarChange } from './change-calendar.ts'
export { calendarChanged } from './events.ts'
