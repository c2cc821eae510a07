import type { Lang } from '#src/kernel/lang.ts'
import type { IsoDay } from '#src/kernel/iso-day.ts'
import type { Acted } from '../rules/events.ts'
import type { ActDeps, PersonAct, StaffAct } from './act.ts'

type Usual = 'notThere' | 'notNow' | 'changedMeanwhile'
type Text = 'textEmpty' | 'textTooLong'
type Words = { readonly text: string; readonly lang?: Lang; readonly formKey: Uint8Array }

/** Asks the person: the service's own clocks stand still until the reply. Registers what was not yet. */
export function askPerson(_deps: ActDeps, _act: StaffAct & Words): Promise<Acted<Usual | Text>> {
  throw new Error('Not built yet.')
}

/** News without a question: the clock of the next update begins anew. */
export function tellPerson(_deps: ActDeps, _act: StaffAct & Words): Promise<Acted<Usual | Text>> {
  throw new Error('Not built yet.')
}

/** The answer. Registers what was not yet. */
export function answerAppeal(_deps: ActDeps, _act: StaffAct & Words): Promise<Acted<Usual | Text>> {
  throw new Error('Not built yet.')
}

/** The person writes; a question is answered by it, an answer is questioned by it, and work goes on. */
export function replyAsPerson(_deps: ActDeps, _act: PersonAct & Words): Promise<Acted<Usual | Text>> {
  throw new Error('Not built yet.')
}

/** Once only. Without `to` by as much as the rule allows; `to` may not be later than that. Needs a reason, told to the person. */
export function extendTerm(
  _deps: ActDeps,
  _act: StaffAct & { readonly reason: string; readonly to?: IsoDay },
): Promise<Acted<Usual | 'reasonMissing' | 'textTooLong' | 'alreadyExtended' | 'notExtendable' | 'dayOutOfTerm'>> {
  throw new Error('Not built yet.')
}
