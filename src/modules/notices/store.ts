import { sql, type Selectable } from 'kysely'
import type { Lang } from '#src/kernel/lang.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { NoticesTable } from '#src/platform/schema.ts'
import type { NoticeState, NoticeTemplate } from './rules.ts'

/** Delivery of one notice, as the pages of an appeal show it. */
export type NoticeLine = {
  readonly id: string
  readonly template: NoticeTemplate
  readonly state: NoticeState
  readonly tries: number
  readonly createdAt: Date
  readonly sentAt: Date | undefined
  readonly lastError: string | undefined
}

/** With what is needed to send it; address and parameters still sealed. */
export type Notice = NoticeLine & {
  readonly appealId: string | undefined
  readonly lang: Lang
  readonly address: Buffer
  readonly addressHash: string
  readonly params: Buffer | undefined
}

// Any number, the same for every process (staff/store/turns.ts has another).
const ADDRESS_LOCKS = 53_101

const lineColumns = ['id', 'template', 'state', 'tries', 'created_at', 'sent_at', 'last_error'] as const
const noticeColumns = [...lineColumns, 'appeal_id', 'lang', 'address', 'address_hash', 'params'] as const

type Row = Selectable<NoticesTable>
const lineFrom = (row: Pick<Row, (typeof lineColumns)[number]>): NoticeLine => ({
  id: row.id,
  template: row.template,
  state: row.state,
  tries: row.tries,
  createdAt: row.created_at,
  sentAt: row.sent_at ?? undefined,
  lastError: row.last_error ?? undefined,
})
const noticeFrom = (row: Pick<Row, (typeof noticeColumns)[number]>): Notice => ({
  ...lineFrom(row),
  appealId: row.appeal_id ?? undefined,
  lang: row.lang,
  address: row.address,
  addressHash: row.address_hash,
  params: row.params ?? undefined,
})

type NewRow = {
  readonly template: NoticeTemplate
  readonly lang: Lang
  readonly appealId: string | undefined
  readonly address: Buffer
  readonly addressHash: string
  readonly params: Buffer | undefined
  readonly dedupeKey: string | undefined
  readonly createdAt: Date
  readonly state: 'waiting' | 'held'
}

