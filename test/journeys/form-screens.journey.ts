import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { receiptTexts } from '#src/modules/intake/texts/receipt.ts'
import { paths } from '#src/paths.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { replaceHasher } from '#tools/trust/support/guessing.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { axeFaults, faultsOf } from './support/inspect.ts'
import {
  addPhoto,
  chooseTopic,
  fileAppeal,
  fillWho,
  goOn,
  openAppeal,
  readReceipt,
  toContact,
} from './support/person.ts'

const message: Record<Lang, string> = {
  ky: 'Эки айдан бери айлык төлөнбөй жатат, он эки адамбыз.',
  ru: 'Нам не платят два месяца, нас двенадцать человек.',
  en: 'We have not been paid for two months, we are twelve.',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Looks at each page one stops at, and keeps what is wrong with it. */
function walkOf(page: Page, lang: Lang) {
  const faults: string[] = []
  return {
    faults,
    stop: async (name: string) => void faults.push(...(await faultsOf(page, `${name} (${lang})`))),
    /** Sends the screen as it is, and looks at what it says. */
    stopAtErrors: async (name: string) => {
      await goOn(page)
      await page.locator('.govuk-error-summary').waitFor()
      faults.push(...(await faultsOf(page, `${name} with errors (${lang})`)))
    },
  }
}

describe.each(langs)('in %s', (lang) => {
  test('every screen of the form, with and without errors, and the receipt pass axe, 320 px and letters of 200 %', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const { faults, stop, stopAtErrors } = walkOf(page, lang)
    await page.goto(paths.ask(lang, { kind: 'problem-report' }))
    await stopAtErrors('who')
    await fillWho(page)
    await goOn(page)
    await stop('topic')
    await stopAtErrors('topic')
    await chooseTopic(page, 'unpaid-wages')
    await stop('words')
    await stopAtErrors('words')
    await page.fill('main [name=message]', message[lang])
    await page.check('main [name=ownPhone][value=no]')
    await goOn(page)
    await stop('questions')
    await goOn(page)
    await page.setInputFiles('input[type=file]', { name: 'a.exe', mimeType: 'image/jpeg', buffer: Buffer.from('MZ') })
    await page.locator('form[enctype] button').last().click()
    await page.locator('.govuk-error-summary').waitFor()
    await stop('files with errors')
    await addPhoto(page, 'contract.jpg')
    await stop('files')
    await toContact(page, lang)
    await stop('contact')
    await page.fill('main [name=email]', 'not an address')
    await page.fill('main [name=phone]', '12')
    await stopAtErrors('contact')
    await page.fill('main [name=email]', `${lang}@example.org`)
    await page.fill('main [name=phone]', '')
    await page.check('main [name=safeContact][value=email]')
    await goOn(page)
    await stop('check your answers')
    await goOn(page)
    const receipt = await readReceipt(page)
    await stop('receipt')
    await page.locator('details summary').first().click()
    await page.emulateMedia({ media: 'print' })
    faults.push(...(await axeFaults(page, `receipt on paper (${lang})`)))
    expect(await page.locator('header .mek-header__danger').isVisible()).toBe(false)
    expect(await page.getByText(receipt.digits).first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.fill('main [name=secondWord]', 'abc')
    await page
      .locator('form', { has: page.locator('[name=secondWord]') })
      .locator('button')
      .click()
    await page.locator('.govuk-error-summary').waitFor()
    await stop('receipt with wrong words')
    await page.fill('main [name=secondWord]', receipt.words[1] ?? '')
    await page.fill('main [name=fourthWord]', receipt.words[3] ?? '')
    await page
      .locator('form', { has: page.locator('[name=secondWord]') })
      .locator('button')
      .click()
    await page.locator('.govuk-panel--confirmation').waitFor({ state: 'detached' })
    await stop('words are proved')
    await page.goto(paths.ask(lang))
    await stop('after sending')
    expect(faults).toEqual([])
    await context.close()
  })

  test('my appeal passes them too: open, with wrong words, with errors, closed, and after its time', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const { faults, stop, stopAtErrors } = walkOf(page, lang)
    await page.goto(paths.danger(lang, { country: 'RU' }))
    await stopAtErrors('danger')
    await page.fill('main [name=where]', 'Подольск')
    await page.fill('main [name=what]', message[lang])
    await page.fill('main [name=reach]', `danger-${lang}@example.org`)
    await goOn(page)
    await readReceipt(page)
    await stop('receipt of a danger report')
    const email = `my-${lang}@example.org`
    const receipt = await fileAppeal(page, lang, { topic: 'health', message: message[lang], email })

    await page.goto(paths.myAppeal(lang))
    await page.fill('main [name=number]', receipt.number)
    await page.fill('main [name=secret]', 'wrong words')
    await stopAtErrors('my appeal, wrong words')
    await openAppeal(page, lang, receipt, receipt.digits)
    await stop('my appeal')
    const counting = page.locator('.mek-counting').first()
    expect(await counting.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    faults.push(...(await axeFaults(page, `my appeal on paper (${lang})`)))
    // Nobody unfolds anything on paper.
    expect(await counting.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('button[name=act][value=send]').click()
    await page.locator('.govuk-error-summary').waitFor()
    await stop('my appeal, nothing written')
    await page.locator(`form[action="${paths.myAppealAct(lang, 'code')}"] button`).click()
    await page.locator('main [name=code]').waitFor()
    await page.fill('main [name=code]', '000000')
    await page.locator(`form[action="${paths.myAppealAct(lang, 'confirm')}"] button`).click()
    await page.locator('.govuk-error-summary').waitFor()
    await stop('my appeal, a wrong code')
    await openClosing(page)
    await page
      .locator('form', { has: page.locator('[name=outcome]') })
      .locator('button')
      .click()
    await page.locator('.govuk-error-summary').waitFor()
    await stop('my appeal, closed without saying why')
    await page.check('main [name=outcome][value=solved]')
    await page
      .locator('form', { has: page.locator('[name=outcome]') })
      .locator('button')
      .click()
    await page.locator('main [name=reopenReason]').waitFor()
    await stop('my appeal, closed')
    stage.portal.clock.advance(31 * 60_000)
    await page.reload()
    await page.locator('main [name=secret]').waitFor()
    await stop('my appeal, its time over')
    expect(faults).toEqual([])
    await context.close()
  })

  test('so does the page that says that too many ask, with what was typed, and its button goes on where one was', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const { faults, stop } = walkOf(page, lang)
    await page.goto(paths.ask(lang, { kind: 'problem-report' }))
    await fillWho(page)
    stage.portal.sheds(true)
    await goOn(page)
    await page.locator('.typed').first().waitFor()
    await stop('too many ask')
    stage.portal.sheds(false)
    await goOn(page)
    await page.locator('main [name=topic]').first().waitFor({ state: 'attached' })
    expect(faults).toEqual([])
    await context.close()
  })

  test('so do the pages that answer what had come before, and what comes while too many are taken in', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const { faults, stop } = walkOf(page, lang)
    const { hasher } = stage.portal.deps
    const full = () => Promise.resolve({ ok: false, refusal: 'busy' } as const)
    await page.goto(paths.danger(lang))
    const key = await page.locator('main [name=key]').getAttribute('value')
    await page.fill('main [name=what]', message[lang])
    replaceHasher(stage.portal, { hash: full, verify: full, waiting: () => 40 })
    await goOn(page)
    await page.locator('h1', { hasText: receiptTexts.busyTitle[lang] }).waitFor()
    await stop('a call for help while too many are taken in')
    replaceHasher(stage.portal, hasher)
    await goOn(page)
    await readReceipt(page)
    // Without its cookie it is another browser.
    await context.clearCookies()
    await page.fill('main [name=secondWord]', '—')
    await page
      .locator('form', { has: page.locator('[name=secondWord]') })
      .locator('button')
      .click()
    await page.locator('.govuk-error-summary').waitFor()
    await stop('words to prove again')
    await context.clearCookies()
    await page.goto(paths.danger(lang))
    await page.locator('main [name=key]').evaluate((field: HTMLInputElement, was) => (field.value = was), key ?? '')
    await page.fill('main [name=what]', message[lang])
    await goOn(page)
    await page.locator('h1', { hasText: receiptTexts.alreadyTitle[lang] }).waitFor()
    await stop('already received')
    expect(faults).toEqual([])
    await context.close()
  })

  test('so does the page that confirms an address, with a good link and with one that has been used', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    const { faults, stop } = walkOf(page, lang)
    await stage.portal.runJobs()
    const letters = stage.portal.mail.letters.map(wordsOf).join('\n')
    const link = new RegExp(`/${lang}/verify/[\\w-]+`).exec(letters)?.[0]
    expect(link).toBeDefined()
    for (const name of ['an address is confirmed', 'an address was confirmed before']) {
      await page.goto(link ?? '')
      await page.locator('main form button').last().click()
      await stop(name)
    }
    expect(faults).toEqual([])
    await context.close()
  })
})

async function openClosing(page: Page) {
  const fold = page.locator('details', { has: page.locator('[name=outcome]') })
  if (!(await page.locator('main [name=outcome]').first().isVisible())) await fold.locator('summary').click()
}
