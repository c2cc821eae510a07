import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  newVisitor,
  openStage,
  screens,
  type Stage,
} from './support/browser.ts'

/** Every page somebody without a session can ask for. */
const publicPages: Readonly<Record<string, (lang: Lang) => string>> = {
  home: paths.home,
  topics: paths.topics,
  foreigners: paths.foreigners,
  about: paths.about,
  privacy: paths.privacy,
  accessibility: paths.accessibility,
  danger: paths.danger,
  ask: (lang) => paths.ask(lang),
  'my appeal': paths.myAppeal,
  'nowhere to be found': (lang) => `/${lang}/no-such-page`,
}
const COLD_BUDGET = 30_000

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each(langs)('in %s', (lang) => {
  test.each(Object.entries(publicPages))(
    '%s passes axe, fits 320 px and 400 % zoom, and names its language',
    async (name, path) => {
      const { context, page } = await newVisitor(stage, { hasScripts: true })
      const foreign: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(stage.address)) foreign.push(request.url())
      })
      await page.goto(path(lang))
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.title()).not.toBe('')
      await expectAccessible(page, `${name} (${lang})`)
      // 1280 px at 400 % is 320 CSS px: the same thing to the page.
      await page.setViewportSize(screens.narrow)
      await expectNoSidewaysScroll(page, `${name} (${lang}) at 320 px`)
      expect(foreign).toEqual([])
      await context.close()
    },
  )

  test.each(Object.entries(publicPages))('%s comes in at most 30 kB from a cold start', async (name, path) => {
    const { context, page } = await newVisitor(stage, { hasScripts: true })
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(path(lang), { waitUntil: 'networkidle' })
    expect(bytes, `${name} (${lang}) weighs ${bytes} bytes`).toBeLessThanOrEqual(COLD_BUDGET)
    await context.close()
  })

  test('without scripts every page has its heading, its way to danger and its three languages', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: false })
    for (const path of Object.values(publicPages)) {
      await page.goto(path(lang))
      await expect(page.locator('h1').count()).resolves.toBe(1)
      await expect(page.locator(`header a.mek-header__danger[href="${paths.danger(lang)}"]`).count()).resolves.toBe(1)
    }
    await context.close()
  })
})
