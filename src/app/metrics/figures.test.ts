import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteBackup } from '#src/platform/backup/last-backup.ts'
import type { MetricsDoor } from '#src/platform/metrics/listen.ts'
import { anAppeal, aStaffVisitor } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { offerFigures } from './offer-figures.ts'

const TOKEN = 'only-prometheus-knows-this-one'
const MINUTE = 60_000

let portal: TestPortal
let door: MetricsDoor
beforeAll(async () => {
  portal = await startPortal({ config: { metricsListen: { host: '127.0.0.1', port: 0 }, metricsToken: TOKEN } })
  const opened = await offerFigures(portal.deps)
  if (!opened) throw new Error('the figures have no door')
  door = opened
})
afterAll(async () => {
  await door.close()
  await portal.close()
})

const ask = (path = '/metrics', token: string | undefined = TOKEN) =>
  fetch(`http://127.0.0.1:${door.port}${path}`, token === '' ? {} : { headers: { authorization: `Bearer ${token}` } })
const scrape = async () => (await ask()).text()
/** Figures of the database are read once a minute. */
const scrapeAnew = async () => {
  portal.clock.advance(MINUTE)
  return scrape()
}
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1)
      .replace('+Inf', 'Infinity'),
  )

test('without the token nobody hears anything, with it there is one address, and the public door has none', async () => {
  for (const token of ['', 'wrong', `${TOKEN}x`, TOKEN.slice(1)]) {
    const answer = await ask('/metrics', token)
    expect([token, answer.status, await answer.text()]).toEqual([token, 401, 'a token is needed\n'])
  }
  expect((await ask('/')).status).toBe(404)
  expect((await ask()).status).toBe(200)
  expect((await ask()).headers.get('content-type')).toContain('version=0.0.4')
  expect((await portal.get('/metrics')).statusCode).toBe(404)
})

test('where no address is set nothing listens', async () => {
  const off = { ...portal.deps, config: { ...portal.deps.config, metricsListen: undefined } }
  expect(await offerFigures(off)).toBeUndefined()
})

test('an address that is taken leaves the portal without figures, and running', async () => {
  const metricsListen = { host: '127.0.0.1', port: door.port }
  expect(await offerFigures({ ...portal.deps, config: { ...portal.deps.config, metricsListen } })).toBeUndefined()
  expect((await portal.get('/healthz')).statusCode).toBe(200)
})

test('answers are counted by class of route, and no address is ever among the labels', async () => {
  await portal.get('/ru')
  await portal.get('/ru/appeal?number=KG-26-4821739-2')
  await portal.get('/nowhere/KG-26-4821739-2')
  await portal.get('/staff/appeals/4821739')
  const text = await scrape()
  expect(valueOf(text, 'mekendesh_requests_total{kind="page",status="2xx"}')).toBeGreaterThanOrEqual(1)
  expect(valueOf(text, 'mekendesh_requests_total{kind="none",status="4xx"}')).toBeGreaterThanOrEqual(1)
  expect(valueOf(text, 'mekendesh_requests_total{kind="staff",status="3xx"}')).toBe(1)
  expect(text).not.toMatch(/4821739|\/ru|\/staff/)
  const labels = [...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name]) => name)
  expect(new Set(labels)).toEqual(new Set(['kind', 'le', 'state', 'status', 'why']))
})

test('who is told to come again is counted, whether for the number of requests or for the load', async () => {
  portal.sheds(true)
  await portal.get('/ru/topics')
  portal.sheds(false)
  portal.limitTo(0)
  await portal.get('/ru/about')
  portal.limitTo(Number.POSITIVE_INFINITY)
  const text = await scrape()
  expect(valueOf(text, 'mekendesh_refused_total{why="busy"}')).toBe(1)
  expect(valueOf(text, 'mekendesh_refused_total{why="tooMany"}')).toBe(1)
})

