import { MINUTE_MS, wallClockAt } from '#src/kernel/time-zone.ts'

/** "15.06.2026 10:00": digits alone, the same in all three languages. */
export function momentIn(timeZone: string, at: Date): string {
  const { day, time } = wallClockAt(timeZone, at)
  const [year, month, date] = day.split('-')
  const minutes = Math.floor(time / MINUTE_MS)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date}.${month}.${year} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
