import { sql } from 'kysely'
import type { Db } from '#src/platform/db.ts'

/** What weighs on the service as a whole; counts stop at PRESSURE_CAP. Numbers only, so it needs no rights. */
export type Pressure = {
  /** Critical appeals that nobody has. */
  readonly untaken: number
  readonly overdue: number
  /** Since when the oldest promise is broken; null: none is. */
  readonly overdueSince: Date | null
}

export const PRESSURE_CAP = 1000

/** Each along an index of its own (appeals_untaken, appeals_of_team): what it costs does not grow with the table. */
export async function readPressure(db: Db, now: Date): Promise<Pressure> {
  // Team by team and group by group, as the queues: so the index is entered at its earliest term.
  const groups = sql`teams cross join (values (0::smallint), (1::smallint)) as groups (number)`
  const overdue = sql`appeals.team_id = teams.id and appeals.queue_group = groups.number and appeals.state <> 'closed'
    and appeals.next_due_at < ${now}`
  const { rows } = await sql<Pressure>`select
    (select count(*)::int from (
      select 1 from appeals where state <> 'closed' and urgency = 'critical' and assignee_id is null limit ${PRESSURE_CAP}
    ) as few) as "untaken",
    (select count(*)::int from (
      select 1 from ${groups} cross join lateral (
        select 1 from appeals where ${overdue} limit ${PRESSURE_CAP}
      ) as late limit ${PRESSURE_CAP}
    ) as few) as "overdue",
    (select min(late.at) from ${groups} cross join lateral (
      select next_due_at as at from appeals where ${overdue} order by next_due_at limit 1
    ) as late) as "overdueSince"`.execute(db)
  const [row] = rows
  if (!row) throw new Error('Counting gave no row.')
  return row
}
