import type { Span } from './calendar.ts'

/** A clock stands still from one moment to another; `to` is undefined while it still stands. */
export type Pause = { readonly from: Date; readonly to: Date | undefined }

/** Pauses that are over, in order, those that touch or overlap made one, what lies before the start left out. */
export function closedPauses(pauses: readonly Pause[], start: Date): readonly Span[] {
  const joined: Span[] = []
  for (const pause of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (pause.to === undefined || pause.to <= start || pause.to <= pause.from) continue
    const from = pause.from < start ? start : pause.from
    const last = joined.at(-1)
    if (last && last.to >= from)
      joined[joined.length - 1] = { from: last.from, to: last.to > pause.to ? last.to : pause.to }
    else joined.push({ from, to: pause.to })
  }
  return joined
}

/** When the clock stopped without having gone on since. */
export const stoppedSince = (pauses: readonly Pause[]): Date | undefined =>
  pauses
    .filter((pause) => pause.to === undefined)
    .map((pause) => pause.from)
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(0)

/** What is left of a span when the pauses (in order, not overlapping) are cut out. */
export function withoutPauses(span: Span, pauses: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let from = span.from
  for (const pause of pauses) {
    if (pause.to <= from || pause.from >= span.to) continue
    if (pause.from > from) left.push({ from, to: pause.from })
    from = pause.to
  }
  if (from < span.to) left.push({ from, to: span.to })
  return left
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)
