import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, hiddenIn, inMoscow, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

/** Somebody who sent, and whose receipt did not arrive. */
async function sentIntoTheDark() {
  const browser = aBrowser(portal)
  const check = await walkToCheck(browser)
  const form = { draft: hiddenIn(check, 'draft') }
  const lost = await portal.post('/ru/ask/send', form, browser.cookies())
  expect(wordsIn(lost)).toHaveLength(4)
  return { browser, form, lost }
}

test('whoever lost the line while sending and asks anew is told that it came, and offered the receipt', async () => {
  const { browser, lost } = await sentIntoTheDark()
  const first = await browser.get('ask?kind=problem-report')
  expect(first.body).toContain('Ваше предыдущее обращение принято')
  // A first screen with errors is still the first screen.
  const wrong = await browser.post('ask/who', { ...inMoscow, country: '' })
  expect(wrong.statusCode).toBe(422)
  for (const page of [first, wrong]) {
    const shown = await browser.post('ask/send', { draft: hiddenIn(page, 'draft') })
    expect([numberIn(shown), wordsIn(shown)]).toEqual([numberIn(lost), wordsIn(lost)])
  }
})

test('once the words were proved nothing of it stands on the first screen of another appeal', async () => {
  const { browser, form } = await sentIntoTheDark()
  const receipt = await browser.post('ask/send', form)
  const [, secondWord = '', , fourthWord = ''] = wordsIn(receipt)
  await browser.post('receipt/prove', { proof: hiddenIn(receipt, 'proof'), secondWord, fourthWord })
  portal.clock.advance(25 * 3_600_000)
  expect((await browser.get('ask?kind=problem-report')).body).not.toContain('name="draft"')
})

test('with another appeal begun meanwhile, sending the old page again still shows its receipt, to this browser alone', async () => {
  const { browser, form, lost } = await sentIntoTheDark()
  await browser.save('who', { ...inMoscow, city: 'Тула' })
  const again = await browser.post('ask/send', form)
  expect([again.statusCode, numberIn(again)]).toEqual([200, numberIn(lost)])
  // The new one is as it was.
  expect((await browser.get('ask/who')).body).toContain('value="Тула"')

  const elsewhere = await aBrowser(portal).post('ask/send', form)
  await browser.get('/exit')
  for (const answer of [elsewhere, await browser.post('ask/send', form)])
    expect([answer.statusCode, numberIn(answer)]).toEqual([409, undefined])
})
