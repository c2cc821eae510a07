import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { MOST_OF_A_SMALL_PICTURE } from '#src/modules/files/rules.ts'
import { paths } from '#src/paths.ts'
import { uiTexts } from '#src/ui/texts.ts'
import { goBack, newVisitor, openStage, type Stage } from './support/browser.ts'
import { axeFaults, faultsOf } from './support/inspect.ts'
import { fileAppeal, goOn, openAppeal, walkToCheck } from './support/person.ts'
import { findByNumber, signIn } from './support/staff.ts'

const message: Record<Lang, string> = {
  ky: 'Эки айдан бери айлык төлөнбөй жатат, сүрөттөрүн тиркедим.',
  ru: 'Не платят два месяца, прикладываю снимки.',
  en: 'Not paid for two months, pictures attached.',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const thumbnails = (page: Page) => page.locator('.mek-thumbnail img')

/** Waits until the browser has drawn each, or given it up, and says how wide each is. */
async function widths(page: Page): Promise<number[]> {
  const all = page.locator('.mek-thumbnail img, img.mek-picture')
  for (const one of await all.all()) await one.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => Array.from(document.images).every(({ complete }) => complete))
  return all.evaluateAll((images) =>
    images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
  )
}

/** In the order of the page: in a test they all came at the same moment. */
const namesOn = (page: Page) => page.locator('.mek-message-files li div a').allInnerTexts()
const threePhotos = (lang: Lang) => ({ topic: 'unpaid-wages', message: message[lang], photos: 3 })

async function atMyAppeal(lang: Lang, hasScripts: boolean) {
  const { context, page } = await newVisitor(stage, { hasScripts })
  const receipt = await fileAppeal(page, lang, threePhotos(lang))
  await openAppeal(page, lang, receipt, receipt.digits)
  return { context, page, receipt }
}

describe.each(langs)('in %s', (lang) => {
  test('pictures of the conversation are small and come alone; a press shows one large, and the next, without scripts', async () => {
    const { context, page } = await atMyAppeal(lang, false)
    expect(await widths(page)).toEqual([320, 320, 320])
    const [first] = await namesOn(page)
    await thumbnails(page).first().click()
    await page.locator('img.mek-picture').waitFor()
    expect(await widths(page)).toEqual([640])
    expect(await page.locator('h1').innerText()).toBe(first)
    await page.locator('a[rel=next]').click()
    await page.getByText(uiTexts.pictureOf(2, 3)[lang]).waitFor()
    await page.locator('.govuk-back-link').click()
    expect(page.url()).toMatch(new RegExp(`${paths.myAppealView(lang)}#message-\\d+$`))
    await thumbnails(page).first().waitFor()
    await context.close()
  })

  test('the pages with pictures pass axe, 320 px and letters of 200 %, of the draft, of my appeal and of the desk', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const faults: string[] = []
    const look = async (where: Page, name: string) => void faults.push(...(await faultsOf(where, `${name} (${lang})`)))
    await walkToCheck(page, lang, threePhotos(lang))
    expect(await widths(page)).toEqual([320, 320, 320])
    await look(page, 'the check page with pictures')
    await thumbnails(page).nth(1).click()
    expect(await widths(page)).toEqual([640])
    await look(page, 'a picture of a draft')
    await page.locator('.govuk-back-link').click()
    await goOn(page)
    const number = await page.locator('.govuk-panel .mek-code').innerText()
    const digits = /\b\d{4}-\d{4}-\d{4}-\d{2}\b/.exec(await page.locator('main').innerText())?.[0] ?? ''
    await openAppeal(page, lang, { number, words: [], digits }, digits)
    await look(page, 'my appeal with pictures')
    await page.emulateMedia({ media: 'print' })
    faults.push(...(await axeFaults(page, `my appeal with pictures on paper (${lang})`)))
    await page.emulateMedia({ media: 'screen' })
    await thumbnails(page).first().click()
    await look(page, 'a picture of my appeal')
    const operator = await signIn(stage, 'operator', { lang, hasScripts: true })
    expect(await findByNumber(operator.page, number)).toBe(true)
    await look(operator.page, 'an appeal with pictures')
    await thumbnails(operator.page).first().click()
    expect(await widths(operator.page)).toEqual([640])
    await look(operator.page, 'a picture at the desk')
    expect(faults).toEqual([])
    await Promise.all([context.close(), operator.context.close()])
  })
})

