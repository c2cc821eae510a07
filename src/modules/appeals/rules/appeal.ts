import type { IsoDay } from '#src/kernel/iso-day.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { UrgencyId } from '#src/modules/catalogue/index.ts'
import type { Scan } from '#src/modules/files/rules.ts'
import type { Answers } from './answers.ts'
import type { ClockView } from './clock-view.ts'
import type { Happening } from './events.ts'
import type { AppealNumber } from './number.ts'
import type { Rating } from './rating.ts'
import type {
  AppealChannel,
  AppealKind,
  AppealLevel,
  AppealOutcome,
  AppealState,
  AsWho,
  MessageKind,
  Reach,
} from './states.ts'

/** What comes from an address must not reach the database as a broken number. */
export const isAppealId = (text: string): boolean => /^[1-9]\d{0,17}$/.test(text)

export type AppealFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly scan: Scan
}

export type AppealMessage = {
  readonly id: string
  readonly at: Date
  readonly kind: MessageKind
  readonly author: 'person' | 'service'
  /** For staff only; the person does not learn who in the service wrote. */
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
  /** For staff only. */
  readonly staffId: string | undefined
  readonly isPublic: boolean
  /** Ids and codes: teamId, staffId, from, to, outcome, rules … as each `what` has them. */
  readonly details: Readonly<Record<string, unknown>>
  /** A reason in somebody's words; the person reads only those meant for them. */
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
  /** False: nobody chose the topic yet; it is never shown as the person's matter. */
  readonly isTopicSet: boolean
  readonly lang: Lang
  readonly country: string
  readonly city: string | undefined
  readonly citizenship: string | undefined
  /** Undefined: nobody asked. */
  readonly asWho: AsWho | undefined
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
  /** Raised by opening it again; its closings are counted by it. */
  readonly round: number
  /** What the person said of the closing that stands now. */
  readonly rating: Rating | undefined
  readonly answers: Answers
  readonly messages: readonly AppealMessage[]
  readonly events: readonly AppealEvent[]
  readonly clocks: readonly ClockView[]
}

/** What only a member of staff needs besides. */
export type StaffAppeal = Appeal & {
  /** The last day the answer's term may be moved to; undefined: it cannot be extended (any more, or yet). */
  readonly extendableTo: IsoDay | undefined
  /** The working days up to it: one of them is chosen. */
  readonly extendableDays: readonly IsoDay[]
  /** Of the rounds before it was opened again: a promise that was broken there stays in sight. */
  readonly earlierClocks: readonly (readonly ClockView[])[]
}

/** Facts for jobs (duty, notices): no words, nothing that was sealed. */
export type AppealFacts = Pick<
  Appeal,
  | 'id'
  | 'number'
  | 'version'
  | 'kind'
  | 'state'
  | 'level'
  | 'topicId'
  | 'isTopicSet'
  | 'country'
  | 'lang'
  | 'channel'
  | 'urgency'
  | 'teamId'
  | 'assigneeId'
  | 'personId'
  | 'reach'
  | 'submittedAt'
  | 'registeredAt'
  | 'answeredAt'
  | 'closedAt'
>
