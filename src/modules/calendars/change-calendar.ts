import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { calendarChanged } from './events.ts'
import {
  firstDayOf,
  planChange,
  turnedRound,
  type CalendarChange,
  type CalendarRefusal,
  type Patch,
} from './rules/change.ts'
import { applyPatch, findCalendarRow, insertChange, listChanges, lockCalendar } from './store.ts'

type Deps = Pick<AppDeps, 'db' | 'jobs' | 'clock'>

export type ChangeCalendarInput = {
  readonly country: string
  readonly change: CalendarChange
  readonly reason: string
  /** Id of staff. */
  readonly by: string
  /** The newest change the page knew of, `''` for none: a change on top of another's unseen one is refused. Left out: not asked. */
  readonly seen?: string
}

/**
 * Changes working time: history, audit entry and the event that moves open deadlines follow in the same transaction.
 * A second tap, which asks for what already stands, changes nothing.
 */
export function changeCalendar(
  deps: Deps,
  { country, change, reason, by, seen }: ChangeCalendarInput,
): Promise<Outcome<undefined, CalendarRefusal | 'noSuchCalendar' | 'changedMeanwhile'>> {
  return inTransaction(deps.db, async (db) => {
    const state = (await lockCalendar(db, country)) ? await findCalendarRow(db, country) : undefined
    if (!state) return refused('noSuchCalendar')
    const plan = planChange(state, change)
    const isOutdated = seen !== undefined && seen !== ((await lastChange(db, country))?.id ?? '')
    if (!plan.ok) return isOutdated ? refused('changedMeanwhile') : plan
    if (!plan.value) return done(undefined)
    if (isOutdated) return refused('changedMeanwhile')
    await keep({ ...deps, db }, { ...state, patch: plan.value, reason, undoes: null, by: { kind: 'staff', id: by } })
    return done(undefined)
  })
}

/** Takes the last change back, as a change of its own. Refused when there was another one since. */
export function undoCalendarChange(
  deps: Deps,
  { country, changeId, by }: { readonly country: string; readonly changeId: string; readonly by: string },
): Promise<Outcome<undefined, 'noSuchCalendar' | 'changedMeanwhile'>> {
  return inTransaction(deps.db, async (db) => {
    const state = (await lockCalendar(db, country)) ? await findCalendarRow(db, country) : undefined
    if (!state) return refused('noSuchCalendar')
    const last = await lastChange(db, country)
    // A second tap: it is taken back already.
    if (last?.undoes === changeId) return done(undefined)
    if (last?.id !== changeId) return refused('changedMeanwhile')
    const patch = turnedRound(last.patch)
    await keep({ ...deps, db }, { ...state, patch, reason: null, undoes: changeId, by: { kind: 'staff', id: by } })
    return done(undefined)
  })
}

export type Kept = {
  readonly country: string
  readonly timeZone: string
  readonly patch: Patch
  readonly reason: string | null
  readonly undoes: string | null
  readonly by: Actor
}

/** Writes a change with all that follows from it. `db` is the transaction that holds the calendar's lock. */
export async function keep({ db, jobs, clock }: Deps, { country, timeZone, patch, reason, undoes, by }: Kept) {
  const at = clock.now()
  await applyPatch(db, country, patch)
  await insertChange(db, { country, patch, reason, undoes, staffId: by.kind === 'staff' ? by.id : null, at })
  const fields = [
    ...(patch.removed.length + patch.added.length > 0 ? ['marks'] : []),
    ...(patch.settings ? ['settings'] : []),
  ]
  await record(db, { who: by, what: 'calendar.changed', on: { kind: 'calendar', id: country }, fields }, at)
  await jobs.emit(db, calendarChanged, { country, fromDay: firstDayOf(patch, dayAt(timeZone, at)) })
}

const lastChange = async (db: Db, country: string) => (await listChanges(db, country, 1))[0]
