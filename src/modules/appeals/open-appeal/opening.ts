import type { Lang } from '#src/kernel/lang.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Answers } from '#src/modules/appeals/rules/answers.ts'
import type { ClockView } from '#src/modules/appeals/rules/clock-view.ts'
import type { AppealNumber } from '#src/modules/appeals/rules/number.ts'
import type { Secret } from '#src/modules/appeals/rules/secret.ts'
import type { AppealChannel, AppealKind, AsWho, Reach } from '#src/modules/appeals/rules/states.ts'

export type OpenAppealInput = {
  /** 16 random bytes made with the form; the receipt's secret is derived from them. */
  readonly formKey: Uint8Array
  readonly kind: AppealKind
  readonly topicId: string
  readonly lang: Lang
  readonly message: string
  /** To the topic's own questions; answers to questions that are not asked are dropped here. */
  readonly answers: Answers
  readonly country: string
  readonly city?: string | undefined
  readonly citizenship?: string | undefined
  /** Undefined: nobody was asked. */
  readonly asWho?: AsWho | undefined
  readonly onBehalf: boolean
  readonly inDanger: boolean
  readonly wantsProtection: boolean
  readonly person: {
    readonly name?: string | undefined
    readonly pin?: string | undefined
    /** `isSafe: false`: kept, but never used, though another may be. */
    readonly contacts: readonly {
      readonly kind: 'email' | 'phone'
      readonly value: string
      readonly isSafe?: boolean
    }[]
    readonly isSafe: Reach
    /** Option of the question safeContact. */
    readonly safeContact?: string | undefined
  }
  readonly channel: AppealChannel
  readonly filedBy?: string | undefined
  /** IANA name; without it the default of the country. */
  readonly timeZone?: string | undefined
  /** Its data key is bound to vaultOf(id); its files become the appeal's. */
  readonly draft?: { readonly id: string; readonly wrappedKey: Uint8Array } | undefined
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
  /** registration, answer (expected until registered), firstAnswer, nextUpdate where there is one, resolution. */
  readonly clocks: readonly ClockView[]
  /** Of its entry in the audit log: the person's own paper is a witness. */
  readonly mark: string
  readonly isRepeat: boolean
  /** The person has shown that they have the secret. */
  readonly isProved: boolean
}

export type OpenAppealDeps = Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'random' | 'keys' | 'hasher' | 'meters'>
