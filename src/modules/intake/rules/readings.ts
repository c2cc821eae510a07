import { parseIsoDay, type IsoDay } from '#src/kernel/iso-day.ts'

/** What was typed, made safe to keep: no NUL (PostgreSQL refuses it), no half letters, no signs that only machines see. */
export const cleanText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .normalize('NFC')
    .trim()

/** As typed, whether the calendar has it or not. */
export type CalendarDay = { readonly day: number; readonly month: number; readonly year: number }

/** `empty` is no answer, `wrong` is one that cannot be understood. */
export type Reading<Value> =
  | { readonly is: 'empty' }
  | { readonly is: 'wrong'; readonly noSuchDay?: CalendarDay }
  | { readonly is: 'read'; readonly value: Value }

const empty = { is: 'empty' } as const
const wrong = { is: 'wrong' } as const
const read = <Value>(value: Value) => ({ is: 'read', value }) as const

export type DayParts = { readonly day: string; readonly month: string; readonly year: string }

/** Day, month and year as typed into three fields. A year of two digits is of this century, as on a phone's keyboard. */
export function readDay({ day, month, year }: DayParts): Reading<IsoDay> {
  const typed = [day, month, year].map((part) => part.trim())
  if (typed.every((part) => part === '')) return empty
  const [d = '', m = '', y = ''] = typed
  if (!/^\d{1,2}$/.test(d) || !isMonth(m) || !isYear(y)) return wrong
  // Outside these years it is a slip of the finger, and the calendars would have to reach there.
  const full = fullYear(y)
  if (full < '1900' || full > '2100') return wrong
  const found = parseIsoDay(`${full}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
  if (found !== undefined) return read(found)
  return { is: 'wrong', noSuchDay: { day: Number(d), month: Number(m), year: Number(full) } }
}

const isMonth = (typed: string) => /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 12
const isYear = (typed: string) => /^(\d{2}|\d{4})$/.test(typed)
const fullYear = (typed: string) => (typed.length === 2 ? `20${typed}` : typed)

/**
 * One end of a period: a day, or only month and year, or only the year, which then stand for their first day or their last.
 * Who was not paid from March to May 2026 was not paid from 1 March to 31 May.
 */
export function readEnd(parts: DayParts, end: 'first' | 'last'): Reading<IsoDay> {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()]
  if (day !== '' || !isYear(year) || !(month === '' || isMonth(month))) return readDay(parts)
  const inMonth = month === '' ? (end === 'first' ? '1' : '12') : month
  if (end === 'first') return readDay({ day: '1', month: inMonth, year })
  const days = new Date(Date.UTC(Number(fullYear(year)), Number(inMonth), 0)).getUTCDate()
  return readDay({ day: String(days), month: inMonth, year })
}

/** "9", "9:05", "09.05", "0905" as HH:MM. */
export function readTime(typed: string): Reading<string> {
  const text = typed.trim()
  if (text === '') return empty
  const [, hour = '', minute = '00'] = /^(\d{1,2}?)(?:[:.\s-]?(\d{2}))?$/.exec(text) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return wrong
  return read(`${hour.padStart(2, '0')}:${minute}`)
}

export const MAX_COUNT = 1_000_000

/** A whole number, 0 or more. */
export function readCount(typed: string): Reading<number> {
  const text = typed.replace(/\s/g, '')
  if (text === '') return empty
  return /^\d{1,7}$/.test(text) && Number(text) <= MAX_COUNT ? read(Number(text)) : wrong
}

export const MAX_AMOUNT = 1_000_000_000

/** "25 000,50", "25,000.50", "25000" as a number with at most two decimals. */
export function readAmount(typed: string): Reading<number> {
  const text = typed.replace(/[\s'’]/g, '')
  if (text === '') return empty
  if (text.length > 20) return wrong
  const [, whole = '', decimals = ''] = /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`)
  return whole !== '' && amount > 0 && amount <= MAX_AMOUNT ? read(amount) : wrong
}
