import type { Lang } from '#src/kernel/lang.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { UrgencyId } from '#src/modules/catalogue/index.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Answers } from './rules/answers.ts'
import type { ClockView } from './rules/clock-view.ts'
import type { Happening } from './rules/events.ts'
import type { AppealNumber } from './rules/number.ts'
import type {
  AppealChannel,
  AppealKind,
  AppealLevel,
  AppealOutcome,
  AppealState,
  AsWho,
  MessageKind,
  Reach,
} from './rules/states.ts'

export type AppealFile = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }

export type AppealMessage = {
  readonly id: string
  readonly at: Date
  readonly kind: MessageKind
  /** Undefined: the person. */
  readonly staffId: string | undefined
  readonly lang: Lang
  readonly body: string
  readonly files: readonly AppealFile[]
}

export type AppealEvent = {
  readonly id: string
  readonly at: Date
  readonly version: number
  readonly what: Happening
  readonly actor: 'person' | 'staff' | 'system'
  readonly staffId: string | undefined
  readonly isPublic: boolean
  /** Ids and codes: teamId, staffId, from, to, outcome, rules … as each `what` has them. */
  readonly details: Readonly<Record<string, unknown>>
  /** A reason in somebody's words. */
  readonly words: string | undefined
}

/** One appeal, opened. */
export type Appeal = {
  readonly id: string
  readonly number: AppealNumber
  readonly version: number
  readonly kind: AppealKind
  readonly state: AppealState
  readonly level: AppealLevel
  readonly topicId: string
  readonly lang: Lang
  readonly timeZone: string
  readonly country: string
  readonly city: string | undefined
  readonly citizenship: string | undefined
  readonly asWho: AsWho
  readonly onBehalf: boolean
  readonly inDanger: boolean
  readonly channel: AppealChannel
  readonly filedBy: string | undefined
  readonly personId: string
  readonly reach: Reach
  readonly safeContact: string | undefined
  readonly urgency: UrgencyId
  readonly teamId: string
  readonly assigneeId: string | undefined
  readonly bodyId: string
  readonly missionId: string | undefined
  readonly isRoutingFlagged: boolean
  readonly unreadSince: Date | undefined
  readonly callSince: Date | undefined
  readonly outcome: AppealOutcome | undefined
  readonly outcomeNorm: string | undefined
  readonly amountRecovered: { readonly amount: string; readonly currency: string } | undefined
  readonly submittedAt: Date
  readonly registeredAt: Date | undefined
  readonly answeredAt: Date | undefined
  readonly closedAt: Date | undefined
  readonly isProved: boolean
  readonly answers: Answers
  readonly messages: readonly AppealMessage[]
  readonly events: readonly AppealEvent[]
  readonly clocks: readonly ClockView[]
}

type ReadDeps = Pick<AppDeps, 'db' | 'keys' | 'clock'>

/** What the person may see: no notes, no staff-only events. The caller has proved the secret. Undefined: it is gone. */
export function getAppealForPerson(_deps: ReadDeps, _appealId: string): Promise<Appeal | undefined> {
  throw new Error('Not built yet.')
}

/**
 * Everything, for a member of staff who may see it; writes the act 'appeal.read'. Undefined when there is no such appeal or
 * it is not theirs: the two are never told apart.
 */
export function getAppealForStaff(
  _deps: ReadDeps,
  _visitor: StaffVisitor,
  _appealId: string,
): Promise<Appeal | undefined> {
  throw new Error('Not built yet.')
}

/** Looks an appeal up by its number, for the search field of a staff page. Same rule as above; nothing is opened. */
export function findAppealByNumber(
  _db: AppDeps['db'],
  _visitor: StaffVisitor,
  _number: AppealNumber,
): Promise<string | undefined> {
  throw new Error('Not built yet.')
}

/** Facts for jobs (duty, notices): no words, nothing opened. */
export type AppealFacts = Pick<
  Appeal,
  | 'id'
  | 'state'
  | 'level'
  | 'urgency'
  | 'teamId'
  | 'assigneeId'
  | 'personId'
  | 'lang'
  | 'submittedAt'
  | 'country'
  | 'topicId'
>
export function findAppealFacts(_db: AppDeps['db'], _appealId: string): Promise<AppealFacts | undefined> {
  throw new Error('Not built yet.')
}
