import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

/** Somebody whose browser keeps cookies, the form they sent and what came back. */
async function calledForHelp({ isAnswerLost = false } = {}) {
  const browser = aBrowser(portal)
  const told = { key: hiddenIn(await browser.get('danger'), 'key'), country: 'RU', what: 'Заперли', reach: '' }
  const receipt = isAnswerLost
    ? await portal.post('/ru/danger', told, browser.cookies())
    : await browser.post('danger', told)
  expect(wordsIn(receipt)).toHaveLength(4)
  return { browser, told, receipt }
}

type Answer = Awaited<ReturnType<TestPortal['get']>>
const wrongWords = (receipt: Answer) => ({ proof: hiddenIn(receipt, 'proof'), secondWord: 'нет', fourthWord: 'нет' })

function expectNoSecrets({ body }: Answer, receipt: Answer) {
  const digits = /\d{4}-\d{4}-\d{4}-\d{2}/.exec(receipt.body)?.[0]
  for (const secret of [numberIn(receipt), digits, ...wordsIn(receipt).map((word) => `>${word}<`)]) {
    expect(secret).toBeDefined()
    expect(body).not.toContain(secret)
  }
}

test('whose answer was lost on the way is shown the receipt when the form is sent again', async () => {
  const { browser, told, receipt } = await calledForHelp({ isAnswerLost: true })
  const again = await browser.post('danger', told)
  expect([numberIn(again), wordsIn(again)]).toEqual([numberIn(receipt), wordsIn(receipt)])
})

test('after leaving quickly neither the form nor wrong words sent again bring the receipt back', async () => {
  const { browser, told, receipt } = await calledForHelp()
  const wrong = wrongWords(receipt)
  expect(numberIn(await browser.post('receipt/prove', wrong))).toBe(numberIn(receipt))
  await browser.get('/exit')
  for (const again of [await browser.post('danger', told), await browser.post('receipt/prove', wrong)]) {
    expect(again.body).toContain('Это обращение уже принято')
    expectNoSecrets(again, receipt)
  }
  // Nor by the way round: the form that the page gives back is no new one.
  const shown = await browser.post('danger', { ...told, act: 'show' })
  expect(shown.body).toContain('Заперли')
  const fromIt = await browser.post('danger', { ...told, key: hiddenIn(shown, 'key') })
  expectNoSecrets(fromIt, receipt)
})

test('a browser that takes no cookies is given its receipt once, and told that the form has come when it sends it again', async () => {
  const told = { key: hiddenIn(await portal.get('/ru/danger'), 'key'), what: 'Помогите' }
  const first = await portal.post('/ru/danger', told)
  expect(wordsIn(first)).toHaveLength(4)
  const second = await portal.post('/ru/danger', told)
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('Это обращение уже принято')
  expectNoSecrets(second, first)
})

test('a form left open while one left quickly is taken all the same, and its words can be proved', async () => {
  const browser = aBrowser(portal)
  const key = hiddenIn(await browser.get('danger'), 'key')
  await browser.get('/exit')
  const receipt = await browser.post('danger', { key, what: 'Помогите' })
  expect(receipt.statusCode).toBe(200)
  expect(numberIn(await browser.post('receipt/prove', wrongWords(receipt)))).toBe(numberIn(receipt))
})

test('after leaving quickly wrong words sent again bring back no receipt of an ordinary appeal either', async () => {
  const browser = aBrowser(portal)
  const receipt = await browser.post('ask/send', { draft: hiddenIn(await walkToCheck(browser), 'draft') })
  const wrong = wrongWords(receipt)
  expect(numberIn(await browser.post('receipt/prove', wrong))).toBe(numberIn(receipt))
  await browser.get('/exit')
  expectNoSecrets(await browser.post('receipt/prove', wrong), receipt)
})