test('arrows turn from one picture to the next, Escape goes back, and Alt with an arrow is the browser’s own', async () => {
  const { context, page } = await atMyAppeal('ru', true)
  const [, second = '', third = ''] = await namesOn(page)
  await thumbnails(page).first().click()
  const heading = page.locator('h1')
  await page.locator('img.mek-picture').waitFor()
  await page.waitForLoadState()
  for (const [key, name] of [
    ['ArrowRight', second],
    ['ArrowRight', third],
    ['ArrowRight', third],
    ['ArrowLeft', second],
    ['Alt+ArrowRight', second],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByRole('heading', { name }).waitFor()
    await page.waitForLoadState()
    expect(await heading.innerText()).toBe(name)
  }
  await page.keyboard.press('Escape')
  await page.locator('.moj-message-list').waitFor()
  await context.close()
})

test('nothing jumps while small pictures come, each weighs 15 kB at most, and none is asked for before it is near', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true })
  const receipt = await fileAppeal(page, 'ru', threePhotos('ru'))
  const bytes: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/small')) void response.body().then((body) => bytes.push(body.length))
  })
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, { shift: Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')) })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await openAppeal(page, 'ru', receipt, receipt.digits)
  expect(await thumbnails(page).evaluateAll((all) => all.map((one) => one.getAttribute('loading')))).toEqual([
    'lazy',
    'lazy',
    'lazy',
  ])
  await widths(page)
  expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')))).toBeLessThan(0.01)
  expect(bytes).toHaveLength(3)
  expect(Math.max(...bytes)).toBeLessThanOrEqual(MOST_OF_A_SMALL_PICTURE)
  await context.close()
})

test('a picture that does not come leaves its name, words that lead to it, and the way to the file', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true })
  const receipt = await fileAppeal(page, 'ru', threePhotos('ru'))
  await context.route('**/small', (route) => route.abort())
  await openAppeal(page, 'ru', receipt, receipt.digits)
  expect(await widths(page)).toEqual([0, 0, 0])
  const first = page.locator('.mek-message-files li', { hasText: 'photo-1.jpg' })
  expect(await first.getByRole('link', { name: uiTexts.showLarge('photo-1.jpg').ru }).isVisible()).toBe(true)
  const download = page.waitForEvent('download')
  await first.getByRole('link', { name: 'photo-1.jpg', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('photo-1.jpg')
  await context.close()
})

test('whoever leaves quickly from a large picture leaves none behind: not by going back, not by its address, not in the cache', async () => {
  const { context, page } = await atMyAppeal('ru', true)
  await widths(page)
  await thumbnails(page).first().click()
  await widths(page)
  const [address, picture] = [page.url(), await page.locator('img.mek-picture').getAttribute('src')]
  await context.route(`**${paths.exit()}`, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    await route.fulfill({ response: answer, status: 200, contentType: 'text/html', body: '<title>News</title>' })
  })
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(`**${paths.exit()}`)
  await context.unroute(`**${paths.exit()}`)
  expect(await goBack(page)).not.toContain('photo-')
  await page.goto(address)
  expect(await page.locator('img.mek-picture').count()).toBe(0)
  // From whatever the browser keeps, never from the server.
  const kept = await page.evaluate(async (src) => {
    const answer = await fetch(src ?? '', { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => undefined)
    return answer?.ok ?? false
  }, picture)
  expect(kept).toBe(false)
  await context.close()
})

test('a picture stands on paper as well', async () => {
  const { context, page } = await atMyAppeal('ru', true)
  await page.emulateMedia({ media: 'print' })
  expect(await thumbnails(page).first().isVisible()).toBe(true)
  const before = (await page.pdf()).length
  await thumbnails(page).evaluateAll((all) => all.forEach((one) => one.remove()))
  expect((await page.pdf()).length).toBeLessThan(before)
  await context.close()
})
