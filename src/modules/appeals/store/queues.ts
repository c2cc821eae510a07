import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#src/platform/db.ts'
import {
  COUNT_CAP,
  QUEUE_PAGE,
  type QueueCursor,
  type QueueFilter,
  type QueueView,
} from '#src/modules/appeals/rules/queues.ts'
import type { AppealRow } from './appeals.ts'

/** Whose appeals: of these teams, or one's own; protected ones only where `isProtector`. */
export type QueueScope = {
  readonly staffId: string
  readonly teamIds: readonly string[]
  readonly isProtector: boolean
  readonly now: Date
  /** The end of the service's day. */
  readonly tonight: Date
}

type Condition = RawBuilder<unknown>

// Whoever left a team has nothing of it, also before a job took it back.
const mine = ({ staffId, teamIds }: QueueScope): Condition =>
  sql`assignee_id = ${staffId}::bigint and team_id = any(${teamIds}::text[])`

/** Written so that each is served by a partial index of its own (migrations/0008-appeals.sql, 0012). */
const conditions: Readonly<Record<QueueView, (scope: QueueScope) => Condition>> = {
  new: () => sql`state = 'submitted'`,
  mine: () => sql`state <> 'closed'`,
  myTeam: () => sql`state <> 'closed'`,
  waiting: () => sql`state = 'moreInfoNeeded'`,
  dueToday: ({ now, tonight }) => sql`state <> 'closed' and next_due_at >= ${now} and next_due_at < ${tonight}`,
  overdue: ({ now }) => sql`state <> 'closed' and next_due_at < ${now}`,
  urgent: () => sql`state <> 'closed' and urgency_rank >= 3`,
  // Also of closed ones: whom only a call can tell the outcome has not heard it yet.
  toCall: () => sql`call_since is not null`,
  closed: () => sql`state = 'closed'`,
}

const allOf = (all: readonly Condition[]) => sql.join(all, sql` and `)

function narrowed(view: QueueView, scope: QueueScope, filter: QueueFilter): Condition {
  const { topicId, country, lang, state } = filter
  return allOf([
    conditions[view](scope),
    ...(scope.isProtector ? [] : [sql`level = 'ordinary'`]),
    ...(topicId === undefined ? [] : [sql`topic_id = ${topicId}`]),
    ...(country === undefined ? [] : [sql`country = ${country}`]),
    ...(lang === undefined ? [] : [sql`lang = ${lang}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
  ])
}

const shown = [
  'id',
  'number',
  'kind',
  'state',
  'level',
  'urgency',
  'topic_id',
  'topic_set',
  'country',
  'lang',
  'team_id',
  'assignee_id',
  'submitted_at',
  'closed_at',
  'next_due_at',
  'queue_group',
  'unread_since',
  'call_since',
  'routing_flagged',
] as const
export type QueueRecord = Pick<AppealRow, (typeof shown)[number]>
const columns = sql.join(shown.map((column) => sql.ref(`appeals.${column}`)))

/**
 * One page and one row more, which tells that there is a next page. Each team and each of the two groups is walked along its
 * index from where the page before ended, and only what fits on the page is read: the length of the table does not matter.
 */
export async function listQueueRows(
  db: Db,
  view: Exclude<QueueView, 'closed'>,
  scope: QueueScope,
  filter: QueueFilter,
  cursor: QueueCursor | undefined,
): Promise<QueueRecord[]> {
  const isMine = view === 'mine'
  const teams = isMine ? sql`(values (null)) as teams (id)` : sql`unnest(${scope.teamIds}::text[]) as teams (id)`
  const whose = isMine ? mine(scope) : sql`team_id = teams.id`
  const { rows } = await sql<QueueRecord>`
    with page as (
      select found.id, found.queue_group, found.next_due_at
      from ${teams}
      cross join (values ${startOf(0, cursor)}, ${startOf(1, cursor)}) as start (queue_group, at, id)
      cross join lateral (
        select appeals.id, appeals.queue_group, appeals.next_due_at
        from appeals
        where ${whose} and appeals.queue_group = start.queue_group and ${narrowed(view, scope, filter)}
          and (appeals.next_due_at, appeals.id) > (start.at, start.id)
        order by appeals.next_due_at, appeals.id
        limit ${QUEUE_PAGE + 1}
      ) as found
      order by found.queue_group, found.next_due_at, found.id
      limit ${QUEUE_PAGE + 1}
    )
    select ${columns}
    from page join appeals on appeals.id = page.id
    order by page.queue_group, page.next_due_at, page.id`.execute(db)
  return rows
}

/** Where a group is read from: critical ones (0) are behind us once the page before ended among the others. */
function startOf(group: 0 | 1, cursor: QueueCursor | undefined): Condition {
  const number = sql.lit(group)
  if (cursor === undefined || cursor.group < group)
    return sql`(${number}::smallint, '-infinity'::timestamptz, 0::bigint)`
  if (cursor.group > group) return sql`(${number}::smallint, 'infinity'::timestamptz, 0::bigint)`
  return sql`(${number}::smallint, ${cursor.at}::timestamptz, ${cursor.id}::bigint)`
}

/** What was closed last comes first. */
export async function listClosedRows(
  db: Db,
  scope: QueueScope,
  filter: QueueFilter,
  cursor: QueueCursor | undefined,
): Promise<QueueRecord[]> {
  const before = cursor ? sql`and (closed_at, id) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)` : sql``
  const { rows } = await sql<QueueRecord>`
    with page as (
      select found.id, found.closed_at
      from unnest(${scope.teamIds}::text[]) as teams (id)
      cross join lateral (
        select appeals.id, appeals.closed_at
        from appeals
        where team_id = teams.id and ${narrowed('closed', scope, filter)} ${before}
        order by appeals.closed_at desc, appeals.id desc
        limit ${QUEUE_PAGE + 1}
      ) as found
      order by found.closed_at desc, found.id desc
      limit ${QUEUE_PAGE + 1}
    )
    select ${columns}
    from page join appeals on appeals.id = page.id
    order by page.closed_at desc, page.id desc`.execute(db)
  return rows
}

export type QueueCounts = Record<Exclude<QueueView, 'closed'>, number>

/** How many in each view, at most COUNT_CAP: more are not looked at. */
export async function countQueueRows(db: Db, scope: QueueScope): Promise<QueueCounts> {
  const count = (view: keyof QueueCounts) => {
    const isMine = view === 'mine'
    const whose = isMine ? mine(scope) : sql`team_id = any(${scope.teamIds}::text[])`
    // Both groups are named so that the index is entered at the due time instead of walked from its start.
    const groups = sql`queue_group = any('{0,1}'::smallint[])`
    return sql`(select count(*)::int from (
      select 1 from appeals where ${whose} and ${groups} and ${narrowed(view, scope, {})} limit ${COUNT_CAP}
    ) as few)`
  }
  const { rows } = await sql<QueueCounts>`select
    ${count('new')} as "new", ${count('mine')} as "mine", ${count('myTeam')} as "myTeam", ${count('waiting')} as "waiting",
    ${count('dueToday')} as "dueToday", ${count('overdue')} as "overdue", ${count('urgent')} as "urgent",
    ${count('toCall')} as "toCall"`.execute(db)
  const [counts] = rows
  if (!counts) throw new Error('Counting gave no row.')
  return counts
}
