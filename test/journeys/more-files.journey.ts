import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import { sample } from '#test/support/zoo/corpus.ts'
import { aDocument } from '#test/support/zoo/documents.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'
import { fileAppeal, openAppeal } from './support/person.ts'
import { findByNumber, signIn } from './support/staff.ts'

const words: Record<Lang, string> = {
  ky: 'Мына сүрөт, келишим жана үн жазуу.',
  ru: 'Вот фото, договор и голосовое сообщение.',
  en: 'Here are the photo, the contract and a voice note.',
}
const files = [
  { name: 'IMG_0007.HEIC', mimeType: 'image/heic', buffer: sample('photo.heic') },
  { name: 'келишим.docx', mimeType: '', buffer: aDocument() },
  { name: 'үн.m4a', mimeType: 'audio/x-m4a', buffer: sample('voice.m4a') },
]
const aProgram = { name: 'macro.docx', mimeType: '', buffer: aDocument({ type: 'macroEnabled' }) }

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, act: 'file' | 'send') => page.locator(`main button[name=act][value=${act}]`).click()

/** Seconds of the sound, once the browser has read its head: not where the page's policy or the sound itself does not let it. */
async function secondsOf(page: Page): Promise<number> {
  const audio = page.locator('audio.mek-voice-note')
  await audio.evaluate((one) => {
    if (!(one instanceof HTMLAudioElement)) throw new Error('No sound.')
    one.preload = 'metadata'
    one.load()
  })
  // Asked again and again: without scripts no event is heard.
  const seconds = () => audio.evaluate((one) => (one instanceof HTMLAudioElement ? one.duration : Number.NaN))
  return vi.waitUntil(async () => (await seconds()) || false, { timeout: 10_000 })
}

describe.each(langs)('in %s', (lang) => {
  test('a photo of an iPhone, a Word document and a voice note are sent without scripts, seen, played and downloaded by both sides', async () => {
    const { context, page } = await newVisitor(stage, { hasScripts: false })
    const receipt = await fileAppeal(page, lang, { topic: 'unpaid-wages', message: words[lang] })
    await openAppeal(page, lang, receipt, receipt.digits)
    await page.fill('main [name=text]', words[lang])
    await page.setInputFiles('main [name=file]', aProgram)
    await press(page, 'file')
    await page.locator('.govuk-error-message', { hasText: fileTexts.documentRefused[lang] }).waitFor()
    expect(await page.inputValue('main [name=text]')).toBe(words[lang])
    for (const file of files) {
      await page.setInputFiles('main [name=file]', file)
      await press(page, 'file')
      await page.locator('.mek-files__name', { hasText: file.name.replace('HEIC', 'jpg') }).waitFor()
    }
    await press(page, 'send')
    await page.locator('.mek-message-files').waitFor()
    await seeAll(page)
    await context.close()

    const staff = await signIn(stage, 'operator', { lang, hasScripts: true })
    expect(await findByNumber(staff.page, receipt.number)).toBe(true)
    await seeAll(staff.page)
    const faults = await faultsOf(staff.page, `the desk's appeal with more files (${lang})`)
    await staff.context.close()
    const later = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
    await openAppeal(later.page, lang, receipt, receipt.digits)
    faults.push(...(await faultsOf(later.page, `my appeal with more files (${lang})`)))
    await later.context.close()
    expect(faults).toEqual([])
  })
})

async function seeAll(page: Page) {
  const photo = page.locator('.mek-thumbnail img')
  await photo.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => Array.from(document.images).every(({ complete }) => complete))
  expect(await photo.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(120)
  expect(await secondsOf(page)).toBeCloseTo(1.5, 0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.mek-message-files a', { hasText: 'келишим.docx' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('келишим.docx')
}
