import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { makeStaff } from '#test/support/staff.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { expectAccessible } from './support/inspect.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** What has the focus: its words, and whether it is in sight with a ring round it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return { is: 'body', words: '', isSeen: false }
    const { top, bottom } = element.getBoundingClientRect()
    const label = 'labels' in element && element.labels instanceof NodeList ? element.labels[0]?.textContent : undefined
    // A radio button is drawn by its label, the search field by the row it stands in.
    const isDrawnElsewhere = element.matches('[type=radio], [type=checkbox], .mek-search__input')
    const hasRing = isDrawnElsewhere || getComputedStyle(element).outlineStyle !== 'none'
    return {
      is: `${element.tagName.toLowerCase()}${element.getAttribute('name') ? `[${element.getAttribute('name')}]` : ''}`,
      words: (label ?? element.innerText).trim(),
      isSeen: hasRing && bottom > 0 && top < innerHeight,
    }
  })

/** Goes on with Tab until this has the focus; every stop on the way must show where one is. */
async function tabTo(page: Page, is: string, words = '') {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const now = await focus(page)
    expect(now.isSeen, `${now.is} "${now.words}" on ${page.url()}`).toBe(true)
    if (now.is === is && now.words.startsWith(words)) return
  }
  throw new Error(`Sixty times Tab did not reach ${is} "${words}" on ${page.url()}`)
}

const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

/** What an act leaves in the focus: the banner that says what was done. */
const expectDone = (page: Page, words: string) =>
  page.waitForFunction(
    (words) => document.activeElement?.matches('[role=alert]') && document.activeElement.textContent.includes(words),
    words,
  )

async function signInByKeyboard(page: Page) {
  const account = await makeStaff(stage.portal.deps, 'operator')
  await page.goto(paths.staffSignIn())
  await tabTo(page, 'input[email]')
  await page.keyboard.type(account.email)
  await tabTo(page, 'input[password]')
  await page.keyboard.type(account.password)
  await tabTo(page, 'input[code]')
  await page.keyboard.type(account.code())
  await keys(page, 'Enter')
  await page.waitForURL(/\/staff\/queue\//)
}

test('an operator signs in, finds, takes, asks, answers and closes an appeal without ever touching a mouse', async () => {
  const { appealId } = await anAppeal(stage.portal.deps, { topicId: 'unpaid-wages' })
  const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'desk' })
  await signInByKeyboard(page)

  await keys(page, 'Tab', 'Enter')
  expect(page.url()).toContain('#content')
  await tabTo(page, 'a', 'KG-')
  await keys(page, 'Enter')
  await page.waitForURL(new RegExp(paths.staffAppeal(appealId)))
  await tabTo(page, 'button', 'Взять себе')
  await keys(page, 'Enter')
  await expectDone(page, 'Вы взяли обращение себе.')

  await tabTo(page, 'summary', 'Спросить человека')
  await keys(page, 'Enter', 'Tab')
  await page.keyboard.type('Когда закончился договор?')
  await tabTo(page, 'button', 'Спросить человека')
  await keys(page, 'Enter')
  await expectDone(page, 'Вопрос отправлен.')

  await tabTo(page, 'textarea[text]', 'Ваш ответ')
  await page.keyboard.type('Обратитесь в представительство.')
  await tabTo(page, 'button', 'Ответить')
  await keys(page, 'Enter')
  await expectDone(page, 'Ответ отправлен.')
  await expectAccessible(page, 'an appeal after an act')

  await tabTo(page, 'summary', 'Закрыть')
  await keys(page, 'Enter')
  await tabTo(page, 'input[outcome]')
  await keys(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  expect((await focus(page)).words).toBe('Не принято к рассмотрению')
  await expectAccessible(page, 'the form that closes an appeal')
  await tabTo(page, 'button', 'Закрыть')
  await keys(page, 'Enter')
  // The summary has the focus, its first line leads to the field.
  await page.waitForSelector('.govuk-error-summary')
  await tabTo(page, 'a', 'Укажите причину')
  await keys(page, 'Enter')
  expect(await focus(page)).toMatchObject({ is: 'textarea[reason]', isSeen: true })
  await page.keyboard.type('Вопрос решает суд.')
  await tabTo(page, 'input[norm]')
  await page.keyboard.type('ст. 1')
  await tabTo(page, 'button', 'Закрыть')
  await keys(page, 'Enter')
  await expectDone(page, 'Обращение закрыто.')
  await context.close()
})

test('single keys move, take and write also in a Russian layout, ? lists them, and no key is swallowed while writing', async () => {
  const { appealId } = await anAppeal(stage.portal.deps, { topicId: 'unpaid-wages' })
  const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'desk' })
  await signInByKeyboard(page)
  const first = await page.locator('[data-row]').first().getAttribute('data-row')
  expect(first).toBe(paths.staffAppeal(appealId))
  // The key of "j" with a Russian layout types "о".
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true })),
  )
  expect((await focus(page)).words).toContain('KG-')
  await keys(page, '?')
  expect(await focus(page)).toMatchObject({ is: 'summary', words: 'Клавиши' })
  expect(await page.locator('[data-key-hints]').isVisible()).toBe(true)
  await keys(page, '?', 'k', 'Enter')
  await page.waitForURL(new RegExp(paths.staffAppeal(appealId)))
  await keys(page, 't')
  await expectDone(page, 'Вы взяли обращение себе.')
  await keys(page, 'a')
  await page.keyboard.type('take a job/j?')
  expect(await page.inputValue('#answer-text')).toBe('take a job/j?')
  await context.close()
})

test('Tab goes through the whole page of an appeal and out again', async () => {
  const { appealId } = await anAppeal(stage.portal.deps)
  const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'phone' })
  await signInByKeyboard(page)
  await page.goto(paths.staffAppeal(appealId))
  let stops = 0
  for (; stops < 100; stops++) {
    await keys(page, 'Tab')
    const now = await focus(page)
    if (now.is === 'body') break
    expect(now.isSeen, `${now.is} "${now.words}"`).toBe(true)
  }
  expect(stops).toBeGreaterThan(20)
  expect(stops).toBeLessThan(100)
  await context.close()
})
