import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { resumeTexts } from '#src/modules/intake/texts/resume.ts'
import { paths } from '#src/paths.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'
import { addPhoto, chooseTopic, fillWho, goOn, readReceipt, toContact } from './support/person.ts'

const words: Record<Lang, { phone: string; desk: string }> = {
  ky: { phone: 'Үч айдан бери айлык ала элекмин.', desk: 'Он эки адамбыз, айлык ала элекпиз.' },
  ru: { phone: 'Мне не платят третий месяц.', desk: 'Нас двенадцать, и нам не платят.' },
  en: { phone: 'I have not been paid for three months.', desk: 'We are twelve and have not been paid.' },
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const waysOfReading = langs.flatMap((lang) => [true, false].map((hasScripts) => ({ lang, hasScripts })))

/** From the phone up to the screen of one's own words, as far as the code. */
async function takeCode(page: Page, lang: Lang): Promise<string> {
  await page.goto(paths.ask(lang, { kind: 'problem-report' }))
  await fillWho(page)
  await goOn(page)
  await chooseTopic(page, 'unpaid-wages')
  await page.fill('main [name=message]', words[lang].phone)
  await page.locator('main details', { hasText: resumeTexts.takeAlong[lang] }).locator('summary').click()
  await page.locator('main button[value=code]').click()
  return page.locator('.govuk-panel .mek-code').innerText()
}

async function typeCode(page: Page, lang: Lang, code: string) {
  await page.goto(paths.ask(lang))
  await page.getByRole('link', { name: resumeTexts.resumeLink[lang] }).click()
  await page.fill('main [name=code]', code)
  await goOn(page)
}

describe.each(waysOfReading)('in $lang, with scripts: $hasScripts', ({ lang, hasScripts }) => {
  test('what was begun on a phone goes on at a desk by its code, with its photo, and both texts are shown where both changed one', async () => {
    const phone = await newVisitor(stage, { hasScripts, screen: 'narrow' })
    const desk = await newVisitor(stage, { hasScripts, screen: 'desk' })
    const faults: string[] = []
    // axe needs scripts, and finds the same in every page without them.
    const look = async (page: Page, name: string) =>
      void (hasScripts && faults.push(...(await faultsOf(page, `${name} (${lang})`))))

    const code = await takeCode(phone.page, lang)
    await look(phone.page, 'the code')
    await phone.page.locator('main a.govuk-button').click()
    await goOn(phone.page)
    await addPhoto(phone.page, 'contract.jpg')

    await typeCode(desk.page, lang, code.replace(/.$/, '0'))
    await desk.page.locator('.govuk-error-summary').waitFor()
    await look(desk.page, 'a wrong code')
    await desk.page.fill('main [name=code]', code.toLowerCase())
    await goOn(desk.page)
    await desk.page.goto(paths.askStep(lang, 'files'))
    await desk.page.getByText('contract.jpg').first().waitFor()

    await phone.page.goto(paths.askStep(lang, 'words'))
    await desk.page.goto(paths.askStep(lang, 'words'))
    await phone.page.fill('main [name=message]', `${words[lang].phone} 2`)
    await goOn(phone.page)
    await phone.page.waitForURL(/\/ask\/(?!words)/)
    await desk.page.fill('main [name=message]', words[lang].desk)
    await goOn(desk.page)
    await desk.page.getByText(`${words[lang].phone} 2`).waitFor()
    await look(desk.page, 'both texts')
    expect(await desk.page.locator('main').innerText()).toContain(words[lang].desk)
    await goOn(desk.page)
    await desk.page.waitForURL(/\/ask\/(?!words)/)

    await desk.page.goto(paths.askStep(lang, 'files'))
    await toContact(desk.page, lang)
    await goOn(desk.page)
    expect(await desk.page.locator('main').innerText()).toContain(words[lang].desk)
    await goOn(desk.page)
    await readReceipt(desk.page)

    // The phone has the page of a draft that was sent from elsewhere.
    await phone.page.goto(paths.askStep(lang, 'words'))
    expect(await phone.page.locator('main [name=message]').count()).toBe(0)
    expect(faults).toEqual([])
    await phone.context.close()
    await desk.context.close()
  })
})

test('an appeal left unfinished at the desk is asked about, and the page of its own code passes axe', async () => {
  const phone = await newVisitor(stage, { hasScripts: true })
  const desk = await newVisitor(stage, { hasScripts: true, screen: 'narrow' })
  const [code, left] = [await takeCode(phone.page, 'ru'), await takeCode(desk.page, 'ru')]
  await desk.page.goto(paths.resume('ru'))
  await desk.page.fill('main [name=code]', code)
  await goOn(desk.page)
  await desk.page.locator('.govuk-error-summary').waitFor()
  const faults = await faultsOf(desk.page, 'an appeal left here')
  await desk.page.check('main [name=here][value=keep]')
  await goOn(desk.page)
  const kept = await desk.page.locator('.govuk-panel .mek-code').innerText()
  expect([kept === left, kept === code]).toEqual([false, false])
  expect([...faults, ...(await faultsOf(desk.page, 'the code of the one left'))]).toEqual([])
  await phone.context.close()
  await desk.context.close()
})
