import type { DayMark, DayReading } from './calendar.ts'
import { daysBetween } from './iso-day.ts'
import type { IsoDay } from './iso-day.ts'

/** Why a day, or a run of days, counts as it does. */
export type CountedWhy = DayReading['kind'] | 'pause' | 'afterHours' | 'aroundTheClock'

/**
 * One line of the arithmetic, made to be shown: "2–5 June: 4 days, 4 in all", "1–9 May: days off, May holidays".
 * Steps of one counting follow each other day by day; days that count alike are joined into one step.
 */
export type CountedStep = {
  readonly from: IsoDay
  readonly to: IsoDay
  readonly why: CountedWhy
  readonly mark: DayMark | undefined
  readonly unit: 'day' | 'minute'
  /** Days or minutes that these days gave; 0 for skipped ones. */
  readonly amount: number
  /** Days or minutes counted so far, these included. */
  readonly total: number
  /** Minutes that would have counted, had the clock not stood still; they are added at the end. */
  readonly pausedMinutes: number
}

/** One day before it is joined and summed. */
export type OneDay = {
  readonly day: IsoDay
  readonly why: CountedWhy
  readonly mark?: DayMark | undefined
  readonly amount: number
  readonly pausedMinutes?: number
}

/** Sums up and joins days that count alike, so that a term of weeks stays a list one can read. */
export function joinDays(unit: CountedStep['unit'], days: readonly OneDay[]): readonly CountedStep[] {
  const steps: CountedStep[] = []
  let total = 0
  for (const { day, why, mark, amount, pausedMinutes = 0 } of days) {
    total += amount
    const next: CountedStep = { from: day, to: day, why, mark, unit, amount, total, pausedMinutes }
    const last = steps.at(-1)
    if (last && isAlike(last, next)) steps[steps.length - 1] = joined(last, next)
    else steps.push(next)
  }
  return steps
}

function isAlike(last: CountedStep, next: CountedStep): boolean {
  if (last.why !== next.why || last.mark?.holidayId !== next.mark?.holidayId) return false
  if (next.why === 'pause') return true
  const daysOfLast = daysBetween(last.from, last.to) + 1
  return last.pausedMinutes === 0 && next.pausedMinutes === 0 && last.amount === next.amount * daysOfLast
}

const joined = (last: CountedStep, next: CountedStep): CountedStep => ({
  ...next,
  from: last.from,
  amount: last.amount + next.amount,
  pausedMinutes: last.pausedMinutes + next.pausedMinutes,
})
