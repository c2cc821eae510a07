import { DAY_MS, dayFromUtc, utcOfDay } from './iso-day.ts'
import type { IsoDay } from './iso-day.ts'

/** What a clock on the wall shows: the day, and milliseconds since its midnight as the hands count them. */
export type WallClock = { readonly day: IsoDay; readonly time: number }

export const MINUTE_MS = 60_000

// A formatter costs a hundred times its use; there are a few dozen zones in all.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}

/** Whether this is a zone of the IANA list that this machine knows, such as `Europe/Moscow`. */
export function isTimeZone(text: string): boolean {
  try {
    formatterOf(text)
    return true
  } catch {
    return false
  }
}

// Since 1973 clocks have been moved only at whole quarters of an hour of UTC; counting deadlines asks for the same ones again
// and again, and each costs two microseconds.
const QUARTER_MS = 15 * MINUTE_MS
const YEAR_1973 = Date.UTC(1973, 0, 1)
const MOST_QUARTERS = 50_000
const knownOffsets = new Map<string, Map<number, number>>()

/** By how many milliseconds the zone's clocks are ahead of UTC at this moment. Throws on an unknown zone. */
export function offsetAt(timeZone: string, moment: number): number {
  if (moment < YEAR_1973) return readOffset(timeZone, moment)
  const known = knownOffsets.get(timeZone) ?? new Map<number, number>()
  const quarter = Math.floor(moment / QUARTER_MS)
  const offset = known.get(quarter) ?? readOffset(timeZone, quarter * QUARTER_MS)
  if (known.size >= MOST_QUARTERS) known.clear()
  known.set(quarter, offset)
  knownOffsets.set(timeZone, known)
  return offset
}

function readOffset(timeZone: string, moment: number): number {
  // format() is three times as fast as formatToParts(), and in en-US its numbers stand as month, day, year, hour, minute, second.
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    formatterOf(timeZone).format(moment).match(/\d+/g) ?? []
  ).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}

export function wallClockAt(timeZone: string, moment: Date): WallClock {
  const shown = moment.getTime() + offsetAt(timeZone, moment.getTime())
  const day = dayFromUtc(shown)
  return { day, time: shown - utcOfDay(day) }
}

/** The day it is in the zone at this moment. */
export const dayAt = (timeZone: string, moment: Date): IsoDay => wallClockAt(timeZone, moment).day

/**
 * The moment when the clocks of the zone show this time of this day. In the hour that comes twice in autumn it is the first;
 * a time that spring leaves out is read as if the clocks had not yet been moved, so it lands after the gap.
 */
export function momentOf(timeZone: string, day: IsoDay, minutes: number): Date {
  const shown = utcOfDay(day) + minutes * MINUTE_MS
  const before = offsetAt(timeZone, shown - DAY_MS)
  if (offsetAt(timeZone, shown - before) === before) return new Date(shown - before)
  const after = offsetAt(timeZone, shown + DAY_MS)
  return new Date(offsetAt(timeZone, shown - after) === after ? shown - after : shown - before)
}
