import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { vaultOf } from '#src/modules/appeals/rules/vault.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck, wordsIn, type Browser } from '#test/support/walk.ts'
import { forgetDrafts } from './jobs.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const DAY = 86_400_000
const daysPass = async (days: number) => {
  portal.clock.advance(days * DAY)
  await forgetDrafts.run(portal.deps, {})
}
const draftsLeft = () => portal.db.selectFrom('drafts').selectAll().execute()

async function sent(browser: Browser) {
  const body = { draft: hiddenIn(await walkToCheck(browser), 'draft') }
  return { body, receipt: await browser.post('ask/send', body) }
}

test('while the words were not proved the same receipt is shown, however late; once they were, only that this form was received', async () => {
  const browser = aBrowser(portal)
  const { body, receipt } = await sent(browser)
  // Before the night's work too, which comes later that day.
  portal.clock.advance(31 * DAY)
  expect(numberIn(await browser.post('ask/send', body))).toBe(numberIn(receipt))
  for (const days of [0, 1, 31, 200]) {
    await daysPass(days)
    const again = await browser.post('ask/send', body)
    expect(again.statusCode).toBe(200)
    expect(numberIn(again)).toBe(numberIn(receipt))
    expect(wordsIn(again)).toEqual(wordsIn(receipt))
  }
  expect((await browser.get('ask/check')).body).toContain('Показать расписку')

  const [, secondWord = '', , fourthWord = ''] = wordsIn(receipt)
  await browser.post('receipt/prove', { proof: hiddenIn(receipt, 'proof'), secondWord, fourthWord })
  for (const days of [2, 31]) {
    await daysPass(days)
    const later = await browser.post('ask/send', body)
    expect(later.statusCode).toBe(409)
    expect(later.body).toContain('Это обращение уже принято')
    expect(later.body).not.toContain('Показать расписку')
    expect(numberIn(later)).toBeUndefined()
  }
  expect(await draftsLeft()).toEqual([])
})

test('what stays of a draft that was sent opens nothing of its appeal: no words, and not the appeal’s key', async () => {
  const browser = aBrowser(portal)
  const { receipt } = await sent(browser)
  await daysPass(31)
  const [left, ...others] = await draftsLeft()
  expect(others).toEqual([])
  const appeal = await portal.db
    .selectFrom('appeals')
    .select(['vault', 'data_key'])
    .where('number', '=', numberIn(receipt) ?? '')
    .executeTakeFirstOrThrow()
  expect(left?.id).toBe(appeal.vault)
  const { keys } = portal.deps
  const open = (key: Uint8Array) =>
    keys
      .unwrapDataKey(key, vaultOf(appeal.vault))
      .open(left?.content_sealed ?? Buffer.alloc(0), `${vaultOf(appeal.vault)} draft`)
  expect(() => open(appeal.data_key)).toThrow(/authenticate/)
  expect(JSON.parse(open(left?.data_key ?? Buffer.alloc(0)).toString())).toEqual({
    kind: 'problem-report',
    typed: { who: { country: 'RU' } },
  })
})

test('a browser that forgot its draft hears that the form was received; one that never sent it, that the draft is gone', async () => {
  const { body } = await sent(aBrowser(portal))
  const forgetful = await aBrowser(portal).post('ask/send', body)
  expect(forgetful.statusCode).toBe(409)
  expect(forgetful.body).toContain('Это обращение уже принято')
  expect(numberIn(forgetful)).toBeUndefined()

  const unsent = aBrowser(portal)
  const draft = hiddenIn(await walkToCheck(unsent), 'draft')
  await daysPass(31)
  const gone = await unsent.post('ask/send', { draft })
  expect(gone.headers.location).toBe('/ru/ask?lost=yes')
  const page = await unsent.get('ask?lost=yes')
  expect(page.body).toContain('Если вы его уже отправили, не заполняйте снова')
  expect(page.body).toContain('href="/ru/appeal"')
})
