import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Lang } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'

export type Receipt = { readonly number: string; readonly words: readonly string[]; readonly digits: string }
export type Filing = {
  readonly topic: string
  readonly message: string
  readonly photos?: number
  readonly email?: string
  readonly answers?: Readonly<Record<string, string>>
  readonly wantsProtection?: boolean
  /** What to do on the last page before it is sent. */
  readonly beforeSending?: (page: Page) => Promise<void>
}

/** The main button of the screen: the last form's that is shown. */
export const goOn = (page: Page) =>
  page.locator('main form button.govuk-button:not(.govuk-button--secondary):visible').last().click()

/** Walks from the home page through all screens as somebody would, sends, and reads the receipt. */
export async function fileAppeal(page: Page, lang: Lang, filing: Filing): Promise<Receipt> {
  await walkToCheck(page, lang, filing)
  await filing.beforeSending?.(page)
  await goOn(page)
  return readReceipt(page)
}

/** The same walk, up to the page where one looks over everything and sends it. */
export async function walkToCheck(page: Page, lang: Lang, filing: Filing) {
  await page.goto(paths.home(lang))
  await page
    .locator(`main a[href="${paths.ask(lang, { kind: 'problem-report' })}"]`)
    .first()
    .click()
  await fillWho(page)
  await goOn(page)
  await chooseTopic(page, filing.topic)
  await page.fill('main [name=message]', filing.message)
  await goOn(page)
  for (const [name, value] of Object.entries(filing.answers ?? {})) await page.fill(`main [name="q-${name}"]`, value)
  await goOn(page)
  for (let count = 1; count <= (filing.photos ?? 0); count++) await addPhoto(page, `photo-${count}.jpg`)
  await toContact(page, lang)
  if (filing.email !== undefined) {
    await page.fill('main [name=email]', filing.email)
    await page.check('main [name=safeContact][value=email]')
  }
  if (filing.wantsProtection === true) await page.check('main [name=protection]')
  await goOn(page)
}

/** The first screen of a citizen near Moscow who is in no danger. After an error the language switch has such fields too. */
export async function fillWho(page: Page) {
  await page.check('main [name=asWho][value=citizen]')
  await page.check('main [name=onBehalf][value=no]')
  await page.selectOption('main [name=country]', 'RU')
  await page.fill('main [name=city]', 'Подольск')
  await page.check('main [name=inDanger][value=no]')
}

/** From the screen of files, which is left by a link. */
export const toContact = (page: Page, lang: Lang) =>
  page
    .locator(`main a[href="${paths.askStep(lang, 'contact')}"]`)
    .last()
    .click()

export async function chooseTopic(page: Page, topic: string) {
  const radio = page.locator(`[name=topic][value="${topic}"]`)
  if (!(await radio.isVisible())) await page.locator('details', { has: radio }).locator('summary').click()
  await radio.check()
  await goOn(page)
}

export async function addPhoto(page: Page, name: string) {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#9b1b30' } })
    .jpeg()
    .toBuffer()
  await page.setInputFiles('input[type=file]', { name, mimeType: 'image/jpeg', buffer })
  await page.locator('form[enctype] button').last().click()
  await page.getByText(name).first().waitFor()
}

export async function readReceipt(page: Page): Promise<Receipt> {
  await page.locator('.govuk-panel--confirmation').waitFor()
  const number = await page.locator('.govuk-panel .mek-code').innerText()
  const words = await page.locator('.mek-words').first().locator('.mek-words__word').allInnerTexts()
  const text = await page.locator('main').innerText()
  const digits = /\b\d{4}-\d{4}-\d{4}-\d{2}\b/.exec(text)?.[0] ?? ''
  expect(number).toMatch(/^KG-\d{2}-\d{7}-\d$/)
  expect(words).toHaveLength(4)
  expect(digits).not.toBe('')
  return { number, words, digits }
}

/** Opens "my appeal" with number and words, or with number and digits. */
export async function openAppeal(page: Page, lang: Lang, { number }: Receipt, secret: string) {
  await page.goto(paths.myAppeal(lang))
  await page.fill('main [name=number]', number)
  await page.fill('main [name=secret]', secret)
  await goOn(page)
  await page.locator('.moj-message-list').waitFor()
  // Scripts run once the page is whole.
  await page.waitForLoadState()
}
