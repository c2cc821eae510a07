import type { AppealOutcome } from '../rules/states.ts'
import type { Acted } from '../rules/events.ts'
import type { ActDeps, PersonAct, StaffAct } from './act.ts'

type Usual = 'notThere' | 'notNow' | 'changedMeanwhile'

export type Closing = {
  readonly outcome: AppealOutcome
  /** notAccepted needs both; told to the person. */
  readonly reason?: string
  readonly norm?: string
  readonly amountRecovered?: { readonly amount: number; readonly currency: string }
}

/** The person closes with solved or withdrawn; the service with any outcome, "solved" and the like only after an answer. */
export function closeAppeal(
  _deps: ActDeps,
  _act: (StaffAct | PersonAct) & Closing,
): Promise<
  Acted<Usual | 'outcomeNotYours' | 'reasonMissing' | 'normMissing' | 'textTooLong' | 'answerFirst' | 'amountWrong'>
> {
  throw new Error('Not built yet.')
}

/** The person within 30 days, the service at any time. A new round of clocks begins. */
export function reopenAppeal(
  _deps: ActDeps,
  _act: (StaffAct | PersonAct) & { readonly reason: string },
): Promise<Acted<Usual | 'reasonMissing' | 'textTooLong' | 'reopenTooLate'>> {
  throw new Error('Not built yet.')
}
