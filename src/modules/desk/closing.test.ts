import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
let operator: Cookies
beforeAll(async () => {
  portal = await startPortal()
  operator = await portal.signIn('operator')
})
afterAll(() => portal.close())

const open = async (id: string, cookies = operator) => (await portal.get(`/staff/appeals/${id}`, cookies)).body

/** Sends a form of the appeal's page as it stands now. */
async function act(id: string, name: string, fields: Record<string, string> = {}, cookies = operator) {
  const page = await open(id, cookies)
  const form = { version: fieldIn(page, 'version'), formKey: fieldIn(page, 'formKey'), ...fields }
  return portal.post(`/staff/appeals/${id}/${name}`, form, cookies)
}

/** The histories of both sides. */
const historyIn = (body: string) => body.slice(body.indexOf('moj-timeline'))

test('a sum that was recovered stands in both histories, and stays there when the appeal is opened again', async () => {
  const person = personOn(portal)
  const { receipt, cookies } = await person.opened()
  const id = receipt.appealId
  await act(id, 'answer', { text: 'Работодатель выплатил долг.' })
  expect((await act(id, 'close', { outcome: 'solved', amount: '36 754,50', currency: 'RUB' })).statusCode).toBe(303)
  const sum = /Взысканная сумма: 36\u{a0}754,5\u{a0}RUB/u
  expect(historyIn(await open(id))).toMatch(sum)
  expect((await act(id, 'reopen', { reason: 'Выплатили не всем' })).statusCode).toBe(303)
  expect(historyIn(await open(id))).toMatch(sum)
  expect(historyIn((await person.view(cookies)).body)).toMatch(sum)
  expect(historyIn((await person.view(cookies, 'en')).body)).toMatch(/Amount recovered: RUB\u{a0}36,754\.5/u)
})
