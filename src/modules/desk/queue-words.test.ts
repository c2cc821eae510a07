import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { askPerson, closeAppeal, reopenAppeal, tellPerson } from '#src/modules/appeals/index.ts'

let portal: TestPortal
let operator: Cookies
beforeAll(async () => {
  portal = await startPortal()
  operator = await portal.signIn('operator')
})
afterAll(() => portal.close())

const rowOf = async (number: string, address = '/staff/queue/myTeam') => {
  const { body } = await portal.get(address, operator)
  return body.split('<tr').find((row) => row.includes(number))
}

test('while we wait for the person the queue says that the day it shows runs on', async () => {
  const by = await aStaffVisitor(portal.deps, 'operator')
  const { appealId, number } = await anAppeal(portal.deps)
  await askPerson(portal.deps, { appealId, by, formKey: portal.random.bytes(16), text: 'Когда?' })
  const row = await rowOf(number)
  expect(row).toContain('идёт срок по закону')
  expect(row).not.toContain('остановлен')
})

test('an appeal that no route was set for says so in the queue until somebody hands it on', async () => {
  const { appealId, number } = await anAppeal(portal.deps)
  expect(await rowOf(number)).not.toContain('маршрут не задан')
  await portal.db.updateTable('appeals').set({ routing_flagged: true }).where('id', '=', appealId).execute()
  expect(await rowOf(number)).toContain('маршрут не задан')
})

test('appeals from a country that is not on the list can be filtered as such', async () => {
  const { number } = await anAppeal(portal.deps, { country: 'ZZ' })
  const here = await anAppeal(portal.deps)
  expect((await portal.get('/staff/queue/myTeam', operator)).body).toMatch(/<option value="ZZ">Другая страна/)
  expect(await rowOf(number, '/staff/queue/myTeam?country=ZZ')).toBeDefined()
  expect(await rowOf(here.number, '/staff/queue/myTeam?country=ZZ')).toBeUndefined()
})

test('news is announced as news, not as an answer', async () => {
  const by = await aStaffVisitor(portal.deps, 'operator')
  const contacts = [{ kind: 'email', value: 'aida@example.org' }] as const
  const { appealId } = await anAppeal(portal.deps, { person: { contacts: [...contacts], isSafe: 'yes' } })
  await tellPerson(portal.deps, { appealId, by, formKey: portal.random.bytes(16), text: 'Консул поехал к вам.' })
  const sent = await portal.db.selectFrom('notices').select('template').where('appeal_id', '=', appealId).execute()
  expect(sent.map(({ template }) => template)).toEqual(['received', 'news'])
  expect((await portal.get(`/staff/appeals/${appealId}`, operator)).body).toContain('Есть новость')
})

test('a promise that was broken before an appeal was reopened stays in sight on its page', async () => {
  const by = await aStaffVisitor(portal.deps, 'operator')
  const { appealId } = await anAppeal(portal.deps)
  expect((await portal.get(`/staff/appeals/${appealId}`, operator)).body).not.toContain('до повторного открытия')
  portal.clock.advance(60 * 24 * 60 * 60_000)
  const closing = { appealId, by, outcome: 'notAccepted', reason: 'Не к нам', norm: 'ст. 1' } as const
  await closeAppeal(portal.deps, closing)
  await reopenAppeal(portal.deps, { appealId, by, reason: 'Ошиблись' })
  const { body } = await portal.get(`/staff/appeals/${appealId}`, await portal.signIn('operator'))
  const earlier = body.slice(body.indexOf('Сроки до повторного открытия (1)'))
  expect(earlier).toContain('Первый ответ')
  expect(earlier).toContain('с опозданием')
})
