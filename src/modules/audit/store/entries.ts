import { sql } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import { actorIdOf, contentOf, type Act, type ActFilter, type Entry } from '../rules/entry.ts'

export async function insertEntry(db: Db, { who, what, on, fields, digests }: Entry, at: Date) {
  // One statement, since every act waits for it.
  await db
    .with('entry', (db) =>
      db
        .insertInto('audit_entries')
        .values({
          at,
          actor_kind: who.kind,
          actor_id: actorIdOf(who),
          what,
          on_kind: on.kind,
          on_id: on.id,
          fields: [...(fields ?? [])],
          digests: JSON.stringify(digests ?? {}),
        })
        .returning('id'),
    )
    .insertInto('audit_waiting')
    .columns(['entry_id'])
    .expression((from) => from.selectFrom('entry').select('id'))
    .execute()
}

// A Date would drop microseconds: a change smaller than a millisecond must be found too.
const exactTime = sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const entryColumns = [
  'e.id',
  exactTime.as('at_text'),
  'e.actor_kind',
  'e.actor_id',
  'e.what',
  'e.on_kind',
  'e.on_id',
  'e.fields',
  'e.digests',
] as const

export type EntryContent = { readonly entryId: string; readonly content: string }

/** Committed entries that are not in the tree yet, with what is hashed of them. */
export async function readWaiting(db: ReadDb, limit: number): Promise<readonly EntryContent[]> {
  const rows = await db
    .selectFrom('audit_waiting as w')
    .innerJoin('audit_entries as e', 'e.id', 'w.entry_id')
    .select(entryColumns)
    .orderBy('w.entry_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ entryId: row.id, content: contentOf(row) }))
}

export type EntryName = Pick<Entry, 'what' | 'on'>

/** The first entry of this act on this thing. */
export async function findEntry(db: ReadDb, { what, on }: EntryName): Promise<EntryContent | undefined> {
  const row = await db
    .selectFrom('audit_entries as e')
    .select(entryColumns)
    .where('e.on_kind', '=', on.kind)
    .where('e.on_id', '=', on.id)
    .where('e.what', '=', what)
    .orderBy('e.id')
    .limit(1)
    .executeTakeFirst()
  return row && { entryId: row.id, content: contentOf(row) }
}

export type EntryBy = Pick<Entry, 'who' | 'what' | 'on'>

export async function hasEntryBy(db: ReadDb, { who, what, on }: EntryBy): Promise<boolean> {
  const row = await db
    .selectFrom('audit_entries')
    .select('id')
    .where('on_kind', '=', on.kind)
    .where('on_id', '=', on.id)
    .where('what', '=', what)
    .where('actor_kind', '=', who.kind)
    .where('actor_id', '=', actorIdOf(who))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteWaiting(db: Db, entryIds: readonly string[]) {
  await db.deleteFrom('audit_waiting').where('entry_id', 'in', entryIds).execute()
}

export type LeafRow = {
  readonly position: number
  readonly entryId: string
  readonly leaf: Buffer
  /** Undefined where the entry is gone. */
  readonly content: string | undefined
}

/** Leaves with the entries they stand for, in order, from a position on. */
export async function readLeaves(db: ReadDb, from: number, limit: number): Promise<readonly LeafRow[]> {
  const rows = await db
    .selectFrom('audit_leaves as l')
    .leftJoin('audit_entries as e', 'e.id', 'l.entry_id')
    .select(['l.position', 'l.entry_id', 'l.leaf', ...entryColumns])
    .where('l.position', '>=', String(from))
    .orderBy('l.position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    position: Number(row.position),
    entryId: row.entry_id,
    leaf: row.leaf,
    content: row.id === null ? undefined : contentOf(row),
  }))
}

/** Entries that are neither in the tree nor waiting for it, and those that have waited since before `lastSigned`. */
export async function findStrayEntries(db: ReadDb, lastSigned: Date | undefined, limit: number) {
  // One statement is one snapshot: an entry that is appended meanwhile is not taken for a stray one.
  const stray = await db
    .selectFrom('audit_entries as e')
    .select('e.id')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('audit_leaves as l').select('l.position').whereRef('l.entry_id', '=', 'e.id'))),
    )
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('audit_waiting as w').select('w.entry_id').whereRef('w.entry_id', '=', 'e.id'))),
    )
    .orderBy('e.id')
    .limit(limit)
    .execute()
  if (!lastSigned) return { stray: stray.map(({ id }) => id), late: [] }
  const late = await db
    .selectFrom('audit_waiting as w')
    .innerJoin('audit_entries as e', 'e.id', 'w.entry_id')
    .select('e.id')
    .where('e.at', '<', lastSigned)
    .orderBy('e.id')
    .limit(limit)
    .execute()
  return { stray: stray.map(({ id }) => id), late: late.map(({ id }) => id) }
}

/** Acts, newest first; `before` is the id the page above ended with. */
export async function listActs(
  db: ReadDb,
  filter: ActFilter,
  before: string | undefined,
  limit: number,
): Promise<readonly Act[]> {
  let query = db.selectFrom('audit_entries').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  if (filter.actorKind) query = query.where('actor_kind', '=', filter.actorKind)
  if (filter.actorId !== undefined) query = query.where('actor_id', '=', filter.actorId)
  if (filter.on) query = query.where('on_kind', '=', filter.on.kind).where('on_id', '=', filter.on.id)
  const { what } = filter
  if (what?.includes('.')) query = query.where('what', '=', what)
  else if (what !== undefined) query = query.where('what', '>=', `${what}.`).where('what', '<', `${what}/`)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id ?? undefined,
    what: row.what,
    on: { kind: row.on_kind, id: row.on_id },
    fields: row.fields,
  }))
}
