import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { langs, type Lang } from '#src/kernel/lang.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { answerAppeal, closeAppeal, secretToDigits } from '#src/modules/appeals/index.ts'
import type { Score } from '#src/modules/appeals/rules/rating.ts'
import { happeningNames, scoreNames } from '#src/modules/appeals/texts.ts'
import { ratingTexts as figureTexts } from '#src/modules/desk/texts/ratings.ts'
import { appealTexts } from '#src/modules/follow/texts/appeal.ts'
import { closingTexts } from '#src/modules/follow/texts/closing.ts'
import { ratingTexts as t } from '#src/modules/follow/texts/rating.ts'
import { paths } from '#src/paths.ts'
import { anAppeal, aStaffVisitor } from '#test/support/appeals.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'
import { openAppeal } from './support/person.ts'
import { signIn } from './support/staff.ts'

const words: Record<Lang, { missing: string; said: string }> = {
  ky: { missing: 'Справканы кайда алып баруу керек экени айтылган жок.', said: 'Баары түшүнүктүү болду.' },
  ru: { missing: 'Не сказали, куда нести справку.', said: 'Всё стало понятно.' },
  en: { missing: 'You did not say where to take the certificate.', said: 'Everything is clear now.' },
}

let stage: Stage
let by: StaffVisitor
beforeAll(async () => {
  stage = await openStage()
  by = await aStaffVisitor(stage.portal.deps, 'supervisor')
})
afterAll(() => stage.close())

async function close(appealId: string) {
  const { deps, random } = stage.portal
  await answerAppeal(deps, { appealId, by, text: 'Вот ответ.', formKey: random.bytes(16) })
  expect(await closeAppeal(deps, { appealId, by, outcome: 'adviceGiven' })).toMatchObject({ ok: true })
}

async function tap(page: Page, lang: Lang, score: Score) {
  const button = page.locator(`button[name=score][value=${score}]`)
  expect(await button.innerText()).toBe(scoreNames[score][lang])
  await button.click()
  await page.getByText(appealTexts.rated[lang]).waitFor()
}

/** Buttons that one sees: what is folded away asks nothing. */
const buttonsIn = (page: Page, lang: Lang) =>
  page
    .locator('section', { has: page.getByRole('heading', { name: t.question[lang] }) })
    .locator('button:visible')
    .allInnerTexts()

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test.each(langs)('in %s: a no opens it again in one step, and closed again it is asked again', async (lang) => {
    const { appealId, number, secret } = await anAppeal(stage.portal.deps, { lang })
    await close(appealId)
    const { context, page } = await newVisitor(stage, { hasScripts })
    const faults: string[] = []
    const look = async (what: string) => {
      if (hasScripts) faults.push(...(await faultsOf(page, what)))
    }
    await openAppeal(page, lang, { number, words: [], digits: '' }, secretToDigits(secret))
    expect(await page.getByText(t.question[lang]).count()).toBe(1)
    expect(await buttonsIn(page, lang)).toEqual(Object.values(scoreNames).map((name) => name[lang]))
    await look('the question')

    await tap(page, lang, 'no')
    expect(await buttonsIn(page, lang)).toEqual([closingTexts.reopen[lang]])
    await look('after a no')
    await page.fill('main [name=reopenReason]', words[lang].missing)
    await page.locator('form[action$="/reopen"] button').click()
    await page.getByText(appealTexts.reopened[lang]).waitFor()
    expect(await page.locator('main').innerText()).toContain(words[lang].missing)
    expect(await page.getByText(t.question[lang]).count()).toBe(0)

    await close(appealId)
    await page.goto(paths.myAppealView(lang))
    await tap(page, lang, 'yes')
    await page.fill('main [name=ratingWords]', words[lang].said)
    await page
      .locator('form', { has: page.locator('[name=ratingWords]') })
      .locator('button')
      .click()
    await page.locator('.mek-words-of', { hasText: words[lang].said }).first().waitFor()
    await look('after words')
    // Another answer is folded away, and one tap too.
    await page.getByText(t.changeScore[lang]).click()
    await tap(page, lang, 'partly')
    expect(await page.locator('main').innerText()).toContain(`${t.youSaid[lang]}: ${scoreNames.partly[lang]}`)

    const operator = await signIn(stage, 'operator', { hasScripts, lang })
    await operator.page.goto(paths.staffAppeal(appealId))
    const seen = await operator.page.locator('main').innerText()
    for (const said of [happeningNames.rated[lang], scoreNames.no[lang], scoreNames.partly[lang], words[lang].said])
      expect(seen).toContain(said)
    expect(faults).toEqual([])
    await Promise.all([context.close(), operator.context.close()])
  })

  test.each(langs)('in %s: a supervisor reads the figures on a desk and on a phone', async (lang) => {
    const faults: string[] = []
    for (const screen of ['desk', 'phone'] as const) {
      const { context, page } = await signIn(stage, 'supervisor', { hasScripts, lang, screen })
      await page.goto(paths.staffQueue('closed'))
      await page.goto(paths.staffRatings())
      expect(await page.locator('table').first().innerText()).toContain(figureTexts.all[lang])
      await page.locator(`a[href="${paths.staffRatings({ days: '365' })}"]`).click()
      expect(await page.locator('[aria-current=page]', { hasText: '365' }).count()).toBe(1)
      if (hasScripts) faults.push(...(await faultsOf(page, `figures on a ${screen}`)))
      await context.close()
    }
    expect(faults).toEqual([])
  })
})
