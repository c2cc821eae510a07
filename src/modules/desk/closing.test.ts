import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAppeal } from '#test/support/appeals.ts'
import { fieldIn, keyIn, personOn } from '#test/support/person.ts'
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

describe('closing the appeal of somebody who can only be phoned', () => {
  const phone = { contacts: [{ kind: 'phone', value: '+996555123456' }], isSafe: 'yes' } as const
  const refusal = { outcome: 'notAccepted', reason: 'Это решает суд.', norm: 'ст. 1' }
  const toCall = async (cookies = operator) => (await portal.get('/staff/queue/toCall', cookies)).body
  const countIn = (body: string) => /queue\/toCall"[^>]*>[^<]*<span class="mek-count">(\d+)</.exec(body)?.[1]

  test('asks whether they were told; a call still to be made stands among those to call until somebody ticks it', async () => {
    const { appealId: id, number } = await anAppeal(portal.deps, { person: phone })
    const unsaid = await act(id, 'close', refusal)
    expect(unsaid.statusCode).toBe(409)
    expect(unsaid.body).toContain('<a href="#close-call">Отметьте, позвонили ли человеку')
    expect(unsaid.body).toContain('Это решает суд.</textarea>')

    const before = Number(countIn(await toCall()))
    await act(id, 'note', { text: 'Позвонили сразу.', hasCalled: 'yes' })
    expect(await toCall()).not.toContain(number)
    expect((await act(id, 'close', { ...refusal, call: 'toMake' })).statusCode).toBe(303)
    expect(await toCall()).toMatch(new RegExp(`${number}[^]*Закрыто`))
    expect(countIn(await toCall())).toBe(String(before))
    expect(await open(id)).toContain('Человек оставил только телефон')

    await act(id, 'note', { text: 'Объяснили отказ и 30 дней.', hasCalled: 'yes' })
    expect(await toCall()).not.toContain(number)
    expect(countIn(await toCall())).toBe(String(before - 1))
  })

  test('leaves no task behind where they were called, closed it themselves or sent spam', async () => {
    const called = await anAppeal(portal.deps, { person: phone })
    expect((await act(called.appealId, 'close', { ...refusal, call: 'made' })).statusCode).toBe(303)
    expect(historyIn(await open(called.appealId))).toContain('ст. 1 · Человеку позвонили')
    const spam = await anAppeal(portal.deps, { person: phone })
    expect((await act(spam.appealId, 'close', { outcome: 'spam' })).statusCode).toBe(303)
    const own = await personOn(portal).opened({ person: phone })
    const version = fieldIn((await personOn(portal).view(own.cookies)).body, 'version')
    const closed = await portal.post('/ru/appeal/close', { outcome: 'withdrawn', version }, own.cookies)
    expect(closed.headers.location).toContain('done=closed')
    for (const { number } of [called, spam, own.receipt]) expect(await toCall()).not.toContain(number)
  })

  test('calls nobody any more who has read the news: who writes in their appeal or opens it again', async () => {
    const person = personOn(portal)
    const writer = await person.opened({ person: phone })
    const id = writer.receipt.appealId
    await act(id, 'answer', { text: 'Подайте заявление в суд.' })
    expect(await toCall()).toContain(writer.receipt.number)
    const written = { key: keyIn((await person.view(writer.cookies)).body), text: 'Спасибо, подал.' }
    expect((await person.write(writer.cookies, written)).headers.location).toContain('done=')
    expect(await toCall()).not.toContain(writer.receipt.number)
    expect(await open(id)).not.toContain('Человек оставил только телефон')

    const reader = await person.opened({ person: phone })
    expect((await act(reader.receipt.appealId, 'close', { ...refusal, call: 'toMake' })).statusCode).toBe(303)
    expect(await toCall()).toContain(reader.receipt.number)
    const version = fieldIn((await person.view(reader.cookies)).body, 'version')
    const reopening = { version, reopenReason: 'Суд отказал' }
    const reopened = await portal.post('/ru/appeal/reopen', reopening, reader.cookies)
    expect(reopened.headers.location).toContain('done=reopened')
    expect(await toCall()).not.toContain(reader.receipt.number)
  })

  test('leaves the call to be made where it is the service that opens the appeal again', async () => {
    const { appealId: id, number } = await anAppeal(portal.deps, { person: phone })
    expect((await act(id, 'close', { ...refusal, call: 'toMake' })).statusCode).toBe(303)
    expect((await act(id, 'reopen', { reason: 'Ошиблись' })).statusCode).toBe(303)
    expect(await toCall()).toContain(number)
  })

  test('is not asked where a letter goes out or nothing may be sent', async () => {
    const email = { kind: 'email', value: 'a@example.org' } as const
    for (const person of [
      { contacts: [...phone.contacts, email], isSafe: 'yes' },
      { contacts: phone.contacts, isSafe: 'portalOnly' },
      { contacts: [], isSafe: 'none' },
    ] as const) {
      const { appealId: id, number } = await anAppeal(portal.deps, { person })
      expect(await open(id)).not.toContain('name="call"')
      expect((await act(id, 'close', refusal)).statusCode).toBe(303)
      expect(await toCall()).not.toContain(number)
    }
  })

  test('of a protected appeal shows the task and counts it to the protection team alone', async () => {
    const [protector, supervisor] = [
      await portal.signIn('operator', { teams: ['protection'] }),
      await portal.signIn('supervisor'),
    ]
    const before = [countIn(await toCall()), countIn(await toCall(supervisor))]
    const { appealId: id, number } = await anAppeal(portal.deps, { person: phone, topicId: 'trafficking' })
    expect((await act(id, 'close', { ...refusal, call: 'toMake' }, protector)).statusCode).toBe(303)
    expect(await toCall(protector)).toContain(number)
    expect(countIn(await toCall(protector))).toBe('1')
    for (const cookies of [operator, supervisor]) expect(await toCall(cookies)).not.toContain(number)
    expect([countIn(await toCall()), countIn(await toCall(supervisor))]).toEqual(before)
  })
})
