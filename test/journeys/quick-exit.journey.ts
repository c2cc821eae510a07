import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { uiTexts } from '#src/ui/texts.ts'
import { goBack, newVisitor, openStage, type Stage } from './support/browser.ts'
import { axeFaults } from './support/inspect.ts'
import { fileAppeal, goOn, openAppeal, readReceipt, type Receipt } from './support/person.ts'

const MESSAGE = 'Нужен врач, полиса нет.'

let stage: Stage
let receipt: Receipt
beforeAll(async () => {
  stage = await openStage()
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  receipt = await fileAppeal(page, 'ru', { topic: 'health', message: MESSAGE })
  await context.close()
})
afterAll(() => stage.close())

/**
 * The neutral site is outside: its page comes from here, with the headers of our own answer. While anything is answered for it
 * a browser of tests keeps no page: this begins when the appeal is open, and ends before anybody goes back to it.
 */
const makeNews = (context: BrowserContext) =>
  context.route(`**${paths.exit()}`, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    expect(answer.headers()['location']).toMatch(/^https:/)
    await route.fulfill({ response: answer, status: 200, contentType: 'text/html', body: '<title>News</title>' })
  })

const expectNews = async (page: Page) => {
  await page.waitForURL(`**${paths.exit()}`)
  expect(await page.title()).toBe('News')
}

const pressShift = async (page: Page, times: number) => {
  for (let time = 0; time < times; time++) await page.keyboard.press('Shift')
}

async function atMyAppeal(hasScripts: boolean) {
  const { context, page } = await newVisitor(stage, { hasScripts })
  await openAppeal(page, 'ru', receipt, receipt.digits)
  expect(await page.locator('main').innerText()).toContain(MESSAGE)
  await makeNews(context)
  return { context, page }
}

/** Presses "back" as often as there is anything to go back to, and looks at each page that comes. */
async function expectNothingBehind(page: Page) {
  await page.context().unrouteAll()
  for (let step = 0; step < 4; step++) {
    expect(await goBack(page)).not.toContain(MESSAGE)
  }
  await page.goto(paths.myAppealView('ru'))
  expect(await page.locator('main [name=number]').count()).toBe(1)
  expect(await page.content()).not.toContain(MESSAGE)
}

async function callForHelp(page: Page): Promise<Receipt> {
  await page.goto(paths.home('ru'))
  await page.locator(`header a[href="${paths.danger('ru')}"]`).click()
  await page.fill('main [name=what]', 'Заперли, отобрали паспорта.')
  await goOn(page)
  return readReceipt(page)
}

/** The receipt is shown once more, with what is wrong. */
async function typeWrongWords(page: Page, { number }: Receipt) {
  await page.fill('main [name=secondWord]', 'мимо')
  await page
    .locator('form', { has: page.locator('[name=secondWord]') })
    .locator('button')
    .click()
  await page.locator('.govuk-error-summary').waitFor()
  expect(await page.locator('.govuk-panel .mek-code').innerText()).toBe(number)
  // Scripts take the page one leaves out of the history: the one before it is posted again, too.
  await page.locator(`main a[href="${paths.myAppeal('ru')}"]`).click()
  await page.waitForURL(`**${paths.myAppeal('ru')}`)
}

/** What of the receipt can be read by going back as far as there is anything: a browser posts its forms again. */
async function secretsBehind(page: Page, { number, words, digits }: Receipt): Promise<string[]> {
  const pages: string[] = []
  for (let step = 0; step < 5; step++) pages.push(await goBack(page))
  return [number, digits, ...words.map((word) => `>${word}<`)].filter((secret) =>
    pages.some((shown) => shown.includes(secret)),
  )
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test('leaving quickly ends the session, and going back shows nothing of the appeal', async () => {
    const { context, page } = await atMyAppeal(hasScripts)
    await page.locator('.govuk-exit-this-page__button').click()
    await expectNews(page)
    expect((await context.cookies(stage.address)).map(({ name }) => name)).not.toContain('appeal')
    await expectNothingBehind(page)
    await context.close()
  })

  test.each([
    ['at the receipt', false],
    ['after wrong words', true],
  ] as const)('a call for help left quickly %s: going back shows neither number nor words', async (_at, isTried) => {
    const { context, page } = await newVisitor(stage, { hasScripts })
    await makeNews(context)
    const called = await callForHelp(page)
    if (isTried) await typeWrongWords(page, called)
    await page.locator('.govuk-exit-this-page__button').click()
    await expectNews(page)
    expect(await secretsBehind(page, called)).toEqual([])
    await context.close()
  })

  test('an ordinary appeal left after wrong words: going back shows neither number nor words', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts })
    await makeNews(context)
    const sent = await fileAppeal(page, 'ru', { topic: 'health', message: MESSAGE })
    await typeWrongWords(page, sent)
    await page.locator('.govuk-exit-this-page__button').click()
    await expectNews(page)
    expect(await secretsBehind(page, sent)).toEqual([])
    await context.close()
  })
})

test('Shift three times leaves as well, and nobody comes back', async () => {
  const { context, page } = await atMyAppeal(true)
  await pressShift(page, 3)
  await page.waitForURL(`**${paths.exit()}`)
  expect(await page.title()).toBe('News')
  await expectNothingBehind(page)
  await context.close()
})

test.each(langs)(
  'in %s: what covers the page while the way out is slow passes axe, and shows nothing else',
  async (lang) => {
    const { context, page } = await newVisitor(stage, { hasScripts: true })
    await openAppeal(page, lang, receipt, receipt.digits)
    // An answer that brings no page leaves the browser where it is, as one does that has not come yet.
    await context.route(`**${paths.exit()}`, (route) => route.fulfill({ status: 204 }))
    await pressShift(page, 3)
    await page.locator('.govuk-exit-this-page-overlay').waitFor()
    expect(await page.locator('body').innerText()).toBe(uiTexts.exitActivated[lang])
    expect(await axeFaults(page, `leaving (${lang})`)).toEqual([])
    await context.close()
  },
)

test('Shift twice, or with a capital letter between, does not leave; after five seconds one begins anew', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true })
  await makeNews(context)
  await page.clock.install()
  await openAppeal(page, 'ru', receipt, receipt.digits)
  await pressShift(page, 2)
  expect(await page.locator('.govuk-exit-this-page [role=status]').innerText()).not.toBe('')
  await page.clock.runFor(6000)
  await pressShift(page, 2)
  await page.focus('main [name=text]')
  await page.keyboard.press('Shift+A')
  await pressShift(page, 2)
  expect(await page.locator('.govuk-exit-this-page-overlay').count()).toBe(0)
  await pressShift(page, 1)
  await expectNews(page)
  await context.close()
})
