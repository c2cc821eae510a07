import { isDecided, type AppealOutcome } from './states.ts'

/** "Was your question answered?" */
export const scores = ['yes', 'partly', 'no'] as const
export type Score = (typeof scores)[number]

/** What the person said of one closing. */
export type Rating = {
  /** Of which closing: the first is 1, the one after it was opened again 2. */
  readonly round: number
  readonly score: Score
  readonly at: Date
  readonly words: string | undefined
}

/** Of what was withdrawn and of spam nobody is asked: there the service had nothing to answer. */
export const isAsked = (outcome: AppealOutcome): boolean => isDecided(outcome)

/** Longest words to a rating, in UTF-16 units: half a page. */
export const RATING_LIMIT = 1_000
