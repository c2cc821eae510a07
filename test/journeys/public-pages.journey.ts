import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { paths, patterns } from '#src/paths.ts'
import { fillPattern, routesOf } from '#test/support/route-table.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'

/** Every page somebody without a session can ask for by its address. */
const publicPages: Readonly<Record<string, (lang: Lang) => string>> = {
  home: paths.home,
  topics: paths.topics,
  foreigners: paths.foreigners,
  about: paths.about,
  privacy: paths.privacy,
  accessibility: paths.accessibility,
  danger: (lang) => paths.danger(lang),
  'danger in a country': (lang) => paths.danger(lang, { country: 'RU' }),
  'danger in a country without a number': (lang) => paths.danger(lang, { country: 'ZZ' }),
  ask: (lang) => paths.ask(lang),
  'ask for a topic': (lang) => paths.ask(lang, { kind: 'problem-report', topic: 'unpaid-wages' }),
  'a draft that is lost': (lang) => paths.ask(lang, { lost: 'yes' }),
  'check a proof': (lang) => paths.checkProof(lang),
  'a code of a draft': (lang) => paths.resume(lang),
  'my appeal': (lang) => paths.myAppeal(lang),
  'my appeal after its time': (lang) => paths.myAppeal(lang, { ended: 'yes' }),
  'confirm an address': (lang) => paths.verifyContact(lang, 'A'.repeat(43)),
  'nowhere to be found': (lang) => `/${lang}/no-such-page`,
}
/** Pages that one only walks to (form-screens.journey.ts), and our own pieces (gallery.journey.ts). */
const lookedAtElsewhere: readonly string[] = [
  patterns.askStep,
  patterns.askPicture,
  patterns.myAppealView,
  patterns.myAppealPicture,
  patterns.myAppealProof,
  patterns.gallery,
  patterns.gallerySample,
]
/** Answers that are no page: files, words for machines, addresses that only lead on. */
const noPages: readonly string[] = [
  patterns.root,
  patterns.exit,
  patterns.askSend,
  patterns.askCode,
  patterns.askHandOver,
  patterns.askFileOwn,
  patterns.askPictureDrawn,
  patterns.receiptProve,
  patterns.myAppealOpen,
  patterns.myAppealEnded,
  patterns.myAppealReply,
  patterns.myAppealAct,
  patterns.myAppealFile,
  patterns.myAppealPictureDrawn,
  patterns.proofKeys,
  patterns.ownerStyle,
  patterns.robots,
  patterns.securityText,
  patterns.assets,
  patterns.health,
  patterns.ready,
]
const COLD_BUDGET = 30_000

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('no public page is left out: each stands in the list above, or is walked to elsewhere', () => {
  const addresses = Object.values(publicPages).map((path) => withoutQuery(path('ru')) ?? '')
  const isLookedAt = (pattern: string) => {
    const form = new RegExp(`^${fillPattern(pattern, (part) => (part === 'lang' ? 'ru' : '[^/]+'))}$`)
    return addresses.some((address) => form.test(address))
  }
  const left = routesOf(stage.portal.app)
    .filter(({ method, pattern }) => method === 'GET' && !pattern.startsWith('/staff') && !isLookedAt(pattern))
    .map(({ pattern }) => pattern)
  expect(left.toSorted()).toEqual([...lookedAtElsewhere, ...noPages].toSorted())
})

describe.each(langs)('in %s', (lang) => {
  test.each(Object.entries(publicPages))(
    '%s passes axe, fits 320 px and letters of 200 %, names its language, and comes in 30 kB from us alone',
    async (name, path) => {
      const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
      const foreign: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(stage.address)) foreign.push(request.url())
      })
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      let bytes = 0
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      await page.goto(path(lang))
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.title()).not.toBe('')
      expect(await faultsOf(page, `${name} (${lang})`)).toEqual([])
      // The icon comes after the page, but before axe is done.
      expect(bytes).toBeGreaterThan(5000)
      expect(bytes, `${name} (${lang}) weighs ${bytes} bytes`).toBeLessThanOrEqual(COLD_BUDGET)
      expect(foreign).toEqual([])
      await context.close()
    },
  )

  test('without scripts every page has its heading, its way to danger and the same page in three languages', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: false })
    for (const [name, path] of Object.entries(publicPages)) {
      await page.goto(path(lang))
      expect(await page.locator('h1').count(), name).toBe(1)
      expect(await page.locator(`header a.mek-header__danger[href="${paths.danger(lang)}"]`).count(), name).toBe(1)
      const links = page.locator('.mek-languages a')
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('lang'))), name).toEqual([...langs])
      expect(await page.locator('.mek-languages a[aria-current]').getAttribute('lang'), name).toBe(lang)
      for (const other of langs) {
        const href = await page.locator(`.mek-languages a[lang=${other}]`).getAttribute('href')
        expect(withoutQuery(href), name).toBe(withoutQuery(path(other)))
      }
    }
    await context.close()
  })

  test('without scripts a link of the language switch leads to the page in that language', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: false })
    for (const other of langs.filter((one) => one !== lang)) {
      await page.goto(paths.danger(lang, { country: 'RU' }))
      await page.locator(`.mek-languages a[lang=${other}]`).click()
      expect(new URL(page.url()).pathname).toBe(paths.danger(other))
      expect(await page.inputValue('[name=country]')).toBe('RU')
      expect(await page.locator('html').getAttribute('lang')).toBe(other)
    }
    await context.close()
  })
})

/** Which query a switch keeps is tried apart; an address that says nothing else must be the same page. */
const withoutQuery = (path: string | null) => path?.replace(/\?.*/, '')
