import type { ActDeps, StaffAct } from './act.ts'
import type { Acted } from '../rules/events.ts'

type Usual = 'notThere' | 'notNow' | 'changedMeanwhile'

/** The legal act: the term for the answer begins. */
export function registerAppeal(_deps: ActDeps, _act: StaffAct): Promise<Acted<Usual>> {
  throw new Error('Not built yet.')
}

/** The visitor becomes the one who has it. */
export function takeAppeal(_deps: ActDeps, _act: StaffAct): Promise<Acted<Usual>> {
  throw new Error('Not built yet.')
}

/** Gives it to a member of its team; without `staffId` nobody has it. */
export function assignAppeal(
  _deps: ActDeps,
  _act: StaffAct & { readonly staffId?: string },
): Promise<Acted<Usual | 'assigneeUnfit'>> {
  throw new Error('Not built yet.')
}

/** Another team has it from now on. Protected ones stay among protection teams. */
export function handToTeam(
  _deps: ActDeps,
  _act: StaffAct & { readonly teamId: string; readonly reason?: string },
): Promise<Acted<Usual | 'teamUnfit' | 'textTooLong'>> {
  throw new Error('Not built yet.')
}

/** Words among staff, never shown to the person. `hasCalled`: the person was phoned, the call-back task is done. */
export function addNote(
  _deps: ActDeps,
  _act: StaffAct & { readonly text: string; readonly hasCalled?: boolean },
): Promise<Acted<Usual | 'textEmpty' | 'textTooLong'>> {
  throw new Error('Not built yet.')
}
