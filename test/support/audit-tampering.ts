import { sql } from 'kysely'
import { appendEntries } from '#src/modules/audit/append-entries.ts'
import { record, verifyAudit } from '#src/modules/audit/index.ts'
import { signCheckpoint } from '#src/modules/audit/sign-checkpoint.ts'
import type { Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'

/** What a tampering may choose by: a whole number below `limit`. */
export type Dice = (limit: number) => number

type Tampering = (db: Db, dice: Dice) => Promise<void>
export type AuditDeps = Pick<AppDeps, 'db' | 'clock' | 'config' | 'keys'>

const YESTERDAY = 50
const SIGNED = 100
const ENTRIES = 120

/** Writes 120 acts with checkpoints at 50 and 100; gives the last one as somebody outside keeps it, and opens the tables to the owner’s hand. */
export async function prepareTampering(deps: AuditDeps): Promise<string> {
  for (let count = 1; count <= ENTRIES; count++) {
    const on = { kind: 'appeal', id: String(count % 17) }
    await record(
      deps.db,
      { who: { kind: 'staff', id: String(count % 5) }, what: 'appeal.read', on, fields: ['state'] },
      deps.clock.now(),
    )
    if (count === YESTERDAY || count === SIGNED) {
      await appendEntries(deps)
      await signCheckpoint(deps)
    }
  }
  await appendEntries(deps)
  for (const table of ['audit_entries', 'audit_leaves', 'audit_nodes', 'audit_checkpoints'])
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(deps.db)
  await sql`alter table audit_waiting drop constraint audit_waiting_entry_id_fkey`.execute(deps.db)
  await sql`alter table audit_leaves drop constraint audit_leaves_entry_id_fkey`.execute(deps.db)
  const { rows } = await sql<{ note: string }>`select note from audit_checkpoints order by size desc limit 1`.execute(
    deps.db,
  )
  return rows[0]?.note ?? ''
}

/** Tampers once as the database's owner, gives what the verification says of it, and takes it back. */
export async function tamperOnce(
  deps: AuditDeps,
  dice: Dice,
  outside: string | undefined,
): Promise<{ name: string; isFound: boolean }> {
  const names = Object.keys(tamperings)
  const name = names[dice(names.length)] ?? ''
  const takeBack = new Error('take back')
  let isFound = false
  await deps.db
    .transaction()
    .execute(async (db) => {
      await tamperings[name]?.(db, dice)
      isFound = !(await verifyAudit({ ...deps, db }, outside)).ok
      throw takeBack
    })
    .catch((error: unknown) => {
      if (error !== takeBack) throw error
    })
  return { name, isFound }
}

// Ids are 1 … 120 in a fresh database; `signed` picks one that a checkpoint kept outside covers.
const any = (dice: Dice) => 1 + dice(ENTRIES)
const signed = (dice: Dice) => 1 + dice(SIGNED)

const alterations = [
  sql`at = at + interval '1 microsecond'`,
  sql`at = at - interval '1 day'`,
  sql`what = 'appeal.closed'`,
  sql`actor_id = actor_id || '0'`,
  sql`actor_kind = 'system'`,
  sql`on_id = on_id || '1'`,
  sql`on_kind = 'staff'`,
  sql`fields = '{}'`,
  sql`fields = array['state', 'name']`,
  sql`digests = '{"name": "00"}'`,
]

async function alter(db: Db, dice: Dice, id: number) {
  await sql`update audit_entries set ${alterations[dice(alterations.length)]} where id = ${id}`.execute(db)
}

async function rebuild(db: Db) {
  await sql`delete from audit_leaves`.execute(db)
  await sql`delete from audit_nodes`.execute(db)
  await sql`insert into audit_waiting select id from audit_entries`.execute(db)
  await appendEntries({ db })
}

async function cutTo(db: Db, size: number) {
  await sql`delete from audit_leaves where position >= ${size}`.execute(db)
  await sql`delete from audit_entries where id not in (select entry_id from audit_leaves)`.execute(db)
  await sql`delete from audit_nodes where (place + 1) * (2 ^ level) > ${size}`.execute(db)
  await sql`delete from audit_checkpoints where size > ${size}`.execute(db)
}

const swapped = (id: number, other: number) =>
  sql`update audit_entries e set at = o.at, what = o.what || '', actor_id = o.actor_id, on_id = o.on_id || 'x'
    from audit_entries o where (e.id, o.id) in ((${id}, ${other}), (${other}, ${id}))`

const tamperings: Readonly<Record<string, Tampering>> = {
  alter: (db, dice) => alter(db, dice, any(dice)),
  'alter and rebuild': async (db, dice) => {
    await alter(db, dice, signed(dice))
    await rebuild(db)
  },
  'alter, rebuild and forget the checkpoints': async (db, dice) => {
    await alter(db, dice, signed(dice))
    await rebuild(db)
    await sql`delete from audit_checkpoints`.execute(db)
  },
  delete: async (db, dice) => void (await sql`delete from audit_entries where id = ${any(dice)}`.execute(db)),
  'delete with its leaf': async (db, dice) => {
    const id = any(dice)
    await sql`delete from audit_leaves where entry_id = ${id}`.execute(db)
    await sql`delete from audit_entries where id = ${id}`.execute(db)
  },
  'delete and rebuild': async (db, dice) => {
    await sql`delete from audit_entries where id = ${signed(dice)}`.execute(db)
    await rebuild(db)
  },
  insert: async (db, dice) =>
    void (await sql`insert into audit_entries (at, actor_kind, actor_id, what, on_kind, on_id)
      select at, actor_kind, actor_id, what, on_kind, on_id from audit_entries where id = ${any(dice)}`.execute(db)),
  'insert into the past and rebuild': async (db, dice) => {
    await sql`insert into audit_entries (id, at, actor_kind, actor_id, what, on_kind, on_id) overriding system value
      select ${-dice(1000)}, at, actor_kind, actor_id, what, on_kind, on_id from audit_entries where id = ${any(dice)}`.execute(
      db,
    )
    await rebuild(db)
  },
  swap: async (db, dice) => {
    const id = 1 + dice(ENTRIES - 1)
    await swapped(id, id + 1).execute(db)
  },
  'swap and rebuild': async (db, dice) => {
    const id = 1 + dice(SIGNED - 1)
    await swapped(id, id + 1).execute(db)
    await rebuild(db)
  },
  'swap leaves': async (db, dice) => {
    const at = dice(SIGNED - 1)
    await sql`update audit_leaves set entry_id = -entry_id where position in (${at}, ${at + 1})`.execute(db)
    await sql`update audit_leaves set entry_id = ${at + 2} where position = ${at}`.execute(db)
    await sql`update audit_leaves set entry_id = ${at + 1} where position = ${at + 1}`.execute(db)
  },
  'cut the tail': (db, dice) => cutTo(db, dice(SIGNED)),
  'restore yesterday’s backup': (db) => cutTo(db, YESTERDAY),
  'cut leaves only': async (db, dice) =>
    void (await sql`delete from audit_leaves where position >= ${dice(ENTRIES)}`.execute(db)),
  'damage a leaf': async (db, dice) =>
    void (await sql`update audit_leaves set leaf = set_byte(leaf, 7, 255 - get_byte(leaf, 7)) where position = ${dice(ENTRIES)}`.execute(
      db,
    )),
  'damage a node': async (db, dice) =>
    void (await sql`update audit_nodes set hash = set_byte(hash, 7, 255 - get_byte(hash, 7)) where level = 1 and place = ${dice(ENTRIES / 2)}`.execute(
      db,
    )),
  'forge a checkpoint': async (db, dice) =>
    void (await sql`update audit_checkpoints set root = (select leaf from audit_leaves where position = ${dice(ENTRIES)})`.execute(
      db,
    )),
  'remove a checkpoint': async (db) =>
    void (await sql`delete from audit_checkpoints where size = ${SIGNED}`.execute(db)),
}
