import type { Clock } from '#src/kernel/clock.ts'
import { addDays } from '#src/kernel/iso-day.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { may } from '#src/kernel/roles.ts'
import { dayAt, momentOf } from '#src/kernel/time-zone.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { catalogue, type UrgencyId } from '#src/modules/catalogue/index.ts'
import { listTeams, type Team } from '#src/modules/staff/index.ts'
import type { Db } from '#src/platform/db.ts'
import { NO_CLOCK } from './rules/clocks.ts'
import { trustedNumber, type AppealNumber } from './rules/number.ts'
import { QUEUE_PAGE, type QueueCursor, type QueueFilter, type QueueView } from './rules/queues.ts'
import type { AppealKind, AppealLevel, AppealState } from './rules/states.ts'
import {
  countQueueRows,
  listClosedRows,
  listQueueRows,
  type QueueCounts,
  type QueueRecord,
  type QueueScope,
} from './store/queues.ts'

export type QueueRow = {
  readonly id: string
  readonly number: AppealNumber
  readonly kind: AppealKind
  readonly state: AppealState
  readonly level: AppealLevel
  readonly urgency: UrgencyId
  readonly topicId: string
  readonly isTopicSet: boolean
  readonly country: string
  readonly lang: Lang
  readonly teamId: string
  readonly assigneeId: string | undefined
  readonly submittedAt: Date
  readonly closedAt: Date | undefined
  /** Undefined: no clock runs. */
  readonly dueAt: Date | undefined
  /** Words of the person wait to be read. */
  readonly isUnread: boolean
  /** Somebody should phone the person. */
  readonly needsCall: boolean
  /** No route was set for its topic and country: somebody decides which team has it. */
  readonly isFlagged: boolean
}

export type QueuePage = { readonly rows: readonly QueueRow[]; readonly next: QueueCursor | undefined }

type Deps = { readonly db: Db; readonly clock: Clock }

/** One page of 50 of what the visitor may see. "Today" is the day of the service's own country. */
export async function listQueue(
  { db, clock }: Deps,
  visitor: StaffVisitor,
  view: QueueView,
  filter: QueueFilter = {},
  cursor?: QueueCursor,
  teams?: Teams,
): Promise<QueuePage> {
  const scope = await scopeOf(db, visitor, clock.now(), { onlyTeam: filter.teamId, teams })
  if (!scope) return { rows: [], next: undefined }
  const rows =
    view === 'closed'
      ? await listClosedRows(db, scope, filter, cursor)
      : await listQueueRows(db, view, scope, filter, cursor)
  const shown = rows.slice(0, QUEUE_PAGE)
  const last = rows.length > QUEUE_PAGE ? shown.at(-1) : undefined
  return { rows: shown.map(rowFrom), next: last && cursorAt(view, last) }
}

/** How many in each view, at most COUNT_CAP each ("99+"): pages never count the whole table. */
export async function countQueues({ db, clock }: Deps, visitor: StaffVisitor, teams?: Teams): Promise<QueueCounts> {
  const scope = await scopeOf(db, visitor, clock.now(), { teams })
  return scope
    ? countQueueRows(db, scope)
    : { new: 0, mine: 0, myTeam: 0, waiting: 0, dueToday: 0, overdue: 0, urgent: 0, toCall: 0 }
}

/** All teams, for who has read them already. */
type Teams = readonly Pick<Team, 'id'>[]
type ScopeOptions = { readonly onlyTeam?: string | undefined; readonly teams?: Teams | undefined }

/** Undefined: the visitor may see no appeals at all. */
async function scopeOf(
  db: Db,
  visitor: StaffVisitor,
  now: Date,
  { onlyTeam, teams }: ScopeOptions,
): Promise<QueueScope | undefined> {
  if (!may(visitor.role, 'appealsRead')) return undefined
  const seesAll = may(visitor.role, 'appealsAllTeams')
  const theirs = seesAll ? (teams ?? (await listTeams(db))).map(({ id }) => id) : visitor.teamIds
  const zone = catalogue().settings.numberTimeZone
  return {
    staffId: visitor.id,
    teamIds: onlyTeam === undefined ? theirs : theirs.filter((id) => id === onlyTeam),
    isProtector: visitor.isProtector,
    now,
    tonight: momentOf(zone, addDays(dayAt(zone, now), 1), 0),
  }
}

const cursorAt = (view: QueueView, row: QueueRecord): QueueCursor => ({
  group: row.queue_group === 0 ? 0 : 1,
  at: view === 'closed' ? (row.closed_at ?? row.next_due_at) : row.next_due_at,
  id: row.id,
})

const rowFrom = (row: QueueRecord): QueueRow => ({
  id: row.id,
  number: trustedNumber(row.number),
  kind: row.kind,
  state: row.state,
  level: row.level,
  urgency: row.urgency,
  topicId: row.topic_id,
  isTopicSet: row.topic_set,
  country: row.country,
  lang: row.lang,
  teamId: row.team_id,
  assigneeId: row.assignee_id ?? undefined,
  submittedAt: row.submitted_at,
  closedAt: row.closed_at ?? undefined,
  dueAt: row.next_due_at.getTime() === NO_CLOCK.getTime() ? undefined : row.next_due_at,
  isUnread: row.unread_since !== null,
  needsCall: row.call_since !== null,
  isFlagged: row.routing_flagged,
})
