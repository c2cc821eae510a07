import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { uiTexts } from '#src/ui/texts.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'
import { fileAppeal, openAppeal, walkToCheck } from './support/person.ts'

const message = 'Не платят два месяца.'
/** HTMLMediaElement.NETWORK_NO_SOURCE */
const NO_SOURCE = 3

let stage: Stage
beforeAll(async () => {
  // Beeps once a second, as a microphone would bring it. Nobody asks: what a test does not allow is refused.
  stage = await openStage({ flags: ['--use-fake-device-for-media-stream'] })
})
afterAll(() => stage.close())

type Visit = { readonly lang?: Lang; readonly mayRecord?: boolean; readonly hasScripts?: boolean }

async function visit({ mayRecord = true, hasScripts = true }: Visit = {}) {
  const { context, page } = await newVisitor(stage, { hasScripts, screen: 'narrow' })
  if (mayRecord) await context.grantPermissions(['microphone'], { origin: stage.address })
  return { context, page }
}

/** The screen of a draft where files are added. */
async function atFiles({ lang = 'ru', ...visitor }: Visit = {}) {
  const { context, page } = await visit(visitor)
  await walkToCheck(page, lang, { topic: 'unpaid-wages', message })
  await page.goto(paths.askStep(lang, 'files'))
  return { context, page }
}

const press = (page: Page, what: 'record' | 'stop' | 'attach' | 'drop') => page.click(`[data-voice-do=${what}]`)
const saysNow = (page: Page, words: string) => page.locator('[data-voice-said]', { hasText: words }).waitFor()
const chosenIn = (page: Page) =>
  page
    .locator('input[type=file]')
    .evaluate((field) => (field instanceof HTMLInputElement ? field.files?.length : undefined))

/** So long that something can be heard. */
async function recordAWhile(page: Page, lang: Lang = 'ru') {
  await press(page, 'record')
  await saysNow(page, uiTexts.voiceRecording[lang])
  await page.locator('[data-voice-time]', { hasText: '0:02' }).waitFor()
  await press(page, 'stop')
  await saysNow(page, uiTexts.voiceReady[lang])
}

/** Plays half a second of it; gives how far it came. */
const hear = (audio: Locator) =>
  audio.evaluate(async (player) => {
    if (!(player instanceof HTMLAudioElement)) return 0
    player.muted = true
    await player.play()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return player.currentTime
  })

const voicesKept = async () => {
  const rows = await stage.portal.db.selectFrom('files').select(['type', 'bytes', 'message_id']).execute()
  return rows.filter(({ type }) => type.startsWith('audio/'))
}

describe.each(langs)('in %s', (lang) => {
  test('a voice note is recorded, listened to and attached, and every state passes axe and 320 px', async () => {
    const { context, page } = await atFiles({ lang })
    const before = (await voicesKept()).length
    const faults = await faultsOf(page, `before recording (${lang})`)
    await press(page, 'record')
    await saysNow(page, uiTexts.voiceRecording[lang])
    expect(await page.locator('[data-voice-time]').innerText()).toMatch(/^0:\d\d \/ 3:00$/)
    faults.push(...(await faultsOf(page, `recording (${lang})`)))
    await page.locator('[data-voice-time]', { hasText: '0:03' }).waitFor()
    await press(page, 'stop')
    await saysNow(page, uiTexts.voiceReady[lang])
    faults.push(...(await faultsOf(page, `recorded (${lang})`)))
    expect(await hear(page.locator('audio'))).toBeGreaterThan(0)
    await press(page, 'attach')
    await page.locator('.mek-files__name', { hasText: `${uiTexts.voiceFile[lang]}.webm` }).waitFor()
    const [kept] = (await voicesKept()).slice(before)
    expect(kept).toMatchObject({ type: 'audio/webm' })
    expect(kept?.bytes).toBeGreaterThan(1000)
    // Ready for the next one.
    expect(await page.locator('[data-voice-do=record]').isVisible()).toBe(true)
    faults.push(...(await faultsOf(page, `attached (${lang})`)))
    expect(faults).toEqual([])
    await context.close()
  })
})

test('a recording that is thrown away leaves the field empty, and another can be made', async () => {
  const { context, page } = await atFiles()
  await recordAWhile(page)
  expect(await chosenIn(page)).toBe(1)
  await press(page, 'drop')
  await saysNow(page, uiTexts.voiceDropped.ru)
  expect(await chosenIn(page)).toBe(0)
  expect(await page.locator('audio').isVisible()).toBe(false)
  await recordAWhile(page)
  expect(await chosenIn(page)).toBe(1)
  await context.close()
})