/** Gives the id, or undefined when the same notice is there already. */
export async function insertNotice(db: Db, row: NewRow): Promise<string | undefined> {
  const inserted = await db
    .insertInto('notices')
    .values({
      template: row.template,
      lang: row.lang,
      appeal_id: row.appealId ?? null,
      address: row.address,
      address_hash: row.addressHash,
      params: row.params ?? null,
      dedupe_key: row.dedupeKey ?? null,
      created_at: row.createdAt,
      state: row.state,
    })
    .onConflict((on) => on.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** How many `received` went or will go to this address since then; one transaction at a time counts those of one address. */
export async function countReceived(db: Db, addressHash: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(${ADDRESS_LOCKS}::int, hashtext(${addressHash}))`.execute(db)
  const { count } = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('address_hash', '=', addressHash)
    .where('template', '=', 'received')
    .where('state', '<>', 'held')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Takes a notice in hand until the given moment and counts the try. Undefined: sent, given up, or in another's hand. */
export async function claimNotice(db: Db, id: string, now: Date, until: Date): Promise<Notice | undefined> {
  const row = await db
    .updateTable('notices')
    .set((eb) => ({ claimed_until: until, tried_at: now, tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', now)]))
    .returning(noticeColumns)
    .executeTakeFirst()
  return row && noticeFrom(row)
}

/** Codes and links are forgotten with the sending: nobody needs them again. */
export async function markSent(db: Db, id: string, at: Date) {
  await db
    .updateTable('notices')
    .set({ state: 'sent', sent_at: at, message_id: id, params: null, last_error: null, claimed_until: null })
    .where('id', '=', id)
    .execute()
}

export async function markFailed(db: Db, id: string, state: 'failed' | 'dead', lastError: string) {
  await db
    .updateTable('notices')
    .set({ state, last_error: lastError, claimed_until: null })
    .where('id', '=', id)
    .execute()
}

/** Makes one, or given-up ones (the oldest 500), wait again with all their tries. */
export async function reviveNotices(
  db: Db,
  which: { readonly id: string } | 'allDead',
): Promise<readonly ReadyNotice[]> {
  const query = db.updateTable('notices').set({ state: 'failed', tries: 0 }).returning(['id', 'template'])
  if (which !== 'allDead') return query.where('id', '=', which.id).where('state', 'in', ['dead', 'failed']).execute()
  return query
    .where('id', 'in', (from) =>
      from.selectFrom('notices').select('id').where('state', '=', 'dead').orderBy('created_at').limit(500),
    )
    .execute()
}

export type ReadyNotice = { readonly id: string; readonly template: NoticeTemplate }

/** Notices that nobody has tried since `before`: their job may be lost, or mail was off when it ran. */
export async function listUntried(db: ReadDb, before: Date, limit: number): Promise<readonly ReadyNotice[]> {
  return db
    .selectFrom('notices')
    .select(['id', 'template'])
    .where('state', 'in', ['waiting', 'failed'])
    .where((eb) => eb(eb.fn.coalesce('tried_at', 'created_at'), '<', before))
    .orderBy('created_at')
    .limit(limit)
    .execute()
}

/** What is sealed of some notices, in the order of their ids; locked, so that nobody sends and forgets meanwhile. */
export const lockSealsAfter = (db: Db, after: string, limit: number) =>
  db
    .selectFrom('notices')
    .select(['id', 'address', 'address_hash', 'params'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()

export async function updateSeals(
  db: Db,
  id: string,
  sealed: { readonly address: Buffer; readonly params: Buffer | null },
): Promise<void> {
  await db.updateTable('notices').set(sealed).where('id', '=', id).execute()
}

/** Notices about one appeal, oldest first. */
export async function listNoticesOf(db: ReadDb, appealId: string): Promise<readonly NoticeLine[]> {
  const rows = await db
    .selectFrom('notices')
    .select(lineColumns)
    .where('appeal_id', '=', appealId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(lineFrom)
}

export type OutboxPlace = { readonly createdAt: Date; readonly id: string }

/** The outbox, newest first; `before` is where the page above ended. */
export async function listOutbox(
  db: ReadDb,
  state: NoticeState | undefined,
  before: OutboxPlace | undefined,
  limit: number,
): Promise<readonly Notice[]> {
  let query = db
    .selectFrom('notices')
    .select(noticeColumns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (state) query = query.where('state', '=', state)
  if (before)
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(before.createdAt, before.id)))
  const rows = await query.execute()
  return rows.map(noticeFrom)
}

/** For the administrator's first page. Stops counting at 1,000: no page counts rows without end. */
export async function countFailedNotices(db: ReadDb): Promise<{ readonly failed: number; readonly dead: number }> {
  return { failed: await countUpTo(db, 'failed'), dead: await countUpTo(db, 'dead') }
}

/** Whether a letter of this kind did not go and has not gone since, as far back as `since`. */
export async function hasFailingNotice(db: ReadDb, template: NoticeTemplate, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('notices')
    .select('id')
    .where('state', 'in', ['failed', 'dead'])
    .where('template', '=', template)
    .where('tried_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Letters that have not gone, each count up to 1,000, and since when the oldest that is still tried waits. */
export async function readOutboxState(db: ReadDb): Promise<{
  readonly waiting: number
  readonly failed: number
  readonly dead: number
  readonly waitingSince: Date | undefined
}> {
  const oldest = await db
    .selectFrom((from) =>
      // One look along notices_by_state for each state: the oldest of both together would be a walk.
      oldestIn(from, 'waiting').unionAll(oldestIn(from, 'failed')).as('oldest'),
    )
    .select(({ fn }) => fn.min('created_at').as('since'))
    .executeTakeFirst()
  return {
    waiting: await countUpTo(db, 'waiting'),
    ...(await countFailedNotices(db)),
    waitingSince: oldest?.since ?? undefined,
  }
}

const oldestIn = (from: Pick<ReadDb, 'selectFrom'>, state: NoticeState) =>
  from
    .selectFrom((from) =>
      from
        .selectFrom('notices')
        .select('created_at')
        .where('state', '=', state)
        .orderBy('created_at')
        .limit(1)
        .as('one'),
    )
    .select('created_at')

async function countUpTo(db: ReadDb, state: NoticeState): Promise<number> {
  const { count } = await db
    .selectFrom((from) => from.selectFrom('notices').select('id').where('state', '=', state).limit(1000).as('some'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
