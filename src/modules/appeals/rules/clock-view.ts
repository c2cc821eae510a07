import type { CountedStep } from '#src/kernel/counting.ts'
import type { IsoDay } from '#src/kernel/iso-day.ts'
import type { Target } from '#src/kernel/working-time.ts'

export const clockKinds = ['registration', 'answer', 'firstAnswer', 'nextUpdate', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]

/** running · paused: we wait for the person · met: kept, perhaps late (`isLate`) · late: running and past due · ended: the appeal was closed before. */
export type ClockState = 'running' | 'paused' | 'met' | 'late' | 'ended'

export type Extension = { readonly from: IsoDay; readonly to: IsoDay; readonly due: IsoDay }

/** One promise as a page shows it: until when, how that was counted, where it comes from. A promise that does not exist is not listed. */
export type ClockView = {
  readonly kind: ClockKind
  readonly state: ClockState
  readonly startedAt: Date
  /** While paused: the earliest it can be, as if the clock went on at once. */
  readonly dueAt: Date
  readonly metAt: Date | undefined
  readonly isLate: boolean
  /** The term has not begun yet (the answer's term begins with registration): this is the latest it can end. */
  readonly isExpected: boolean
  /** Counted over days the published calendar does not reach yet. */
  readonly isProvisional: boolean
  readonly target: Target
  /** The norm (a rule of catalogue/deadline-rules.json), or the service's own target. */
  readonly source: { readonly ruleId: string; readonly version: number } | 'target'
  readonly extendedTo: IsoDay | undefined
  /** The step after the counting: from the day it was due on, to the day chosen, due on the last working day up to that one. */
  readonly extension: Extension | undefined
  /** Step by step; for an extended term up to the day before the extension. */
  readonly counting: readonly CountedStep[]
}
