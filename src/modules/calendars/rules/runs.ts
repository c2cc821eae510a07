import { addDays, type IsoDay } from '#src/kernel/iso-day.ts'
import type { Mark } from './change.ts'

/** Days that follow each other and say the same, together. */
export type MarkRun = Omit<Mark, 'day'> & { readonly from: IsoDay; readonly to: IsoDay }

export function runsOf(marks: readonly Mark[]): MarkRun[] {
  const runs: MarkRun[] = []
  const inOrder = marks.toSorted((one, other) => compare(one.holidayId, other.holidayId) || compare(one.day, other.day))
  for (const { day, ...said } of inOrder) {
    const last = runs.at(-1)
    const isNext =
      last?.holidayId === said.holidayId &&
      last.to === addDays(day, -1) &&
      last.kind === said.kind &&
      last.isProvisional === said.isProvisional &&
      last.name.en === said.name.en
    if (last && isNext) runs[runs.length - 1] = { ...last, to: day }
    else runs.push({ ...said, from: day, to: day })
  }
  return runs.toSorted((one, other) => compare(one.from, other.from))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
