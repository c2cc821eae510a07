import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { listContacts } from '#src/modules/people/index.ts'
import { holdTeam } from '#src/modules/staff/index.ts'
import type { Db } from '#src/platform/db.ts'
import { promisesAt } from '#src/modules/appeals/count-clocks.ts'
import { appealClosed } from '#src/modules/appeals/events.ts'
import { lastTeamFor } from '#src/modules/appeals/rules/access.ts'
import { endClocks, restartClocks, startClocks } from '#src/modules/appeals/rules/clocks.ts'
import type { Acted } from '#src/modules/appeals/rules/events.ts'
import { isPhonedOnly } from '#src/modules/appeals/rules/news.ts'
import type { Money } from '#src/modules/appeals/rules/recovered.ts'
import {
  canReopenUntil,
  isDecided,
  mayCloseWith,
  needsAnswerFirst,
  needsReasonAndNorm,
  REASON_LIMIT,
  type AppealOutcome,
} from '#src/modules/appeals/rules/states.ts'
import type { AppealChange, AppealRow } from '#src/modules/appeals/store/appeals.ts'
import { act, type ActDeps, type EitherAct, type Step, type UsualRefusal } from './act.ts'
import { registration } from './handling.ts'
import { mayHold } from './release.ts'

export type Closing = {
  readonly outcome: AppealOutcome
  /** notAccepted needs both; told to the person. */
  readonly reason?: string | undefined
  readonly norm?: string | undefined
  readonly amountRecovered?: Money | undefined
  /** Of a person who can only be phoned, the service says whether that was done: what is still to be made stays a task. */
  readonly call?: 'made' | 'toMake' | undefined
}
type ClosingRefusal =
  | 'outcomeNotYours'
  | 'reasonMissing'
  | 'normMissing'
  | 'textTooLong'
  | 'answerFirst'
  | 'callUnsaid'
  | 'amountWrong'
  | 'amountUnfit'

/**
 * The person closes with solved or withdrawn; the service with any outcome, "solved" and the like only after an answer.
 * What the service decides it has registered: a refusal of something that the law never saw come in would be none.
 */
export const closeAppeal = (deps: ActDeps, input: EitherAct & Closing): Promise<Acted<UsualRefusal | ClosingRefusal>> =>
  act(deps, input, 'close', async (found) => {
    const { db, appeal, now } = found
    const closing = readClosing(input, appeal)
    if (!closing.ok) return closing
    const { outcome } = input
    const isByService = input.by.kind === 'staff'
    const { reason, norm, amountRecovered } = closing.value
    const isDecision = isByService && isDecided(outcome)
    // A letter to who sent spam would only tell that the address lives.
    const isTold = isByService && outcome !== 'spam'
    const isToCall = isTold && isPhonedOnly(appeal.reach, await listContacts({ ...deps, db }, appeal.person_id))
    if (isToCall && input.call === undefined) return refused('callUnsaid')
    const isCalled = isToCall && input.call === 'made'
    const { steps, clocks, change } = isDecision ? registration(found) : { steps: [], clocks: found.clocks, change: {} }
    return done({
      steps: [
        ...steps,
        {
          what: 'closed',
          details: { outcome, norm: norm ?? null, recovered: amountRecovered, ...(isCalled && { hasCalled: true }) },
          words: reason,
        },
      ],
      clocks: endClocks(clocks, now, isDecision),
      change: {
        ...change,
        state: 'closed',
        outcome,
        outcome_norm: norm ?? null,
        amount_recovered: amountRecovered?.amount ?? null,
        amount_currency: amountRecovered?.currency ?? null,
        closed_at: now,
        unread_since: null,
        // Who closed it, was called or sent spam is not to be called any more, whatever was to be told before.
        ...(isToCall && !isCalled ? {} : { call_since: null }),
      },
      ...(isTold ? { notice: 'closed' as const } : {}),
      emits: [appealClosed],
    })
  })

function readClosing(
  { by, outcome, reason: givenReason, norm: givenNorm, amountRecovered }: EitherAct & Closing,
  appeal: AppealRow,
): Outcome<Omit<Closing, 'outcome'>, ClosingRefusal> {
  const reason = givenReason?.trim() || undefined
  const norm = givenNorm?.trim() || undefined
  if (!mayCloseWith(outcome, by.kind)) return refused('outcomeNotYours')
  if (needsReasonAndNorm(outcome) && reason === undefined) return refused('reasonMissing')
  if (needsReasonAndNorm(outcome) && norm === undefined) return refused('normMissing')
  if ((reason?.length ?? 0) > REASON_LIMIT || (norm?.length ?? 0) > REASON_LIMIT) return refused('textTooLong')
  if (by.kind === 'staff' && needsAnswerFirst(outcome) && appeal.answered_at === null) return refused('answerFirst')
  if (amountRecovered && !isDecided(outcome)) return refused('amountUnfit')
  if (amountRecovered && !isAmount(amountRecovered)) return refused('amountWrong')
  return done({ reason, norm, amountRecovered })
}

const isAmount = ({ amount, currency }: Money) =>
  Number.isFinite(amount) && amount > 0 && amount < 1e12 && /^[A-Z]{3}$/.test(currency)

/** The person within 30 days, the service at any time. A new round of clocks begins. */
export const reopenAppeal = (
  deps: ActDeps,
  input: EitherAct & { readonly reason: string },
): Promise<Acted<UsualRefusal | 'reasonMissing' | 'textTooLong' | 'reopenTooLate'>> =>
  act(deps, input, 'reopen', async ({ db, appeal, clocks, calendar, now }) => {
    const reason = input.reason.trim()
    const isByPerson = input.by.kind === 'person'
    if (reason === '') return refused('reasonMissing')
    if (reason.length > REASON_LIMIT) return refused('textTooLong')
    if (isByPerson && appeal.closed_at && now > canReopenUntil(appeal.closed_at)) return refused('reopenTooLate')
    const promises = promisesAt(calendar, appeal.urgency, now)
    const place = await placeOfReopened(deps, db, appeal)
    const wasRegistered = appeal.registered_at !== null
    return done({
      steps: [...place.steps, { what: 'reopened', details: { outcome: appeal.outcome }, words: reason }],
      clocks: wasRegistered
        ? restartClocks(clocks, promises, now)
        : { ...startClocks(promises, calendar, now), waits: clocks.waits },
      change: {
        state: wasRegistered ? 'underReview' : 'submitted',
        outcome: null,
        outcome_norm: null,
        amount_recovered: null,
        amount_currency: null,
        closed_at: null,
        answered_at: null,
        ...place.change,
        round: appeal.round + 1,
        // Whoever opens it again has read what a call was to tell.
        ...(isByPerson ? { unread_since: now, call_since: null } : {}),
      },
    })
  })

/** In whose queue and hands a reopened appeal lies: whoever left does not have it, and a closed team is looked at by nobody. */
async function placeOfReopened(
  deps: ActDeps,
  db: Db,
  appeal: AppealRow,
): Promise<{ readonly steps: readonly Step[]; readonly change: AppealChange }> {
  const { team_id: from, assignee_id: holder } = appeal
  const team = await holdTeam(db, from)
  if (team?.isActive !== true) {
    const teamId = lastTeamFor(appeal.level)
    const change = { team_id: teamId, assignee_id: null, routing_flagged: true }
    return { steps: [{ what: 'handed', details: { teamId, from } }], change }
  }
  if (holder === null || (await mayHold({ ...deps, db }, holder, appeal))) return { steps: [], change: {} }
  return { steps: [{ what: 'released', details: { staffId: holder } }], change: { assignee_id: null } }
}
