import { catalogue, type CalendarData } from '#src/modules/catalogue/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { keep } from './change-calendar.ts'
import { stateFrom } from './rules/stored.ts'
import { applyPatch, insertCalendar, lockCalendar, takeEntries } from './store.ts'

type Deps = Pick<AppDeps, 'db' | 'jobs' | 'clock'>

/**
 * Takes the catalogue's calendar into the database. Once it is there, only entries the catalogue never had before are added,
 * since staff may have changed or removed the others. Harmless when it runs again.
 */
export const seedCalendars = (deps: Deps): Promise<void> => takeCalendar(deps, catalogue().holidays)

export function takeCalendar(deps: Deps, data: CalendarData): Promise<void> {
  const { country, timeZone } = data
  const { settings, marks } = stateFrom(data)
  return inTransaction(deps.db, async (db) => {
    const isFirst = await insertCalendar(db, country, timeZone, settings)
    await lockCalendar(db, country)
    const fresh = await takeEntries(
      db,
      country,
      data.days.map(({ id }) => id),
    )
    const patch = { removed: [], added: marks.filter(({ holidayId }) => fresh.has(holidayId)) }
    if (isFirst) await applyPatch(db, country, patch)
    else if (patch.added.length > 0) {
      const by = { kind: 'system', name: 'catalogue' } as const
      await keep({ ...deps, db }, { country, timeZone, patch, reason: null, undoes: null, by })
    }
  })
}
