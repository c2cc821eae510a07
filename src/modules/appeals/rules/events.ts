import type { Outcome } from '#src/kernel/outcome.ts'

/** Everything that is written into an appeal's history. `isPublic`: the person sees it in the timeline. */
export const happenings = {
  submitted: { isPublic: true },
  registered: { isPublic: true },
  taken: { isPublic: false },
  assigned: { isPublic: false },
  handed: { isPublic: true },
  noted: { isPublic: false },
  asked: { isPublic: true },
  told: { isPublic: true },
  replied: { isPublic: true },
  termExtended: { isPublic: true },
  answered: { isPublic: true },
  topicChanged: { isPublic: true },
  urgencyRaised: { isPublic: false },
  urgencyLowered: { isPublic: false },
  protected: { isPublic: true },
  closed: { isPublic: true },
  reopened: { isPublic: true },
  dueMoved: { isPublic: true },
} as const satisfies Record<string, { readonly isPublic: boolean }>
export type Happening = keyof typeof happenings

/** Why an act was not done. Words for each stand in texts.ts. */
export type ActRefusal =
  | 'notThere' // no such appeal, or not yours: never told apart
  | 'notNow' // the state does not allow it
  | 'changedMeanwhile' // the version given is not the present one
  | 'textEmpty'
  | 'textTooLong'
  | 'reasonMissing'
  | 'normMissing'
  | 'answerFirst'
  | 'outcomeNotYours'
  | 'amountWrong'
  | 'reopenTooLate'
  | 'alreadyExtended'
  | 'notExtendable'
  | 'dayOutOfTerm'
  | 'urgencyTooLow'
  | 'urgencyLowerNotAllowed'
  | 'topicUnknown'
  | 'teamUnfit'
  | 'assigneeUnfit'
  | 'alreadyProtected'

/** `version` is the appeal's after the act, for the next form on the page. */
export type Acted<Refusal extends ActRefusal = ActRefusal> = Outcome<{ readonly version: number }, Refusal>
