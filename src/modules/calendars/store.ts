import { sql } from 'kysely'
import { weekdays } from '#src/kernel/iso-day.ts'
import { parseIsoDay } from '#src/kernel/iso-day.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { CalendarState, Mark, Patch, Settings } from './rules/change.ts'
import { readPatch, storedHours, writePatch } from './rules/stored.ts'

export type CalendarRow = CalendarState & { readonly country: string; readonly timeZone: string }

export async function listCountries(db: ReadDb): Promise<string[]> {
  const rows = await db.selectFrom('calendars').select('country').orderBy('country').execute()
  return rows.map(({ country }) => country)
}

/** The calendar with all its marks, in order of day. */
export async function findCalendarRow(db: ReadDb, country: string): Promise<CalendarRow | undefined> {
  const row = await db.selectFrom('calendars').selectAll().where('country', '=', country).executeTakeFirst()
  if (!row) return undefined
  const settings = {
    hours: storedHours.parse(row.hours),
    shortenedByMinutes: row.shortened_by_minutes,
    lastPublishedYear: row.last_published_year ?? undefined,
  }
  return { country, timeZone: row.time_zone, settings, marks: await listMarks(db, country) }
}

/** The same as long as nothing of the calendar has changed; undefined where the country has none. */
export async function findCalendarDigest(db: ReadDb, country: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendars as c')
    .select(
      sql<string>`md5(row_to_json(c)::text || coalesce((
        select json_agg(m order by m.day, m.holiday_id)::text from calendar_marks m where m.country = c.country
      ), ''))`.as('digest'),
    )
    .where('country', '=', country)
    .executeTakeFirst()
  return row?.digest
}

async function listMarks(db: ReadDb, country: string): Promise<Mark[]> {
  const rows = await db
    .selectFrom('calendar_marks')
    .selectAll()
    .where('country', '=', country)
    .orderBy('day')
    .orderBy('holiday_id')
    .execute()
  return rows.map((row) => {
    const day = parseIsoDay(row.day)
    if (!day) throw new Error(`The database gives ${row.day} for a day.`)
    const name = { ky: row.name_ky, ru: row.name_ru, en: row.name_en }
    return { day, holidayId: row.holiday_id, kind: row.kind, name, isProvisional: row.is_provisional }
  })
}

/** Keeps every other change of this calendar waiting until the transaction ends. False: there is no such calendar. */
export async function lockCalendar(db: Db, country: string): Promise<boolean> {
  const row = await db
    .selectFrom('calendars')
    .select('country')
    .where('country', '=', country)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** False: it was there. */
export async function insertCalendar(db: Db, country: string, timeZone: string, settings: Settings): Promise<boolean> {
  const result = await db
    .insertInto('calendars')
    .values({ country, time_zone: timeZone, ...columnsFrom(settings) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const columnsFrom = ({ hours, shortenedByMinutes, lastPublishedYear }: Settings) => ({
  hours: JSON.stringify(Object.fromEntries(weekdays.flatMap((day) => (hours[day]?.length ? [[day, hours[day]]] : [])))),
  shortened_by_minutes: shortenedByMinutes,
  last_published_year: lastPublishedYear ?? null,
})

/** Which of these entries of the catalogue were not taken in before; from now on they count as taken. */
export async function takeEntries(
  db: Db,
  country: string,
  holidayIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (holidayIds.length === 0) return new Set()
  const rows = await db
    .insertInto('calendar_entries_taken')
    .values(holidayIds.map((holidayId) => ({ country, holiday_id: holidayId })))
    .onConflict((on) => on.doNothing())
    .returning('holiday_id')
    .execute()
  return new Set(rows.map((row) => row.holiday_id))
}

export async function applyPatch(db: Db, country: string, { removed, added, settings }: Patch): Promise<void> {
  for (const { day, holidayId } of removed) {
    await db
      .deleteFrom('calendar_marks')
      .where('country', '=', country)
      .where('day', '=', day)
      .where('holiday_id', '=', holidayId)
      .execute()
  }
  if (added.length > 0)
    await db
      .insertInto('calendar_marks')
      .values(added.map((mark) => rowFrom(country, mark)))
      .execute()
  if (settings)
    await db.updateTable('calendars').set(columnsFrom(settings.after)).where('country', '=', country).execute()
}

const rowFrom = (country: string, { day, holidayId, kind, name, isProvisional }: Mark) => ({
  country,
  day,
  holiday_id: holidayId,
  kind,
  name_ky: name.ky,
  name_ru: name.ru,
  name_en: name.en,
  is_provisional: isProvisional,
})

export type ChangeRow = {
  readonly id: string
  readonly country: string
  readonly patch: Patch
  /** Null: an undo, or entries new in the catalogue. */
  readonly reason: string | null
  readonly undoes: string | null
  /** Null: the catalogue. */
  readonly changedByName: string | null
  readonly changedAt: Date
}

/** The newest first. */
export async function listChanges(db: ReadDb, country: string, most: number): Promise<ChangeRow[]> {
  const rows = await db
    .selectFrom('calendar_changes')
    .leftJoin('staff', 'staff.id', 'calendar_changes.changed_by')
    .select([
      'calendar_changes.id as id',
      'country',
      'patch',
      'reason',
      'undoes',
      'staff.name as changedByName',
      'changed_at as changedAt',
    ])
    .where('country', '=', country)
    .orderBy('calendar_changes.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, patch: readPatch(row.patch) }))
}

type NewChange = {
  readonly country: string
  readonly patch: Patch
  readonly reason: string | null
  readonly undoes: string | null
  readonly staffId: string | null
  readonly at: Date
}

export async function insertChange(db: Db, { country, patch, reason, undoes, staffId, at }: NewChange): Promise<void> {
  await db
    .insertInto('calendar_changes')
    .values({ country, patch: writePatch(patch), reason, undoes, changed_by: staffId, changed_at: at })
    .execute()
}
