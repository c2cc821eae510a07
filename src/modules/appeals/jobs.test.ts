import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { changeCalendar } from '#src/modules/calendars/index.ts'
import { closeAppeal, getAppealForPerson, registerAppeal } from './index.ts'
import { recountDeadlines } from './jobs.ts'

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())

const dueOf = async (appealId: string, kind: string) =>
  (await getAppealForPerson(portal.deps, appealId))?.clocks.find((clock) => clock.kind === kind)?.dueAt.toISOString()
const moves = async (appealId: string) =>
  (await getAppealForPerson(portal.deps, appealId))?.events.filter(({ what }) => what === 'dueMoved') ?? []

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

  const changed = await changeCalendar(portal.deps, {
    country: 'KG',
    change: {
      does: 'add',
      from: '2026-06-25',
      to: '2026-06-25',
      holidayId: 'mourning-2026',
      kind: 'nonWorking',
      name: { ky: 'Аза күнү', ru: 'День траура', en: 'Day of mourning' },
      isProvisional: false,
    },
    reason: 'Decision of the Cabinet',
    by: supervisor.id,
  })
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
