import type { Lang } from '#src/kernel/lang.ts'
import type { Outcome } from '#src/kernel/outcome.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Answers } from './rules/answers.ts'
import type { ClockView } from './rules/clock-view.ts'
import type { AppealNumber } from './rules/number.ts'
import type { Secret } from './rules/secret.ts'
import type { AppealChannel, AppealKind, AsWho, Reach } from './rules/states.ts'

export type OpenAppealInput = {
  /** 16 random bytes made with the form; the receipt's secret is derived from them. */
  readonly formKey: Uint8Array
  readonly kind: AppealKind
  readonly topicId: string
  readonly lang: Lang
  readonly message: string
  /** Of the topic's own and the common questions; answers to questions that are not asked are dropped here. */
  readonly answers: Answers
  readonly country: string
  readonly city?: string
  readonly citizenship?: string
  readonly asWho: AsWho
  readonly onBehalf: boolean
  readonly inDanger: boolean
  readonly wantsProtection: boolean
  readonly person: {
    readonly name?: string
    readonly pin?: string
    readonly contacts: readonly { readonly kind: 'email' | 'phone'; readonly value: string }[]
    readonly isSafe: Reach
    /** Option of the question safeContact. */
    readonly safeContact?: string
  }
  readonly channel: AppealChannel
  readonly filedBy?: string
  readonly timeZone: string
  /** Its data key is bound to vaultOf(id); its files become the appeal's. */
  readonly draft?: { readonly id: string; readonly wrappedKey: Buffer }
}

export type Receipt = {
  readonly appealId: string
  readonly number: AppealNumber
  readonly secret: Secret
  readonly teamId: string
  readonly bodyId: string
  readonly submittedAt: Date
  readonly isProtected: boolean
  readonly isCritical: boolean
  /** registration, answer (expected until registered), firstAnswer, nextUpdate, resolution. */
  readonly clocks: readonly ClockView[]
  readonly isRepeat: boolean
}

export type OpenAppealDeps = Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'random' | 'keys' | 'hasher'>

/**
 * Takes an appeal in: person, words, answers, files, clocks, audit, notice and events in one transaction.
 * The same form key gives the same receipt for 24 hours, and after that until the secret was proved; then 'alreadyReceived'.
 * 'busy': the hashing pool is full, nothing was written; answer 503 and keep what was typed.
 */
export function openAppeal(
  _deps: OpenAppealDeps,
  _input: OpenAppealInput,
): Promise<Outcome<Receipt, 'alreadyReceived' | 'busy'>> {
  throw new Error('Not built yet.')
}
