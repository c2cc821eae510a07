import type { Calendar } from '#src/kernel/calendar.ts'
import { parseIsoDay } from '#src/kernel/iso-day.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import { countClock, type Clock, type Clocks } from '#src/modules/appeals/rules/clocks.ts'
import { clockKinds } from '#src/modules/appeals/rules/clock-view.ts'

/** The clocks of one round, and all waits. */
export async function readClocks(db: ReadDb, appealId: string, round: number): Promise<Clocks> {
  const [rows, waits] = await Promise.all([
    db.selectFrom('appeal_clocks').selectAll().where('appeal_id', '=', appealId).where('round', '=', round).execute(),
    db
      .selectFrom('appeal_pauses')
      .select(['reason', 'started_at', 'ended_at'])
      .where('appeal_id', '=', appealId)
      .orderBy('id')
      .execute(),
  ])
  const list = rows.map((row): Clock => ({
    kind: row.kind,
    startedAt: row.started_at,
    target: { value: row.amount, unit: row.unit },
    rule:
      row.rule_id === null || row.rule_version === null
        ? undefined
        : { ruleId: row.rule_id, version: row.rule_version },
    extendedTo: row.extended_to === null ? undefined : parseIsoDay(row.extended_to),
    metAt: row.met_at ?? undefined,
    isExpected: row.is_expected,
  }))
  return {
    list: list.toSorted((one, other) => clockKinds.indexOf(one.kind) - clockKinds.indexOf(other.kind)),
    waits: waits.map(({ reason, started_at, ended_at }) => ({ reason, from: started_at, to: ended_at ?? undefined })),
  }
}

/** What the clocks of a round were due at when they were last written. */
export async function readDueTimes(db: ReadDb, appealId: string, round: number) {
  const rows = await db
    .selectFrom('appeal_clocks')
    .select(['kind', 'due_at', 'is_provisional'])
    .where('appeal_id', '=', appealId)
    .where('round', '=', round)
    .execute()
  return new Map(rows.map((row) => [row.kind, { dueAt: row.due_at, isProvisional: row.is_provisional }]))
}

/** Writes the clocks of a round as they are now, due times counted on this calendar. */
export async function writeClocks(
  db: Db,
  calendar: Calendar,
  appealId: string,
  round: number,
  clocks: Clocks,
): Promise<void> {
  const rows = clockRows(calendar, appealId, round, clocks)
  if (rows.length === 0) return
  await db
    .insertInto('appeal_clocks')
    .values(rows)
    .onConflict((on) =>
      on.columns(['appeal_id', 'round', 'kind']).doUpdateSet((row) => ({
        started_at: row.ref('excluded.started_at'),
        amount: row.ref('excluded.amount'),
        unit: row.ref('excluded.unit'),
        rule_id: row.ref('excluded.rule_id'),
        rule_version: row.ref('excluded.rule_version'),
        extended_to: row.ref('excluded.extended_to'),
        met_at: row.ref('excluded.met_at'),
        due_at: row.ref('excluded.due_at'),
        is_provisional: row.ref('excluded.is_provisional'),
        is_expected: row.ref('excluded.is_expected'),
      })),
    )
    .execute()
}

/** The rows of a round, due times counted on this calendar. */
export const clockRows = (calendar: Calendar, appealId: string, round: number, { list, waits }: Clocks) =>
  list.map((clock) => ({ appeal_id: appealId, round, ...rowOf(calendar, clock, waits) }))

function rowOf(calendar: Calendar, clock: Clock, waits: Clocks['waits']) {
  const { at, isProvisional } = countClock(calendar, clock, waits)
  return {
    kind: clock.kind,
    started_at: clock.startedAt,
    amount: clock.target.value,
    unit: clock.target.unit,
    rule_id: clock.rule?.ruleId ?? null,
    rule_version: clock.rule?.version ?? null,
    extended_to: clock.extendedTo ?? null,
    met_at: clock.metAt ?? null,
    due_at: at,
    is_provisional: isProvisional,
    is_expected: clock.isExpected,
  }
}

/** Writes what changed between two readings: clocks, those that are promised no more, waits that ended or began. */
export async function changeClocks(
  db: Db,
  calendar: Calendar,
  of: { readonly appealId: string; readonly round: number },
  before: Clocks,
  after: Clocks,
): Promise<void> {
  const { appealId, round } = of
  await writeClocks(db, calendar, appealId, round, after)
  const gone = before.list.map(({ kind }) => kind).filter((kind) => !after.list.some((clock) => clock.kind === kind))
  if (gone.length > 0) await deleteClocks(db, appealId, round, gone)
  const ended = after.waits[before.waits.length - 1]?.to
  if (ended && before.waits.at(-1)?.to === undefined) await endWait(db, appealId, ended)
  const begun = after.waits.slice(before.waits.length)
  if (begun.length > 0) await insertWaits(db, appealId, begun)
}

const deleteClocks = (db: Db, appealId: string, round: number, kinds: readonly Clock['kind'][]) =>
  db
    .deleteFrom('appeal_clocks')
    .where('appeal_id', '=', appealId)
    .where('round', '=', round)
    .where('kind', 'in', kinds)
    .execute()

const endWait = (db: Db, appealId: string, at: Date) =>
  db
    .updateTable('appeal_pauses')
    .set({ ended_at: at })
    .where('appeal_id', '=', appealId)
    .where('ended_at', 'is', null)
    .execute()

export const waitRows = (appealId: string, waits: Clocks['waits']) =>
  waits.map(({ reason, from, to }) => ({ appeal_id: appealId, reason, started_at: from, ended_at: to ?? null }))

const insertWaits = (db: Db, appealId: string, waits: Clocks['waits']) =>
  db.insertInto('appeal_pauses').values(waitRows(appealId, waits)).execute()
