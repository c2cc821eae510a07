import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { checkpointJob } from '#src/modules/audit/jobs.ts'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'
import { systemClock } from '#src/platform/clock.ts'
import { inTransaction } from '#src/platform/db.ts'
import { enqueueNotice } from './index.ts'

const ON_DUTY = 20
// At a second a letter each of these alone fills more than the minute.
const ORDINARY = 200
const CODES = 100

let portal: TestPortal
beforeEach(async () => {
  portal = await startPortal({
    hasWorkers: true,
    now: systemClock.now().toISOString(),
    config: { auditMailTo: ['auditor@example.org'] },
  })
})
afterEach(() => portal.close())

const isCall = ({ raw }: { readonly raw: string }) => /^Subject: Critical/m.test(raw)

async function letterWaits(to: string, template: 'news' | 'contactCode') {
  await inTransaction(portal.db, (db) => enqueueNotice({ ...portal.deps, db }, { to, lang: 'en', template }))
}

async function putOnDuty(people: number): Promise<void> {
  await portal.db.deleteFrom('duty_list').execute()
  for (let one = 0; one < people; one += 1) {
    const { id } = await makeStaff(portal.deps, 'operator', { lang: 'en' })
    await addDuty(portal.deps, { kind: 'system', name: 'test' }, id)
  }
}

test('three critical appeals reach twenty people on duty within a minute past hundreds of letters and a slow mail server', async () => {
  const { deps, mail } = portal
  await putOnDuty(ON_DUTY)
  for (let one = 0; one < ORDINARY; one += 1) await letterWaits(`person-${one}@example.org`, 'news')
  for (let one = 0; one < CODES; one += 1) await letterWaits(`code-${one}@example.org`, 'contactCode')
  for (let one = 0; one < 3; one += 1) await anAppeal(deps, { topicId: 'death-repatriation' })

  mail.state.slowMs = 1000
  const startedAt = performance.now()
  await portal.startWorkers()
  const seconds = () => (performance.now() - startedAt) / 1000
  while (mail.letters.filter(isCall).length < ON_DUTY && seconds() < 60) await pause(100)

  const calls = mail.letters.filter(isCall)
  expect(new Set(calls.flatMap(({ to }) => to)).size).toBe(ON_DUTY)
  expect(calls).toHaveLength(ON_DUTY)
  // Nobody waits for good: ordinary letters go meanwhile, each once.
  expect(mail.letters.length).toBeGreaterThan(ON_DUTY)
  const ids = mail.letters.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
  expect(new Set(ids).size).toBe(mail.letters.length)
}, 180_000)

const isOnDuty = (to: string) => to.endsWith('@staff.example')

async function until(isSo: () => boolean, mostSeconds: number): Promise<void> {
  for (let left = mostSeconds * 10; left > 0 && !isSo(); left -= 1) await pause(100)
}

test('while a letter of each kind hangs at the mail server, a call among them, the other calls go out', async () => {
  const { deps, mail } = portal
  await putOnDuty(3)
  const { promise: whenFree, resolve: free } = Promise.withResolvers<void>()
  const hanging: string[] = []
  mail.state.holdUp = (to) => {
    if (isOnDuty(to) && hanging.some(isOnDuty)) return undefined
    hanging.push(to)
    return whenFree
  }
  try {
    await letterWaits('person@example.org', 'news')
    await letterWaits('code@example.org', 'contactCode')
    await checkpointJob.run(deps, {})
    await portal.startWorkers()
    await until(() => hanging.length === 3, 20)
    await anAppeal(deps, { topicId: 'death-repatriation' })
    await until(() => mail.letters.length === 2, 20)
    expect(hanging.filter((to) => !isOnDuty(to)).toSorted()).toEqual([
      'auditor@example.org',
      'code@example.org',
      'person@example.org',
    ])
    expect(hanging.filter(isOnDuty)).toHaveLength(1)
    expect(mail.letters.map(isCall)).toEqual([true, true])
  } finally {
    free()
  }
}, 120_000)
