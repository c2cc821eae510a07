import type { UrgencyId } from '#src/modules/catalogue/index.ts'
import type { Acted } from '../rules/events.ts'
import type { ActDeps, PersonAct, StaffAct } from './act.ts'

type Usual = 'notThere' | 'notNow' | 'changedMeanwhile'
type Reason = 'reasonMissing' | 'textTooLong'

/** Routes anew (team and suggested body) and may raise the urgency; never lowers it. */
export function changeTopic(
  _deps: ActDeps,
  _act: StaffAct & { readonly topicId: string; readonly reason: string },
): Promise<Acted<Usual | Reason | 'topicUnknown'>> {
  throw new Error('Not built yet.')
}

/** Raising needs no right of its own; lowering needs `urgencyLower` and never goes below the topic's minimum. */
export function changeUrgency(
  _deps: ActDeps,
  _act: StaffAct & { readonly urgency: UrgencyId; readonly reason: string },
): Promise<Acted<Usual | Reason | 'urgencyTooLow' | 'urgencyLowerNotAllowed'>> {
  throw new Error('Not built yet.')
}

/** By the person's wish or an operator's judgement: only the protection team sees it from now on, and its words become ciphertext. */
export function protectAppeal(_deps: ActDeps, _act: StaffAct | PersonAct): Promise<Acted<Usual | 'alreadyProtected'>> {
  throw new Error('Not built yet.')
}
