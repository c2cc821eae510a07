import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { changeCalendar } from '#src/modules/calendars/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import { closeAppeal, getAppealForPerson, registerAppeal } from './index.ts'
import { recountDeadlines } from './jobs.ts'
import { lockAppeal } from './store/appeals.ts'

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())

const dueOf = async (appealId: string, kind: string) =>
  (await getAppealForPerson(portal.deps, appealId))?.clocks.find((clock) => clock.kind === kind)?.dueAt.toISOString()
const moves = async (appealId: string) =>
  (await getAppealForPerson(portal.deps, appealId))?.events.filter(({ what }) => what === 'dueMoved') ?? []

const addMourning = (deps: Parameters<typeof changeCalendar>[0], by: string, day: '2026-06-25' | '2026-06-26') =>
  changeCalendar(deps, {
    country: 'KG',
    change: {
      does: 'add',
      from: day,
      to: day,
      holidayId: 'mourning-2026',
      kind: 'nonWorking',
      name: { ky: 'Аза күнү', ru: 'День траура', en: 'Day of mourning' },
      isProvisional: false,
    },
    reason: 'Decision of the Cabinet',
    by,
  })

test('a new holiday moves open deadlines, says so in the history, and leaves what was closed alone', async () => {
  const supervisor = await aStaffVisitor(portal.deps, 'supervisor')
  const [open, closed] = [await anAppeal(portal.deps), await anAppeal(portal.deps)]
  await registerAppeal(portal.deps, { appealId: open.appealId, by: supervisor })
  await closeAppeal(portal.deps, {
    appealId: closed.appealId,
    by: aPerson(closed.appealId, portal.clock),
    outcome: 'withdrawn',
  })
  expect(await dueOf(open.appealId, 'answer')).toBe('2026-07-03T12:00:00.000Z')

  const changed = await addMourning(portal.deps, supervisor.id, '2026-06-25')
  expect(changed).toMatchObject({ ok: true })
  await portal.runJobs()

  expect(await dueOf(open.appealId, 'answer')).toBe('2026-07-06T12:00:00.000Z')
  expect(await moves(open.appealId)).toMatchObject([
    {
      actor: 'system',
      details: {
        moves: [
          { clock: 'answer', from: '2026-07-03T12:00:00.000Z', to: '2026-07-06T12:00:00.000Z' },
          { clock: 'resolution', from: '2026-06-29T12:00:00.000Z', to: '2026-06-30T12:00:00.000Z' },
        ],
      },
    },
  ])
  expect(await moves(closed.appealId)).toEqual([])
  const row = await portal.db.selectFrom('appeals').select('version').where('id', '=', open.appealId).executeTakeFirst()
  expect(row?.version).toBe(2)

  await recountDeadlines.run(portal.deps, { country: 'KG' })
  expect(await moves(open.appealId)).toHaveLength(1)
})

// On the embedded database the recount begins after the change; on a server it has begun before.
test('a recount that comes late to an appeal counts it on the calendar that holds by then', async () => {
  const supervisor = await aStaffVisitor(portal.deps, 'supervisor')
  const { appealId } = await anAppeal(portal.deps)
  let recounted: Promise<void> = Promise.resolve()
  await inTransaction(portal.db, async (db) => {
    await lockAppeal(db, appealId)
    recounted = recountDeadlines.run(portal.deps, { country: 'KG' })
    await pause(500)
    expect(await addMourning({ ...portal.deps, db }, supervisor.id, '2026-06-26')).toMatchObject({ ok: true })
  })
  await recounted
  const { due_at } = await portal.db
    .selectFrom('appeal_clocks')
    .select('due_at')
    .where('appeal_id', '=', appealId)
    .where('kind', '=', 'resolution')
    .executeTakeFirstOrThrow()
  expect(due_at.toISOString()).toBe(await dueOf(appealId, 'resolution'))
})
