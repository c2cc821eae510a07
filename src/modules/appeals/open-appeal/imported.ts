import type { AppealOutcome } from '#src/modules/appeals/rules/states.ts'
import type { OpenAppealInput } from './opening.ts'

/** What happened to an appeal after it was sent, in order of time. */
export type ImportedAct = { readonly at: Date } & (
  | { readonly what: 'registered' | 'taken' }
  | { readonly what: 'asked' | 'replied' | 'answered' | 'noted'; readonly text: string }
  | { readonly what: 'closed'; readonly outcome: AppealOutcome; readonly by: 'person' | 'staff' }
)

/** A made-up appeal with its whole history. */
export type ImportedAppeal = Omit<OpenAppealInput, 'draft' | 'filedBy'> & {
  readonly submittedAt: Date
  /** The seven digits of its number, below ten million; nobody else of that year has them. */
  readonly digits: number
  /** 16 bytes, from which the ids of its messages are derived too. */
  readonly formKey: Uint8Array
  /** Acts of staff before anybody has taken it, and acts its state does not allow, are an error. */
  readonly acts: readonly ImportedAct[]
}
