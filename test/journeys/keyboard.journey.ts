import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { uiTexts } from '#src/ui/texts.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { fileAppeal, goOn } from './support/person.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

type Stop = { readonly is: string; readonly top: number; readonly left: number; readonly isCovered: boolean }

/** Goes through the page with Tab to its end: what had the focus, where it stood on the page, and whether one saw it. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || focused === document.body) return null
      const box = focused.getBoundingClientRect()
      // Several points: a link of two lines has none of itself in its middle.
      const points = [0.05, 0.5, 0.95].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [x, y] as const))
      const isSeen = points.some(([x, y]) => {
        const there = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
        return there !== null && (focused.contains(there) || there.closest('label')?.control === focused)
      })
      const is = `${focused.tagName} ${focused.className} ${focused.getAttribute('name') ?? focused.textContent.trim().slice(0, 40)}`
      return { is, top: box.top + scrollY, left: box.left, isCovered: !isSeen }
    })
    if (!stop) return stops
    stops.push(stop)
  }
  throw new Error('Tab does not come to an end of this page.')
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')
const isSummaryFocused = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches('.govuk-error-summary') ?? false)

describe.each(langs)('in %s', (lang) => {
  test('Tab goes down the first screen as one reads it, the skip link first, and shows each stop', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true })
    await page.goto(paths.ask(lang))
    const stops = await tabThrough(page)
    expect(stops[0]?.is).toContain(uiTexts.skipToContent[lang])
    // The quick exit stays at the edge of the window wherever one is.
    const inFlow = stops.slice(1).filter(({ is }) => !is.includes('exit-this-page'))
    expect(inFlow.length).toBeGreaterThan(12)
    expect(stops.length - inFlow.length).toBe(2)
    const outOfOrder = inFlow.filter(({ top, left }, at) => {
      const before = inFlow[at - 1]
      // On one line (24 px: radios beside each other, links in a header) it goes from left to right.
      return before && (top < before.top - 24 || (Math.abs(top - before.top) <= 24 && left < before.left))
    })
    expect(outOfOrder).toEqual([])
    expect(stops.filter(({ isCovered }) => isCovered)).toEqual([])
    await context.close()
  })

  test('sent empty by Enter, the summary has the focus and its first link leads to the field', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true })
    for (const path of [paths.ask(lang), paths.danger(lang)]) {
      await page.goto(path)
      const button = page.locator('main form button.govuk-button').last()
      await button.focus()
      await page.keyboard.press('Enter')
      await page.locator('.govuk-error-summary').waitFor()
      await page.waitForLoadState()
      expect(await isSummaryFocused(page), path).toBe(true)
      await page.keyboard.press('Tab')
      const target = await page.evaluate(() => document.activeElement?.getAttribute('href')?.slice(1) ?? '')
      await page.keyboard.press('Enter')
      expect(target).not.toBe('')
      expect(await focusedId(page)).toBe(target)
      expect(await page.evaluate(() => document.activeElement?.matches('input, textarea, select'))).toBe(true)
    }
    await context.close()
  })
})

test('the skip link leads past the header into the content', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  await page.goto(paths.home('ky'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await focusedId(page)).toBe('content')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  await context.close()
})

test('number, words and six digits can be pasted from the clipboard, and open the appeal', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const paste = async (selector: string, text: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text)
    await page.focus(selector)
    await page.keyboard.press('Control+V')
    expect(await page.inputValue(selector)).toBe(text)
  }
  const email = 'paste@example.org'
  const receipt = await fileAppeal(page, 'ru', { topic: 'health', message: 'Нужен врач.', email })
  await paste('[name=secondWord]', receipt.words[1] ?? '')
  await page.goto(paths.myAppeal('ru'))
  await paste('[name=number]', receipt.number)
  await paste('[name=secret]', receipt.words.join(' '))
  await goOn(page)
  await page.locator('.moj-message-list').waitFor()
  await paste('[name=code]', '123456')
  await page.goto(paths.staffSignIn())
  await paste('[name=code]', '654321')
  await paste('[name=password]', 'a long phrase')
  await context.close()
})
