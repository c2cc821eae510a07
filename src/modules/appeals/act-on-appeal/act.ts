import type { PersonVisitor, StaffVisitor } from '#src/kernel/visitor.ts'
import type { AppDeps } from '#src/platform/deps.ts'

export type ActDeps = Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'random' | 'keys'>

/**
 * `version`: the one the page was made with; another one now gives 'changedMeanwhile'. Left out: no such check.
 * `formKey`: 16 random bytes made with the form; the same key again does nothing and answers as the first time.
 */
export type StaffAct = {
  readonly appealId: string
  readonly by: StaffVisitor
  readonly version?: number
  readonly formKey?: Uint8Array
}
export type PersonAct = Omit<StaffAct, 'by'> & { readonly by: PersonVisitor }
