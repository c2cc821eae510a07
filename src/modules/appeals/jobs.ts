import { z } from 'zod'
import { DAY_MS } from '#src/kernel/iso-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { removeFilesOf } from '#src/modules/files/index.ts'
import type { Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { handOnCall } from './act-on-appeal/hand-on.ts'
import { releaseAppeal } from './act-on-appeal/release.ts'
import { serviceCalendar } from './count-clocks.ts'
import { countClock, nextDueAt, startAnew } from './rules/clocks.ts'
import { happenings } from './rules/events.ts'
import {
  listIdsToCall,
  listOpenIds,
  listOpenIdsOf,
  lockAppeal,
  updateAppealSilently,
  type AppealRow,
} from './store/appeals.ts'
import { readClocks, readDueTimes, writeClocks } from './store/clocks.ts'
import { listUnsentFileOwners } from './store/files.ts'
import { insertEvents } from './store/words.ts'

const AT_ONCE = 200

/**
 * After a change of the calendar: counts what is open anew, writes what moved into its history. Goes over all open appeals
 * in order of their ids, a batch for each run, so that a restart goes on where it stopped.
 */
export const recountDeadlines = defineJob({
  name: 'appeals.recountDeadlines',
  payload: z.object({ country: z.string(), after: z.string().default('0') }),
  async run(deps, { country, after }) {
    const { db, jobs } = deps
    if (country !== (await serviceCalendar(db)).country) return
    const ids = await listOpenIds(db, after, AT_ONCE)
    for (const id of ids) await recountAppeal(deps, id)
    const last = ids.at(-1)
    if (last !== undefined && ids.length === AT_ONCE) await jobs.enqueue(db, recountDeadlines, { country, after: last })
  },
})

/** Whoever left, changed roles or is out of a team keeps no open appeal that they cannot work on. */
export const releaseAppeals = defineJob({
  name: 'appeals.releaseAppeals',
  payload: z.object({ staffId: z.string() }),
  async run(deps, { staffId }) {
    for (const id of await listOpenIdsOf(deps.db, staffId)) await releaseAppeal(deps, id, staffId)
  },
})

/**
 * Calls that a closed team still had to make are another team's. Not in the closing itself: that holds the team and would wait
 * for appeals, while whoever reopens one holds the appeal and waits for the team.
 */
export const handOnCalls = defineJob({
  name: 'appeals.handOnCalls',
  payload: z.object({ teamId: z.string() }),
  async run(deps, { teamId }) {
    for (const id of await listIdsToCall(deps.db, teamId)) await handOnCall(deps, id, teamId)
  },
})

const UNSENT_DAYS = 30

/** Files of messages that were begun and never sent go after as long as a draft does. */
export const sweepUnsentFiles = defineJob({
  name: 'appeals.sweepUnsentFiles',
  payload: z.object({}),
  options: { every: '41 22 * * *' },
  async run(deps) {
    const before = new Date(deps.clock.now().getTime() - UNSENT_DAYS * DAY_MS)
    for (const id of await listUnsentFileOwners(deps.db, before)) await removeFilesOf(deps, { kind: 'draft', id })
  },
})

const recountAppeal = (deps: Pick<AppDeps, 'db' | 'clock'>, id: string): Promise<void> =>
  deps.db.transaction().execute(async (db) => {
    const appeal = await lockAppeal(db, id)
    if (!appeal || appeal.state === 'closed') return
    // Read under the lock: another worker may have counted it on a newer calendar meanwhile, and that one holds.
    const calendar = await serviceCalendar(db)
    const clocks = startAnew(calendar, await readClocks(db, id, appeal.round))
    const stored = await readDueTimes(db, id, appeal.round)
    const counted = clocks.list
      .filter(({ metAt }) => metAt === undefined)
      .map((clock) => ({ kind: clock.kind, ...countClock(calendar, clock, clocks.waits), was: stored.get(clock.kind) }))
    const moved = counted.filter(({ at, was }) => was !== undefined && was.dueAt.getTime() !== at.getTime())
    const isAsBefore = counted.every(({ isProvisional, was }) => was?.isProvisional === isProvisional)
    if (moved.length === 0 && isAsBefore) return

    await writeClocks(db, calendar, id, appeal.round, clocks)
    await updateAppealSilently(db, id, { next_due_at: nextDueAt(calendar, clocks) })
    if (moved.length === 0) return
    const moves = moved.map(({ kind, at, was }) => ({ clock: kind, from: was?.dueAt, to: at }))
    await writeMove(db, appeal, moves, deps.clock.now())
  })

async function writeMove(db: Db, appeal: AppealRow, moves: readonly object[], now: Date): Promise<void> {
  await insertEvents(db, [
    {
      appeal_id: appeal.id,
      at: now,
      // No act of anybody: a form that is open meanwhile stays good.
      version: appeal.version,
      what: 'dueMoved',
      actor_kind: 'system',
      is_public: happenings.dueMoved.isPublic,
      details: JSON.stringify({ moves }),
    },
  ])
  const who = { kind: 'system', name: 'appeals.recountDeadlines' } as const
  await record(db, { who, what: 'appeal.dueMoved', on: { kind: 'appeal', id: appeal.id } }, now)
}
