import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { uiTexts } from '#src/ui/texts.ts'
import { goBack, newVisitor, openStage, type Stage } from './support/browser.ts'
import { axeFaults } from './support/inspect.ts'
import { fileAppeal, openAppeal, type Receipt } from './support/person.ts'

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
  expect(await page.locator('[name=number]').count()).toBe(1)
  expect(await page.content()).not.toContain(MESSAGE)
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
  await page.focus('[name=text]')
  await page.keyboard.press('Shift+A')
  await pressShift(page, 2)
  expect(await page.locator('.govuk-exit-this-page-overlay').count()).toBe(0)
  await pressShift(page, 1)
  await expectNews(page)
  await context.close()
})