test('an appeal is counted once, however often its form comes; a call for help that nobody has stands there until somebody takes it', async () => {
  const before = await scrapeAnew()
  const formKey = new Uint8Array(16).fill(7)
  const { appealId } = await anAppeal(portal.deps, { formKey, inDanger: true })
  await anAppeal(portal.deps, { formKey, inDanger: true })
  const text = await scrapeAnew()
  const counted = 'mekendesh_appeals_submitted_total{kind="problem-report"}'
  expect(valueOf(text, counted) - valueOf(before, counted)).toBe(1)
  expect(valueOf(text, 'mekendesh_critical_untaken')).toBe(1)
  const { id } = await aStaffVisitor(portal.deps, 'operator')
  await portal.db.updateTable('appeals').set({ assignee_id: id }).where('id', '=', appealId).execute()
  expect(valueOf(await scrape(), 'mekendesh_critical_untaken')).toBe(1)
  expect(valueOf(await scrapeAnew(), 'mekendesh_critical_untaken')).toBe(0)
})

test('broken promises, letters, jobs, signatures, backups and the disk are told with their age', async () => {
  const { appealId } = await anAppeal(portal.deps)
  const due = new Date(portal.clock.now().getTime() - 10 * MINUTE)
  await portal.db.updateTable('appeals').set({ next_due_at: due }).where('id', '=', appealId).execute()
  const letter = { template: 'news', lang: 'ru', address: Buffer.from('x'), address_hash: 'x' } as const
  await portal.db
    .insertInto('notices')
    .values([
      { ...letter, state: 'failed', created_at: due },
      { ...letter, state: 'dead', created_at: due },
      { ...letter, state: 'waiting', created_at: portal.clock.now() },
    ])
    .execute()
  const never = await scrapeAnew()
  expect(valueOf(never, 'mekendesh_backup_age_seconds')).toBe(Infinity)
  expect(valueOf(never, 'mekendesh_overdue_appeals')).toBe(1)
  expect(valueOf(never, 'mekendesh_overdue_oldest_seconds')).toBe(660)
  expect(valueOf(never, 'mekendesh_notices{state="failed"}')).toBe(1)
  expect(valueOf(never, 'mekendesh_notices{state="dead"}')).toBe(1)
  expect(valueOf(never, 'mekendesh_notices_oldest_seconds')).toBe(660)
  expect(valueOf(never, 'mekendesh_jobs_late_seconds')).toBeGreaterThan(0)
  expect(valueOf(never, 'mekendesh_audit_unsigned_seconds')).toBeGreaterThan(0)
  expect(valueOf(never, 'mekendesh_duty_list_empty')).toBe(1)
  expect(valueOf(never, 'mekendesh_protection_team_empty')).toBe(1)

  noteBackup(portal.deps.config.dataDir, { madeAt: portal.clock.now().toISOString(), folder: '/backups/one' })
  portal.disk.free = 5e9
  await portal.runJobs({ mayFail: true })
  const text = await scrapeAnew()
  expect(valueOf(text, 'mekendesh_backup_age_seconds')).toBe(60)
  expect(valueOf(text, 'mekendesh_disk_free_bytes')).toBe(5e9)
  expect(text).not.toContain('/backups')
})

test('figures of the database are given only while it answers, and the rest goes on', async () => {
  const db = portal.db.withPlugin({
    transformQuery: () => {
      throw new Error('gone')
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  const other = await offerFigures({ ...portal.deps, db })
  const answer = await fetch(`http://127.0.0.1:${other?.port}/metrics`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  })
  const text = await answer.text()
  await other?.close()
  expect(valueOf(text, 'mekendesh_database_up')).toBe(0)
  expect(text).not.toContain('mekendesh_critical_untaken')
  expect(valueOf(text, 'mekendesh_memory_bytes')).toBeGreaterThan(1e6)
})

test('every figure that the alert list asks for is told by the program, and every alert says what to do', async () => {
  const alerts = readFileSync('docs/alerts.yml', 'utf8')
  const told = new Set([...(await scrapeAnew()).matchAll(/^# TYPE (\w+) (\w+)/gm)].map(([, name]) => name))
  const asked = new Set([...alerts.matchAll(/\bmekendesh_\w+/g)].map(([name]) => name.replace(/_bucket$/, '')))
  expect(asked.size).toBeGreaterThan(15)
  expect([...asked].filter((name) => !told.has(name))).toEqual([])
  const rules = alerts.split(/^ {6}- alert: /m).slice(1)
  expect(rules.length).toBeGreaterThan(15)
  for (const rule of rules)
    expect(rule).toMatch(
      /^\w+\n {8}expr: .+\n {8}for: \w+\n {8}labels: \{ severity: (?:now|today|look) \}\n {8}annotations:\n {10}summary: .+\n {10}do: .+\n/,
    )
})
