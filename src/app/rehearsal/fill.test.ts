import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { states } from '#src/modules/appeals/rules/states.ts'
import { openAppeal } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { langs } from '#src/kernel/lang.ts'
import { seedRehearsalStaff } from '#src/modules/staff/index.ts'
import { fillWithAppeals, type Progress } from './fill.ts'
import { makeAppeal } from './make-appeal.ts'
import { topicMix } from './mix.ts'
import { sentences } from './sentences.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
  await seedRehearsalStaff(portal.deps)
})
afterAll(() => portal.close())

const quiet = () => {}

test('every topic of the mix is in the catalogue, and every topic of the catalogue has words of its own', () => {
  const mixed = topicMix.flatMap(([ids]) => ids)
  expect(mixed.filter((id) => !catalogue().topic(id))).toEqual([])
  expect(
    catalogue()
      .topics.filter(({ id }) => !mixed.includes(id) || !sentences[id])
      .map(({ id }) => id),
  ).toEqual([])
})

test('the same seed makes the same appeal, another seed another', () => {
  const now = portal.clock.now()
  expect(makeAppeal(7, 42, now)).toEqual(makeAppeal(7, 42, now))
  expect(makeAppeal(8, 42, now)).not.toEqual(makeAppeal(7, 42, now))
})

test('nobody real is in it: addresses of example.org, numbers kept for films', () => {
  const contacts = Array.from(
    { length: 500 },
    (_, place) => makeAppeal(1, place, portal.clock.now()).person.contacts,
  ).flat()
  expect(contacts.length).toBeGreaterThan(100)
  expect(contacts.filter(({ value }) => !/@example\.org$|^\+447700900\d{3}$/.test(value))).toEqual([])
})

test('a rehearsal fills every state and language, a second run goes on, and the queues of staff show it', async () => {
  const told: Progress[] = []
  await fillWithAppeals(portal.deps, { count: 700, seed: 1 }, (progress) => told.push(progress))
  expect(told.at(-1)).toMatchObject({ done: 700, of: 700 })
  await fillWithAppeals(portal.deps, { count: 20, seed: 1 }, quiet)
  const rows = await portal.db.selectFrom('appeals').select(['state', 'lang', 'number', 'assignee_id']).execute()
  expect(rows).toHaveLength(720)
  expect(new Set(rows.map(({ number }) => number)).size).toBe(720)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(states))
  expect(new Set(rows.map(({ lang }) => lang))).toEqual(new Set(langs))
  const cookies = await portal.signIn('supervisor')
  const queue = await portal.get('/staff/queue/myTeam', cookies)
  expect(queue.statusCode).toBe(200)
  expect(queue.body.match(/KG-\d\d-\d{7}-\d/g)?.length).toBeGreaterThanOrEqual(50)
  const outbox = await portal.db.selectFrom('notices').select('id').execute()
  expect(outbox).toEqual([])
})

test('it keeps out of production, and out of a database where somebody real has written', async () => {
  const production = { ...portal.deps, config: { ...portal.deps.config, mode: 'production' as const } }
  await expect(fillWithAppeals(production, { count: 1, seed: 1 }, quiet)).rejects.toThrow('production')
  const { formKey: _, ...made } = makeAppeal(3, 1, portal.clock.now())
  await openAppeal(portal.deps, { ...made, formKey: Buffer.alloc(16, 1) })
  await expect(fillWithAppeals(portal.deps, { count: 1, seed: 1 }, quiet)).rejects.toThrow('not made up')
})
