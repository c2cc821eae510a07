import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#test/support/mail-server.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { happenings } from '#src/modules/appeals/rules/events.ts'
import { record, verifyAudit } from './index.ts'
import { checkpointJob } from './jobs.ts'
import { actNames } from './texts/acts.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal({ config: { auditMailTo: ['auditor@example.org', 'ombudsman@example.org'] } })
})
afterAll(() => portal.close())

const act = (id: string, what = 'appeal.opened') =>
  record(portal.db, { who: { kind: 'public' }, what, on: { kind: 'appeal', id } }, portal.clock.now())

test('a checkpoint is kept in a file, and goes to those who hold it outside; the log is sound against both', async () => {
  await act('1')
  await checkpointJob.run(portal.deps, {})
  await portal.runJobs()
  const file = readFileSync(join(portal.deps.config.dataDir, 'checkpoints.log'), 'utf8')
  expect(file).toMatch(/^localhost:3000\/audit\n\d+\n/)
  expect(portal.mail.letters.map(({ to }) => to[0] ?? '').toSorted()).toEqual([
    'auditor@example.org',
    'ombudsman@example.org',
  ])
  const mailed = portal.mail.letters.map(wordsOf)[0] ?? ''
  expect(await verifyAudit(portal.deps, file)).toEqual({ ok: true, problems: [] })
  expect(await verifyAudit(portal.deps, mailed)).toEqual({ ok: true, problems: [] })

  await checkpointJob.run(portal.deps, {})
  await portal.runJobs()
  expect(readFileSync(join(portal.deps.config.dataDir, 'checkpoints.log'), 'utf8')).toBe(file)
  await act('2')
  await checkpointJob.run(portal.deps, {})
  await portal.runJobs()
  const longer = readFileSync(join(portal.deps.config.dataDir, 'checkpoints.log'), 'utf8')
  expect(longer.startsWith(file)).toBe(true)
  expect(await verifyAudit(portal.deps, longer)).toEqual({ ok: true, problems: [] })
})

test('the auditor sees who did what, filtered and page by page; an operator does not', async () => {
  for (let id = 100; id < 160; id++) await act(String(id), id % 2 === 0 ? 'appeal.opened' : 'staff.signedIn')
  const cookies = await portal.signIn('auditor')
  const first = await portal.get('/staff/audit?what=appeal', cookies)
  expect(first.statusCode).toBe(200)
  expect(first.body).toContain('appeal.opened')
  expect(first.body).toContain('Принято обращение')
  expect(first.body).not.toContain('>staff.signedIn<')
  const all = await portal.get('/staff/audit?actor=public', cookies)
  const older = /href="(\/staff\/audit\?[^"]*before=[^"]+)"/.exec(all.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await portal.get(older, cookies)
  const idsIn = (body: string) => Array.from(body.matchAll(/on=appeal%3A(\d+)"/g), ([, id]) => id)
  expect(idsIn(all.body)).toHaveLength(50)
  expect(idsIn(second.body)).toHaveLength(12)
  expect(idsIn(all.body).filter((id) => idsIn(second.body).includes(id))).toEqual([])
  const one = await portal.get('/staff/audit?on=appeal%3A120', cookies)
  expect(new Set(idsIn(one.body))).toEqual(new Set(['120']))
  expect((await portal.get('/staff/audit', await portal.signIn('operator'))).statusCode).toBe(403)
})

test('nonsense in the address is dropped', async () => {
  const cookies = await portal.signIn('auditor')
  for (const query of ['before=x', 'actor=god', 'what=<b>', 'on=a', 'before=999999999999999999999', 'id=%00'])
    expect((await portal.get(`/staff/audit?${query}`, cookies)).statusCode).toBe(200)
})

test('every act that is written down under a fixed name has words in three languages', () => {
  const named = new Set(Object.keys(actNames))
  const written = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .flatMap((file) => [
      ...readFileSync(join(file.parentPath, file.name), 'utf8').matchAll(/what: '([a-z]+\.[a-zA-Z]+)'/g),
    ])
    .map(([, what = '']) => what)
  expect(written).toEqual(expect.arrayContaining(['appeal.read', 'notice.retried', 'staff.signedIn']))
  const ofAppeals = Object.keys(happenings).map((what) => `appeal.${what === 'submitted' ? 'opened' : what}`)
  expect([...written, ...ofAppeals].filter((what) => !named.has(what))).toEqual([])
})
