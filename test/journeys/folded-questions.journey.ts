import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { chooseTopic, fillWho, goOn } from './support/person.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('a question hangs on the answer above it, also after an error, when the language switch carries an answer of the same name', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true })
  await page.goto(paths.ask('ru', { kind: 'problem-report' }))
  await fillWho(page)
  await goOn(page)
  await chooseTopic(page, 'lost-passport')
  await page.fill('main [name=message]', 'Потерял паспорт, завтра рейс.')
  await goOn(page)
  const flight = page.locator('main [name=q-flightDate-day]')
  const has = (answer: string) => page.locator(`main [name=q-hasTicket][value=${answer}]`)
  // Scripts run once the page is whole.
  await flight.waitFor({ state: 'hidden' })
  await has('yes').check()
  await flight.fill('30')
  await page.fill('main [name=q-flightDate-month]', '2')
  await page.fill('main [name=q-flightDate-year]', '2027')
  await goOn(page)
  await page.locator('.govuk-error-summary').waitFor()
  expect(await page.locator('.mek-languages [name=q-hasTicket]').first().getAttribute('value')).toBe('yes')
  await page.waitForLoadState()
  expect(await flight.isVisible()).toBe(true)
  await has('no').check()
  await flight.waitFor({ state: 'hidden' })
  // What is folded away is not answered: its error is gone with it.
  await goOn(page)
  await page.waitForURL(/\/ask\/files/)
  await context.close()
})
