import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { closeAppeal, handToTeam, protectAppeal } from '#src/modules/appeals/index.ts'

let portal: TestPortal
let operator: Cookies
beforeAll(async () => {
  portal = await startPortal()
  operator = await portal.signIn('operator')
})
afterAll(() => portal.close())

const TYPED = 'Длинный ответ,\nкоторый писали полчаса.'

async function formOf(id: string) {
  const { body } = await portal.get(`/staff/appeals/${id}`, operator)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
  return { version: hidden('version'), formKey: hidden('formKey') }
}
const act = (id: string, name: string, fields: Record<string, string>) =>
  portal.post(`/staff/appeals/${id}/${name}`, fields, operator)

test('closed while an answer was written: the words are shown again beside what happened, and can be used after reopening', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const form = await formOf(id)
  await closeAppeal(portal.deps, { appealId: id, by: aPerson(id, portal.clock), outcome: 'withdrawn' })
  const late = await act(id, 'answer', { ...form, text: TYPED })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('id="what-you-wrote"')
  expect(late.body).toContain('который писали полчаса.')
  expect(late.body).not.toContain('id="answer-text"')
  expect(late.body).toContain('id="reopen-reason"')
  const banner = late.body.slice(late.body.indexOf('изменилось вот что'), late.body.indexOf('id="what-you-wrote"'))
  expect(banner).toContain('Обращение закрыто')
  expect(banner).not.toContain('Обращение принято')
})

test('a reason that was not the newest is kept too: the term was extended meanwhile', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  await act(id, 'register', await formOf(id))
  const form = await formOf(id)
  expect((await act(id, 'extend', { ...form, reason: 'Первая причина' })).statusCode).toBe(303)
  const late = await act(id, 'extend', { ...(await formOf(id)), reason: 'Вторая причина' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Вторая причина')
})

test('protected or handed on meanwhile: one’s own words are given back and nothing of the appeal, as if it had never been', async () => {
  const gone = async (goes: (id: string) => Promise<unknown>) => {
    const { appealId: id, number } = await anAppeal(portal.deps, { message: 'КАНАРЕЙКА' })
    const form = await formOf(id)
    await goes(id)
    const late = await act(id, 'answer', { ...form, text: TYPED })
    expect(late.statusCode).toBe(404)
    expect(late.body).toContain('который писали полчаса.')
    expect(late.body).not.toMatch(new RegExp(`КАНАРЕЙКА|${number}`))
    return late.body
  }
  const shielded = await gone((appealId) =>
    protectAppeal(portal.deps, { appealId, by: aPerson(appealId, portal.clock) }),
  )
  const supervisor = await aStaffVisitor(portal.deps, 'supervisor')
  operator = await portal.signIn('operator', { teams: ['consultations'] })
  await gone((appealId) => handToTeam(portal.deps, { appealId, by: supervisor, teamId: 'intake' }))
  const never = await act('999999', 'answer', { version: '1', formKey: 'ab'.repeat(16), text: TYPED })
  expect(shielded).toBe(never.body)
  expect((await act('999999', 'take', { version: '1', formKey: 'ab'.repeat(16) })).body).not.toContain('what-you-wrote')
})

test('what came since the form was made is marked in the history, what was there before is not', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  await act(id, 'note', { ...(await formOf(id)), text: 'До.' })
  const form = await formOf(id)
  await act(id, 'take', await formOf(id))
  const late = await act(id, 'ask', { ...form, text: TYPED })
  expect(late.statusCode).toBe(409)
  expect(late.body).toMatch(/Сотрудник взял в работу <[^>]*>новое/)
  expect(late.body).not.toMatch(/Добавлена заметка <[^>]*>новое/)
  expect(late.body).toContain('который писали полчаса.')
})
