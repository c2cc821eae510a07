import { done, refused } from '#src/kernel/outcome.ts'
import type { Acted } from '#src/modules/appeals/rules/events.ts'
import { isAsked, RATING_LIMIT, type Score } from '#src/modules/appeals/rules/rating.ts'
import { canReopenUntil } from '#src/modules/appeals/rules/states.ts'
import { openRatings, openVault, ratingColumns } from '#src/modules/appeals/seal-words.ts'
import { listClosings, upsertRating } from '#src/modules/appeals/store/closings.ts'
import { act, type ActDeps, type PersonAct, type UsualRefusal } from './act.ts'

export type Rated = {
  /** The closing that was asked about: a page that lay open meanwhile must not speak of the next one. */
  readonly round: number
  readonly score: Score
  /** Left out: what was said before stays. Empty: it is taken back. */
  readonly words?: string | undefined
}

/** The person says whether their question was answered, and may think otherwise as long as they could open it again. */
export const rateAppeal = (
  deps: ActDeps,
  input: PersonAct & Rated,
): Promise<Acted<UsualRefusal | 'textTooLong' | 'rateTooLate'>> =>
  act(deps, input, 'rate', async ({ db, appeal, now }) => {
    const { id, closed_at: closedAt, outcome, round, vault } = appeal
    const { score } = input
    if (closedAt === null || outcome === null || !isAsked(outcome)) return refused('notNow')
    if (input.round !== round) return refused('changedMeanwhile')
    if (now > canReopenUntil(closedAt)) return refused('rateTooLate')
    const box = openVault(deps.keys, appeal)
    const before = openRatings(box, vault, await listClosings(db, id)).find((rating) => rating.round === round)
    const words = input.words === undefined ? before?.words : input.words.trim() || undefined
    if ((words?.length ?? 0) > RATING_LIMIT) return refused('textTooLong')
    if (before?.score === score && before.words === words) return done('nothing')
    const rating = { score, rated_at: now, ...ratingColumns(box, appeal, round, words) }
    return done({
      steps: [{ what: 'rated', details: { score, round } }],
      alsoWrite: async (db) => void (await upsertRating(db, appeal, { outcome, at: closedAt }, rating)),
    })
  })