test('a link of the page does not cost the recording: it says that it is not attached; leaving quickly never asks', async () => {
  const { context, page } = await atFiles()
  await recordAWhile(page)
  await page.locator(`main a[href="${paths.askStep('ru', 'check')}"]`).click()
  await saysNow(page, uiTexts.voiceUnsent.ru)
  expect(await page.locator('[data-voice-do=attach]').evaluate((button) => button === document.activeElement)).toBe(
    true,
  )
  await context.route(`**${paths.exit()}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>News</title>' }),
  )
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(`**${paths.exit()}`)
  await context.close()
})

test('whoever does not allow the microphone is told what to do, and the file field stays', async () => {
  const { context, page } = await atFiles({ mayRecord: false })
  await press(page, 'record')
  await saysNow(page, uiTexts.voiceRefused.ru)
  expect(await page.locator('input[type=file]').isVisible()).toBe(true)
  expect(await page.locator('[data-voice-do=record]').isVisible()).toBe(true)
  await context.close()
})

test('it stops by itself at the longest, and says so before', async () => {
  const { context, page } = await atFiles()
  await page.locator('[data-voice]').evaluate((place) => place.setAttribute('data-longest', '2'))
  await press(page, 'record')
  await saysNow(page, uiTexts.voiceEndsSoon.ru)
  await saysNow(page, uiTexts.voiceReady.ru)
  expect(await page.locator('[data-voice-time]').innerText()).toBe('0:02')
  await context.close()
})

test('without scripts, and in a browser that cannot record, there is the file field and nothing else', async () => {
  const plain = await atFiles({ hasScripts: false })
  expect(await plain.page.locator('[data-voice]').isVisible()).toBe(false)
  expect(await plain.page.locator('input[type=file]').isVisible()).toBe(true)
  await plain.context.close()
  const old = await visit()
  await old.page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'))
  await walkToCheck(old.page, 'ru', { topic: 'unpaid-wages', message })
  await old.page.goto(paths.askStep('ru', 'files'))
  await old.page.waitForLoadState()
  expect(await old.page.locator('[data-voice]').isVisible()).toBe(false)
  await old.context.close()
})

test('a connection that breaks on the way costs neither recording nor words: the same press sends both', async () => {
  const { context, page } = await visit()
  const receipt = await fileAppeal(page, 'ru', { topic: 'health', message })
  await openAppeal(page, 'ru', receipt, receipt.digits)
  await page.fill('main [name=text]', 'Расскажу голосом.')
  await recordAWhile(page)
  await context.setOffline(true)
  await press(page, 'attach')
  await page.getByText(uiTexts.sendingFailed.ru).waitFor()
  expect(await chosenIn(page)).toBe(1)
  expect(await page.locator('audio').isVisible()).toBe(true)
  await context.setOffline(false)
  await press(page, 'attach')
  await page.locator('.mek-files__name', { hasText: `${uiTexts.voiceFile.ru}.webm` }).waitFor()
  expect(await page.inputValue('main [name=text]')).toBe('Расскажу голосом.')
  await context.close()
})

test('whoever sends while the microphone is on sends what was said so far, with the words', async () => {
  const { context, page } = await visit()
  const receipt = await fileAppeal(page, 'ru', { topic: 'health', message })
  await openAppeal(page, 'ru', receipt, receipt.digits)
  await page.fill('main [name=text]', 'Вот как было.')
  await press(page, 'record')
  await page.locator('[data-voice-time]', { hasText: '0:02' }).waitFor()
  await page.locator('main button[name=act][value=send]').click()
  const sent = page.locator('.moj-message-item', { hasText: 'Вот как было.' })
  await sent.waitFor()
  expect(await sent.locator('.mek-message-files').innerText()).toContain(`${uiTexts.voiceFile.ru}.webm`)
  // Shown by the script and not by the browser, its player can be pressed all the same.
  const state = await sent.locator('audio').evaluate((player) => Reflect.get(player, 'networkState'))
  expect(state).not.toBe(NO_SOURCE)
  expect(await hear(sent.locator('audio'))).toBeGreaterThan(0)
  await context.close()
})

test('a file chosen by hand takes the place of the recording', async () => {
  const { context, page } = await atFiles()
  await recordAWhile(page)
  const pdf = { name: 'spravka.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
  await page.setInputFiles('input[type=file]', pdf)
  await page.locator('[data-voice-do=attach]').waitFor({ state: 'hidden' })
  expect(await page.locator('audio').isVisible()).toBe(false)
  await context.close()
})
