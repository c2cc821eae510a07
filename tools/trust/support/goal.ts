/** What a goal of docs/trust.md found. `skipped` says why it could not be tried on this machine. */
export type GoalResult = {
  readonly goal: string
  readonly figure: string
  readonly target: string
  readonly pass: boolean
  readonly skipped?: string
}

export type GoalOptions = {
  /** Breaks the product on purpose: a goal that cannot go red is not a test. */
  readonly isBroken?: boolean
  /** The short run for each day; else the long one. */
  readonly isQuick?: boolean
}

export type Goal = (options?: GoalOptions) => Promise<GoalResult>
