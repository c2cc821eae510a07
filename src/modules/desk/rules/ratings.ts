import type { Score } from '#src/modules/appeals/rules/rating.ts'

/** Days back from now that figures are shown for. */
export const periods = [30, 90, 365] as const
export type Period = (typeof periods)[number]

export const parsePeriod = (text: string | undefined): Period =>
  periods.find((days) => String(days) === text) ?? periods[0]

/** Of fewer ratings no shares are shown: three answers say more of three people than of a team. */
export const FEWEST = 5

/** Closings of one team and topic of which the same was said; `score` undefined: nothing. */
export type ClosingCount = {
  readonly teamId: string
  /** Undefined: nobody had chosen one. */
  readonly topicId: string | undefined
  readonly score: Score | undefined
  readonly count: number
}

export type Figures = {
  readonly closed: number
  /** Undefined: fewer than FEWEST. */
  readonly rated: { readonly count: number; readonly shares: Readonly<Record<Score, number>> } | undefined
}

export function figuresOf(counts: readonly ClosingCount[]): Figures {
  const sum = (isMeant: (score: Score | undefined) => boolean) =>
    counts.reduce((all, { score, count }) => (isMeant(score) ? all + count : all), 0)
  const count = sum((score) => score !== undefined)
  const share = (of: Score) => Math.round((100 * sum((score) => score === of)) / count)
  return {
    closed: sum(() => true),
    rated:
      count < FEWEST ? undefined : { count, shares: { yes: share('yes'), partly: share('partly'), no: share('no') } },
  }
}

/** One line for each team or topic, that with most closings first. */
export const figuresBy = <Key extends 'teamId' | 'topicId'>(counts: readonly ClosingCount[], key: Key) =>
  [...Map.groupBy(counts, (one) => one[key])]
    .map(([id, of]) => ({ id, ...figuresOf(of) }))
    .toSorted((one, other) => other.closed - one.closed)
