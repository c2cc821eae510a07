import type { Outcome } from '#src/kernel/outcome.ts'

type Shown = { readonly isPublic: boolean; readonly areWordsPublic?: true }

/**
 * Everything that is written into an appeal's history. `isPublic`: the person sees it in the timeline; `areWordsPublic`: and
 * reads the reason given. Other reasons are among staff.
 */
export const happenings = {
  submitted: { isPublic: true },
  registered: { isPublic: true },
  taken: { isPublic: false },
  assigned: { isPublic: false },
  released: { isPublic: false },
  handed: { isPublic: true },
  noted: { isPublic: false },
  asked: { isPublic: true },
  told: { isPublic: true },
  replied: { isPublic: true },
  termExtended: { isPublic: true, areWordsPublic: true },
  answered: { isPublic: true },
  topicChanged: { isPublic: true },
  urgencyRaised: { isPublic: false },
  urgencyLowered: { isPublic: false },
  protected: { isPublic: true },
  closed: { isPublic: true, areWordsPublic: true },
  rated: { isPublic: true, areWordsPublic: true },
  reopened: { isPublic: true, areWordsPublic: true },
  dueMoved: { isPublic: true },
} as const satisfies Record<string, Shown>
export type Happening = keyof typeof happenings

export const isHappening = (what: string): what is Happening => Object.hasOwn(happenings, what)

export const areWordsPublic = (what: Happening): boolean => 'areWordsPublic' in happenings[what]

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
  | 'callUnsaid' // has the person been phoned, whom nothing else can tell?
  | 'outcomeNotYours'
  | 'amountWrong'
  | 'amountUnfit'
  | 'reopenTooLate'
  | 'rateTooLate'
  | 'alreadyExtended'
  | 'notExtendable'
  | 'termOver'
  | 'dayOutOfTerm'
  | 'urgencySame'
  | 'urgencyTooLow'
  | 'urgencyLowerNotAllowed'
  | 'topicUnknown'
  | 'teamUnfit'
  | 'assigneeUnfit'
  | 'alreadyProtected'

/** `version` is the appeal's after the act, for the next form on the page. */
export type Acted<Refusal extends ActRefusal = ActRefusal> = Outcome<{ readonly version: number }, Refusal>
