import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'
import { systemClock } from '#src/platform/clock.ts'
import { inTransaction } from '#src/platform/db.ts'
import { enqueueNotice } from './index.ts'

const ON_DUTY = 20
// At a second a letter each of these alone fills more than the minute.
const ORDINARY = 200
const CODES = 100

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal({ hasWorkers: true, now: systemClock.now().toISOString() })
})
afterAll(() => portal.close())

const isCall = ({ raw }: { readonly raw: string }) => /^Subject: Critical/m.test(raw)

async function letterWaits(to: string, template: 'news' | 'contactCode') {
  await inTransaction(portal.db, (db) => enqueueNotice({ ...portal.deps, db }, { to, lang: 'en', template }))
}

test('three critical appeals reach twenty people on duty within a minute past hundreds of letters and a slow mail server', async () => {
  const { deps, mail } = portal
  await portal.db.deleteFrom('duty_list').execute()
  for (let one = 0; one < ON_DUTY; one += 1) {
    const { id } = await makeStaff(deps, 'operator', { lang: 'en' })
    await addDuty(deps, { kind: 'system', name: 'test' }, id)
  }
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
