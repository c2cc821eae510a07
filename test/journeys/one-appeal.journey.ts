import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { happeningNames, outcomeNames } from '#src/modules/appeals/texts.ts'
import { paths } from '#src/paths.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { addPhoto, fileAppeal, goOn, openAppeal } from './support/person.ts'
import { findByNumber, signIn } from './support/staff.ts'

const words: Record<Lang, { ask: string; answer: string; reply: string }> = {
  ky: {
    ask: 'Эки айдан бери айлык төлөнбөй жатат, он эки адамбыз.',
    answer: 'Келишимдин сүрөтүн жөнөтүңүз.',
    reply: 'Рахмат, сүрөтүн тиркедим.',
  },
  ru: {
    ask: 'Нам не платят два месяца, нас двенадцать человек.',
    answer: 'Пришлите, пожалуйста, фото договора.',
    reply: 'Спасибо, фото приложил.',
  },
  en: {
    ask: 'We have not been paid for two months, we are twelve.',
    answer: 'Please send a photo of the contract.',
    reply: 'Thank you, the photo is attached.',
  },
}
/** Staff who work in another language than the person writes. */
const staffLang: Record<Lang, Lang> = { ky: 'ru', ru: 'ky', en: 'ru' }

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test.each(langs)('in %s: asked anonymously with two photos, answered, read, replied to and closed', async (lang) => {
    const { ask, answer, reply } = words[lang]
    const person = await newVisitor(stage, { hasScripts })
    const receipt = await fileAppeal(person.page, lang, { topic: 'unpaid-wages', message: ask, photos: 2 })
    expect(person.page.url()).not.toContain(receipt.number)
    expect(await person.page.title()).not.toContain(receipt.number)

    const operator = await signIn(stage, 'operator', { hasScripts, lang: staffLang[lang] })
    expect(await findByNumber(operator.page, receipt.number)).toBe(true)
    // Read out in its own voice on a page of another language.
    expect(await operator.page.locator('html').getAttribute('lang')).toBe(staffLang[lang])
    expect(await operator.page.getByText(ask).getAttribute('lang')).toBe(lang)
    expect(await operator.page.locator('.mek-message-files li').count()).toBe(2)
    await operator.page.locator('form#take button').click()
    await operator.page.fill('#answer-text', answer)
    await operator.page.locator('form#answer button:not(.govuk-button--secondary)').click()
    await operator.page.getByText(answer).waitFor()

    await openAppeal(person.page, lang, receipt, receipt.words.join(' '))
    expect(await person.page.locator('main').innerText()).toContain(answer)
    await person.page.fill('main [name=text]', reply)
    await person.page.locator('button[name=act][value=send]').click()
    await person.page.getByText(reply).first().waitFor()
    await person.page
      .locator('details', { has: person.page.locator('[name=outcome]') })
      .locator('summary')
      .click()
    await person.page.check('main [name=outcome][value=solved]')
    await person.page
      .locator('form', { has: person.page.locator('[name=outcome]') })
      .locator('button')
      .click()
    expect(await person.page.locator('main').innerText()).toContain(happeningNames.closed[lang])

    await operator.page.reload()
    expect(await operator.page.locator('main').innerText()).toContain(reply)
    expect(await operator.page.locator('main').innerText()).toContain(outcomeNames.solved[staffLang[lang]])
    await Promise.all([person.context.close(), operator.context.close()])
  })
})

test('the digits open the appeal as well as the words do, from another device and in another language', async () => {
  const first = await newVisitor(stage, { hasScripts: false })
  const receipt = await fileAppeal(first.page, 'ky', { topic: 'health', message: words.ky.ask })
  const other = await newVisitor(stage, { hasScripts: false })
  await openAppeal(other.page, 'ru', receipt, receipt.digits)
  const own = other.page.locator('.moj-message-list')
  expect(await own.getByText(words.ky.ask).getAttribute('lang')).toBe('ky')
  await other.page.locator('.mek-languages a[lang=ky]').click()
  // On a page of the same language nothing is foreign, and no mark is needed.
  expect(await own.getByText(words.ky.ask).getAttribute('lang')).toBeNull()
  await Promise.all([first.context.close(), other.context.close()])
})

test('words of the receipt in the two other languages are read out in their own voices', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  await fileAppeal(page, 'ru', { topic: 'health', message: words.ru.ask })
  const lists = page.locator('.mek-words')
  expect(await lists.evaluateAll((all) => all.map((list) => list.getAttribute('lang')))).toEqual([null, 'ky', 'en'])
  await context.close()
})

test('a draft survives a closed page: what was typed and the file are there on coming back', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  await page.goto(paths.ask('en', { topic: 'health' }))
  await page.check('main [name=kind][value=consultation]')
  await page.check('main [name=asWho][value=citizen]')
  await page.check('main [name=onBehalf][value=no]')
  await page.selectOption('main [name=country]', 'TR')
  await page.check('main [name=inDanger][value=no]')
  await goOn(page)
  await page.fill('main [name=message]', words.en.ask)
  await goOn(page)
  await goOn(page)
  await addPhoto(page, 'letter.jpg')
  await page.close()
  const again = await context.newPage()
  await again.goto(paths.askStep('en', 'words'))
  expect(await again.inputValue('[name=message]')).toBe(words.en.ask)
  await again.goto(paths.askStep('en', 'files'))
  expect(await again.locator('main').innerText()).toContain('letter.jpg')
  await context.close()
})
