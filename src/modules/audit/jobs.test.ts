import { sql } from 'kysely'
import pino from 'pino'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#test/support/database.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { auditModule } from './module.ts'

/** The longest time between two runs, in minutes. Of a line that means anything but "every so many minutes" there is none. */
function longestGap(cron: string): number | undefined {
  const step = /^\*(?:\/(\d+))? \* \* \* \*$/.exec(cron)
  return step ? Number(step[1] ?? 1) : undefined
}

test('what was done comes into the tree each minute, and under a signed checkpoint at least every ten', async () => {
  const database = await openTestDatabase()
  const runner = await createJobs(database, { jobs: auditModule.jobs ?? [], hears: [] }, pino({ level: 'silent' }))
  // Nothing comes by the clock in a test: what is looked at is the timetable.
  runner.serve({} as unknown as AppDeps)
  await runner.start()
  const { rows } = await sql<{ name: string; cron: string }>`select name, cron from pgboss.schedule`.execute(
    database.db,
  )
  await runner.stop()
  await database.close()
  const gaps = new Map(rows.map(({ name, cron }) => [name, longestGap(cron)]))
  expect(gaps.get('audit.append')).toBe(1)
  expect(gaps.get('audit.checkpoint')).toBeLessThanOrEqual(10)
})
