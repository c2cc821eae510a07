import { sql, type ExpressionBuilder } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { AppealLevel } from '#src/modules/appeals/rules/states.ts'
import type { Schema } from '#src/platform/schema.ts'
import type { CallTimes, DutyCall } from './rules/duty.ts'
import type { ClosingCount } from './rules/ratings.ts'

// Any number, the same for every process.
const DUTY_LOCK = 53_200

/** Waits until no other transaction calls the duty list: two at once would send two letters about the same appeals. */
export const waitForCallsTurn = (db: Db) => sql`select pg_advisory_xact_lock(${DUTY_LOCK}::int, 1)`.execute(db)

/** A spell begins; one that came before it for the same appeal is over. A repeated job changes nothing. */
export async function beginSpell(db: Db, appealId: string, spell: number, at: Date): Promise<void> {
  const fresh = { spell, rounds: 0, called_at: null, next_at: at }
  await db
    .insertInto('duty_calls')
    .values({ appeal_id: appealId, ...fresh })
    .onConflict((on) => on.column('appeal_id').doUpdateSet(fresh).where('duty_calls.spell', '<', spell))
    .execute()
}

/**
 * Forgets what somebody has taken, closed or lowered since, and takes in what waits without an alarm of its own: a job that
 * was lost must not leave somebody in danger unheard.
 */
export async function gatherCalls(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom('duty_calls')
    .using('appeals')
    .whereRef('appeals.id', '=', 'duty_calls.appeal_id')
    .where((eb) => eb.not(eb.and(isUntaken(eb))))
    .execute()
  await db
    .insertInto('duty_calls')
    .columns(['appeal_id', 'spell', 'next_at'])
    .expression((eb) =>
      eb
        .selectFrom('appeals')
        .select((eb) => ['appeals.id', 'appeals.version', eb.val(at).$castTo<Date>().as('next_at')])
        .where((eb) => eb.and(isUntaken(eb))),
    )
    // Its version is never lower than the alarm's own: that one, when it comes late, changes nothing.
    .onConflict((on) => on.doNothing())
    .execute()
}

const isUntaken = (eb: ExpressionBuilder<Schema, 'appeals'>) => [
  eb('appeals.state', '<>', 'closed'),
  eb('appeals.urgency', '=', 'critical'),
  eb('appeals.assignee_id', 'is', null),
]

/** Two moments, however many wait: most looks find that it is not time yet. */
export async function readCallTimes(db: Db): Promise<CallTimes> {
  const row = await db
    .selectFrom('duty_calls')
    .select(({ fn }) => [fn.min('next_at').as('firstAt'), fn.max('called_at').as('lastCalledAt')])
    .executeTakeFirst()
  return { firstAt: row?.firstAt ?? undefined, lastCalledAt: row?.lastCalledAt ?? undefined }
}

/** All that waits, what is to be called first on top. */
export async function listWaitingCalls(db: Db): Promise<DutyCall[]> {
  const rows = await db
    .selectFrom('duty_calls')
    .innerJoin('appeals', 'appeals.id', 'duty_calls.appeal_id')
    .select(['appeal_id', 'level', 'rounds', 'called_at', 'next_at'])
    .orderBy('next_at')
    .orderBy('appeal_id')
    .execute()
  return rows.map(({ appeal_id, level, rounds, called_at, next_at }) => ({
    appealId: appeal_id,
    level: level satisfies AppealLevel,
    round: rounds,
    calledAt: called_at ?? undefined,
    nextAt: next_at,
  }))
}

/** These were called now, and will be again then. */
export async function markCalled(db: Db, appealIds: readonly string[], at: Date, nextAt: Date): Promise<void> {
  await db
    .updateTable('duty_calls')
    .set((eb) => ({ rounds: eb('rounds', '+', 1), called_at: at, next_at: nextAt }))
    .where('appeal_id', 'in', [...appealIds])
    .execute()
}

/**
 * What was closed since then and asked about, by team, topic and what was said. Protected ones count for protectors alone.
 * Walks along the index of closings from that moment on (migrations/0014-appeals-ratings.sql), whose condition it repeats.
 */
export async function countClosings(
  db: ReadDb,
  since: Date,
  { isProtector }: { readonly isProtector: boolean },
): Promise<ClosingCount[]> {
  const rows = await db
    .selectFrom('appeal_closings')
    .select(({ fn }) => ['team_id', 'topic_id', 'score', fn.countAll<string>().as('count')])
    .where('closed_at', '>=', since)
    // In letters, not as parameters: or the index would not be known to fit.
    .where(sql<boolean>`outcome not in ('withdrawn', 'spam')`)
    .$if(!isProtector, (query) => query.where('level', '=', 'ordinary'))
    .groupBy(['team_id', 'topic_id', 'score'])
    .execute()
  return rows.map(({ team_id, topic_id, score, count }) => ({
    teamId: team_id,
    topicId: topic_id ?? undefined,
    score: score ?? undefined,
    count: Number(count),
  }))
}
