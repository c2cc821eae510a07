import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { countDeadJobs, listDeadJobs } from '#src/platform/dead-jobs.ts'

let portal: TestPortal
let administrator: Cookies
beforeAll(async () => {
  portal = await startPortal()
  administrator = await portal.signIn('administrator')
})
afterAll(() => portal.close())

/** As the queue leaves a job that failed at every try. */
async function aDeadJob(name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into pgboss.job (name, data, source_name, source_retry_count, source_output)
    values ('dead', ${JSON.stringify({ payload: { staffId: '1' } })}::jsonb, ${name}, 9, ${JSON.stringify({ message: 'no disk' })}::jsonb)
    returning id`.execute(portal.db)
  return rows[0]?.id ?? ''
}
const mend = (id: string, move: string, cookies = administrator) =>
  portal.post('/staff/system/jobs', { id, move }, cookies)
const actsOn = async (id: string) => {
  const rows = await portal.db.selectFrom('audit_entries').select('what').where('on_id', '=', id).execute()
  return rows.map(({ what }) => what)
}

test('a dead job is run again or taken off the list, once, and both are written down', async () => {
  const [again, gone] = [await aDeadJob('appeals.releaseAppeals'), await aDeadJob('appeals.releaseAppeals')]
  const page = await portal.get('/staff/system', administrator)
  expect(page.body).toContain('Выполнить снова')
  expect(page.body).toContain('no disk')
  for (let tap = 0; tap < 2; tap += 1) {
    expect((await mend(again, 'retry')).statusCode).toBe(303)
    expect((await mend(gone, 'dismiss')).statusCode).toBe(303)
  }
  expect(await countDeadJobs(portal.db)).toBe(0)
  expect([await actsOn(again), await actsOn(gone)]).toEqual([['job.retried'], ['job.dismissed']])
  expect(await portal.runJobs()).toBeGreaterThan(0)
  expect((await portal.get('/staff/system', administrator)).body).not.toContain('Выполнить снова')
})

test('a job that no module has any more can only be taken off, and a body of somebody else’s making changes nothing', async () => {
  const id = await aDeadJob('long.gone')
  for (const [which, move] of [
    [id, 'retry'],
    [id, 'explode'],
    ['not-a-uuid', 'dismiss'],
  ] as const)
    expect((await mend(which, move)).statusCode).toBe(303)
  expect((await mend(id, 'dismiss', await portal.signIn('supervisor'))).statusCode).toBe(403)
  expect((await listDeadJobs(portal.db)).map(({ job }) => job)).toEqual(['long.gone'])
  await mend(id, 'dismiss')
  expect(await countDeadJobs(portal.db)).toBe(0)
})
