/** Where an appeal stands. A draft is no appeal yet: intake keeps it. The words are the glossary's codes. */
export const states = ['submitted', 'registered', 'underReview', 'moreInfoNeeded', 'answered', 'closed'] as const
export type AppealState = (typeof states)[number]

export const outcomes = ['solved', 'partlySolved', 'adviceGiven', 'notAccepted', 'withdrawn', 'spam'] as const
export type AppealOutcome = (typeof outcomes)[number]

export const kinds = ['consultation', 'problem-report'] as const
export type AppealKind = (typeof kinds)[number]

export const channels = ['web', 'danger', 'phone', 'visit'] as const
export type AppealChannel = (typeof channels)[number]

export const asWhos = ['citizen', 'compatriot', 'foreigner', 'relative'] as const
export type AsWho = (typeof asWhos)[number]

/**
 * yes: a safe e-mail or phone is kept; no, portalOnly: nothing is ever sent; none: anonymous; inWords: how is said in the
 * opening message, for whoever reads it, and nothing is sent.
 */
export type Reach = 'yes' | 'no' | 'portalOnly' | 'none' | 'inWords'

export type AppealLevel = 'ordinary' | 'protected'

export type MessageKind = 'opening' | 'reply' | 'question' | 'update' | 'answer' | 'note'

export type Who = 'person' | 'staff'

const open = ['submitted', 'registered', 'underReview', 'moreInfoNeeded', 'answered'] as const
const working = ['submitted', 'registered', 'underReview', 'moreInfoNeeded'] as const

/** What can be done, by whom, in which states. A button, a route and a verb ask this one table. */
export const acts = {
  register: { by: ['staff'], in: ['submitted'] },
  take: { by: ['staff'], in: open },
  assign: { by: ['staff'], in: open },
  handToTeam: { by: ['staff'], in: open },
  note: { by: ['staff'], in: states },
  ask: { by: ['staff'], in: open },
  tell: { by: ['staff'], in: open },
  extend: { by: ['staff'], in: working },
  answer: { by: ['staff'], in: open },
  changeTopic: { by: ['staff'], in: open },
  changeUrgency: { by: ['staff'], in: open },
  protect: { by: ['person', 'staff'], in: states },
  reply: { by: ['person'], in: open },
  close: { by: ['person', 'staff'], in: open },
  rate: { by: ['person'], in: ['closed'] },
  reopen: { by: ['person', 'staff'], in: ['closed'] },
} as const satisfies Record<string, { readonly by: readonly Who[]; readonly in: readonly AppealState[] }>
export type Act = keyof typeof acts

export const canAct = (act: Act, state: AppealState, who: Who): boolean =>
  (acts[act].by as readonly Who[]).includes(who) && (acts[act].in as readonly AppealState[]).includes(state)

/** Critical, open, and nobody has it: the duty list is called until somebody does. */
export const needsTaking = (appeal: {
  readonly state: AppealState
  readonly urgency: string
  readonly assignee_id: string | number | bigint | null
}): boolean => appeal.urgency === 'critical' && appeal.state !== 'closed' && appeal.assignee_id === null

/** With what each side may close. Only the service calls something spam or not accepted. */
export const outcomesOf = {
  person: ['solved', 'withdrawn'],
  staff: outcomes,
} as const satisfies Record<Who, readonly AppealOutcome[]>

export const mayCloseWith = (outcome: AppealOutcome, who: Who): boolean =>
  (outcomesOf[who] as readonly AppealOutcome[]).includes(outcome)

/** The service has dealt with the matter; spam and what was withdrawn it never had to. */
export const isDecided = (outcome: AppealOutcome): boolean => outcome !== 'spam' && outcome !== 'withdrawn'

/** A refusal has a reason and a norm, or it is none. */
export const needsReasonAndNorm = (outcome: AppealOutcome): boolean => outcome === 'notAccepted'

/** Nobody is told "solved" or "advice given" without ever having been answered. */
export const needsAnswerFirst = (outcome: AppealOutcome): boolean =>
  outcome === 'solved' || outcome === 'partlySolved' || outcome === 'adviceGiven'

/** Days after closing in which the person may re-open. */
export const REOPEN_DAYS = 30
const DAY = 86_400_000

export const canReopenUntil = (closedAt: Date): Date => new Date(closedAt.getTime() + REOPEN_DAYS * DAY)

/** Longest text of one message or reason, in UTF-16 units: some ten pages. */
export const MESSAGE_LIMIT = 20_000
export const REASON_LIMIT = 2_000
