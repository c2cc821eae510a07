import type { Calendar } from '#src/kernel/calendar.ts'
import { promisesAt } from '#src/modules/appeals/count-clocks.ts'
import {
  endClocks,
  goOn,
  markAnswered,
  markContacted,
  markRegistered,
  nextDueAt,
  NO_CLOCK,
  stopClocks,
  type Clocks,
} from '#src/modules/appeals/rules/clocks.ts'
import { canAct, type Act, type AppealOutcome, type AppealState } from '#src/modules/appeals/rules/states.ts'
import type { ImportedAct } from './imported.ts'
import type { Opening } from './prepare.ts'

/** The columns that acts change. */
type Columns = {
  readonly state: AppealState
  readonly assignee_id: string | null
  readonly registered_at: Date | null
  readonly answered_at: Date | null
  readonly closed_at: Date | null
  readonly outcome: AppealOutcome | null
  readonly unread_since: Date | null
  readonly call_since: Date | null
}
type Played = { readonly columns: Columns; readonly clocks: Clocks }

const untouched = {
  state: 'submitted',
  assignee_id: null,
  registered_at: null,
  answered_at: null,
  closed_at: null,
  outcome: null,
} as const

const actOf: Readonly<Record<ImportedAct['what'], Act>> = {
  registered: 'register',
  taken: 'take',
  asked: 'ask',
  replied: 'reply',
  answered: 'answer',
  noted: 'note',
  closed: 'close',
}

/**
 * Goes through a history as act-on-appeal/ would have, moment by moment, without a database: the columns of the appeal after
 * it, and the clocks of its one round. Throws on an act that the appeal's state then does not allow.
 */
export function playHistory(
  { calendar, clocks, row }: Pick<Opening, 'calendar' | 'clocks' | 'row'>,
  acts: readonly ImportedAct[],
  staffId: string | undefined,
) {
  const waiting = { unread_since: row.unread_since ?? null, call_since: row.call_since ?? null }
  let now: Played = { columns: { ...untouched, ...waiting }, clocks }
  for (const act of acts) {
    const { state } = now.columns
    const who = act.what === 'replied' || (act.what === 'closed' && act.by === 'person') ? 'person' : 'staff'
    if (!canAct(actOf[act.what], state, who)) throw new Error(`An appeal that is ${state} cannot be ${act.what}.`)
    const { change, clocks: after = now.clocks } = play(calendar, row.urgency, now, act, staffId)
    now = { columns: { ...now.columns, ...change }, clocks: after }
  }
  const next_due_at = now.columns.state === 'closed' ? NO_CLOCK : nextDueAt(calendar, now.clocks)
  return { clocks: now.clocks, columns: { ...now.columns, version: 1 + acts.length, next_due_at } }
}

function play(
  calendar: Calendar,
  urgency: Opening['row']['urgency'],
  { columns: { state, unread_since }, clocks }: Played,
  act: ImportedAct,
  staffId: string | undefined,
): { readonly change: Partial<Columns>; readonly clocks?: Clocks } {
  const { at } = act
  const read = { unread_since: null }
  switch (act.what) {
    case 'registered': {
      const registered = markRegistered(clocks, promisesAt(calendar, urgency, at), at)
      return { change: { state: 'registered', registered_at: at }, clocks: registered }
    }
    case 'taken': {
      const begun = state === 'registered' ? 'underReview' : state
      return { change: { state: begun, assignee_id: staffId ?? null, ...read } }
    }
    case 'noted':
      return { change: read }
    case 'asked': {
      const waiting = stopClocks(markContacted(clocks, at), 'question', at)
      return { change: { state: 'moreInfoNeeded', ...read }, clocks: waiting }
    }
    case 'answered':
      return { change: { state: 'answered', answered_at: at, ...read }, clocks: markAnswered(clocks, at) }
    case 'replied': {
      const unread = { unread_since: unread_since ?? at, call_since: null }
      const isAwaited = state === 'moreInfoNeeded' || state === 'answered'
      return isAwaited ? { change: { state: 'underReview', ...unread }, clocks: goOn(clocks, at) } : { change: unread }
    }
    case 'closed': {
      const isAnswer = act.by === 'staff' && act.outcome !== 'spam' && act.outcome !== 'withdrawn'
      const closed = { state: 'closed', outcome: act.outcome, closed_at: at, call_since: null, ...read } as const
      return { change: closed, clocks: endClocks(clocks, at, isAnswer) }
    }
  }
}
