import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { draftCookie, resumingOn, typeCode, walkOn } from '#test/support/resume.ts'
import { aBrowser, hiddenIn, inMoscow, numberIn, wordsIn, type Browser } from '#test/support/walk.ts'

let portal: TestPortal
let elsewhere: ReturnType<typeof resumingOn>
beforeAll(async () => {
  portal = await startPortal()
  elsewhere = resumingOn(portal)
})
afterAll(() => portal.close())

test('two devices that change one screen: both texts are shown, nothing is written, and the person chooses', async () => {
  const { phone, code } = await elsewhere.begun('Первые слова')
  const { other } = await elsewhere.resumed(code)
  const seenOn = async (browser: Browser) => hiddenIn(await browser.get('ask/words'), 'seen')
  const [onPhone, onOther] = [await seenOn(phone), await seenOn(other)]
  await phone.save('words', { message: 'Слова с телефона', ownPhone: 'yes', seen: onPhone })

  const changed = await other.post('ask/words', { message: 'Слова с компьютера', seen: onOther })
  expect(changed.statusCode).toBe(409)
  expect(changed.body).toContain('Слова с телефона')
  expect(changed.body).toContain('Слова с компьютера')
  expect((await phone.get('ask/words')).body).toContain('Слова с телефона')

  const seen = hiddenIn({ ...changed, body: changed.body.slice(changed.body.indexOf('<main')) }, 'seen')
  await other.save('words', { message: 'Слова с компьютера', seen })
  expect((await phone.get('ask/words')).body).toContain('Слова с компьютера')
  // The first device's answer about itself outlives it.
  const draft = await phone.post('ask/words', { message: 'Слова с компьютера', seen: 'old', ownPhone: 'yes' })
  expect(draft.statusCode).toBe(303)
})

test('the same words from two devices, or a second tap, are no quarrel', async () => {
  const { phone } = await elsewhere.begun('Слова')
  const seen = hiddenIn(await phone.get('ask/words'), 'seen')
  const body = { message: 'Слова и ещё', ownPhone: 'yes', seen }
  expect((await phone.post('ask/words', body)).statusCode).toBe(303)
  expect((await phone.post('ask/words', body)).statusCode).toBe(303)
})

test('answers to questions of a topic that was changed elsewhere are shown, not kept under another question', async () => {
  const { phone, code } = await elsewhere.begun()
  const { other } = await elsewhere.resumed(code)
  const seen = hiddenIn(await other.get('ask/questions'), 'seen')
  await phone.save('topic', { topic: 'lost-passport' })
  const changed = await other.post('ask/questions', { 'q-peopleCount': '12', seen })
  expect([changed.statusCode, changed.body.includes('сменили тему')]).toEqual([409, true])
})

test('what is sent is what was read: a change from elsewhere is shown before', async () => {
  const { phone, code } = await elsewhere.begun()
  const check = await walkOn(phone)
  const { other } = await elsewhere.resumed(code)
  await other.save('words', { message: 'Добавлено с компьютера' })
  const body = { draft: hiddenIn(check, 'draft'), seen: hiddenIn(check, 'seen') }
  const again = await phone.post('ask/send', body)
  expect(again.statusCode).toBe(409)
  expect(again.body).toContain('Добавлено с компьютера')
  expect(again.body).toContain('его изменили на другом устройстве')
  const receipt = await phone.post('ask/send', { ...body, seen: hiddenIn(again, 'seen') })
  expect(numberIn(receipt)).toBeDefined()
})

test('once it was sent, a code says so, and no device but the one that sent is shown the receipt', async () => {
  const { phone, code } = await elsewhere.begun('Не платят', 'no')
  const [shared, own] = [await elsewhere.resumed(code), await elsewhere.resumed(code, { ownPhone: 'yes' })]
  const check = await walkOn(own.other)
  // Left open on the shared one.
  const old = { draft: hiddenIn(await shared.other.get('ask/check'), 'draft') }
  expect(wordsIn(await own.other.post('ask/send', { draft: hiddenIn(check, 'draft') }))).toHaveLength(4)

  const late = await typeCode(aBrowser(portal), code)
  expect([late.statusCode, numberIn(late), draftCookie(late)]).toEqual([409, undefined, undefined])
  for (const browser of [phone, shared.other]) {
    const answer = await browser.post('ask/send', old)
    expect([answer.statusCode, numberIn(answer)]).toEqual([409, undefined])
    expect((await browser.get('ask')).body).not.toContain('name="draft"')
  }
  expect((await own.other.post('ask/send', old)).statusCode).toBe(200)
})

test('the device that sends is shown its receipt, though others use it too', async () => {
  const { code } = await elsewhere.begun()
  const { other } = await elsewhere.resumed(code)
  const draft = hiddenIn(await walkOn(other), 'draft')
  const taps = [await other.post('ask/send', { draft }), await other.post('ask/send', { draft })]
  expect(taps.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(new Set(taps.map(numberIn)).size).toBe(1)
})

test('who an appeal is from, its kind, and answers to another topic’s questions are changed by nobody unseen', async () => {
  const { phone, code } = await elsewhere.begun()
  const { other } = await elsewhere.resumed(code)
  const who = hiddenIn(await phone.get('ask/who'), 'seen')
  await other.save('who', { ...inMoscow, kind: 'consultation' })
  const kinds = await phone.post('ask/who', { ...inMoscow, seen: who })
  expect(kinds.statusCode).toBe(409)
  // Only the kind differs: both are named.
  const main = kinds.body.slice(kinds.body.indexOf('<main'))
  for (const kind of ['Сообщить о проблеме', 'Задать вопрос']) expect(main).toContain(kind)
  const topic = hiddenIn(await phone.get('ask/topic'), 'seen')
  await other.save('questions', { 'q-peopleCount': '12' })
  const topics = await phone.post('ask/topic', { topic: 'lost-passport', seen: topic })
  expect(topics.statusCode).toBe(409)
  // What another topic would take away is shown.
  expect(topics.body).toContain('>12<')
})
