import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { screens } from './browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What a finger needs, in CSS px; half a pixel is the browser's rounding. */
const TARGET = 43.5

/** WCAG 2.2 AA as far as a machine can see it. Needs scripts in the page. */
export async function axeFaults(page: Page, what: string): Promise<string[]> {
  // Our pages have no frames: without them axe needs no second page to gather its results in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
  return violations.map(
    ({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

export async function expectAccessible(page: Page, what: string) {
  expect(await axeFaults(page, what)).toEqual([])
}

/** Nothing is wider than the screen, as wide as it is now. */
async function widthFaults(page: Page, what: string): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = Array.from(document.querySelectorAll<HTMLElement>('body *'))
      .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > clientWidth)
      .map((part) => `${part.tagName}.${part.className} "${part.textContent.trim().slice(0, 30)}"`)
    return [`${scrollWidth - clientWidth} px too wide`, ...beyond.slice(-3)]
  })
  return wide.length > 0 ? [`${what}: ${wide.join(', ')}`] : []
}

/** Everything one presses is as large as a finger; a link inside a line of text is as high as its line. */
async function targetFaults(page: Page, what: string): Promise<string[]> {
  const small = await page.evaluate((least) => {
    const pressed = 'a[href], button, summary, select, textarea, input:not([type=hidden])'
    return Array.from(document.querySelectorAll<HTMLElement>(pressed))
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => !(target instanceof HTMLAnchorElement && getComputedStyle(target).display === 'inline'))
      .filter((target) => !target.matches('.govuk-skip-link'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.height < least || box.width < least)
      .map(({ target, box }) => {
        const name = target.getAttribute('name') ?? target.textContent.trim().slice(0, 30)
        return `${target.tagName} ${target.className} "${name}" is ${Math.round(box.width)} × ${Math.round(box.height)}`
      })
  }, TARGET)
  return [...new Set(small)].map((one) => `${what}: ${one}`)
}

const isNarrow = (page: Page) => page.viewportSize()?.width === screens.narrow.width

/** Looks at the page on the narrowest screen, and leaves it as wide as it was. */
async function onNarrow(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  if (isNarrow(page)) return look()
  const before = page.viewportSize() ?? screens.phone
  await page.setViewportSize(screens.narrow)
  const faults = await look()
  await page.setViewportSize(before)
  return faults
}

/** On 320 px (1,280 at 400 %) nothing scrolls sideways, and what one presses is large enough. */
export const narrowFaults = (page: Page, what: string): Promise<string[]> =>
  onNarrow(page, async () => [
    ...(await widthFaults(page, `${what} at 320 px`)),
    ...(await targetFaults(page, `${what} at 320 px`)),
  ])

/** Letters twice as large still fit the screen, as wide as it is now. */
async function enlargedFaults(page: Page, what: string): Promise<string[]> {
  // Through the style object: the content policy forbids the attribute.
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
  const faults = await widthFaults(page, `${what} with letters of 200 %`)
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
  return faults
}

/** Everything a machine can say about how accessible this page is, in sentences; empty when there is nothing to say. */
export async function faultsOf(page: Page, what: string): Promise<string[]> {
  return [
    ...(await axeFaults(page, what)),
    ...(isNarrow(page) ? [] : await enlargedFaults(page, what)),
    ...(await onNarrow(page, () => enlargedFaults(page, `${what} at 320 px`))),
    ...(await narrowFaults(page, what)),
  ]
}
