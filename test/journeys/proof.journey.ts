import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { langs } from '#src/kernel/lang.ts'
import { proofTexts as t } from '#src/modules/follow/texts/proof.ts'
import { paths } from '#src/paths.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'
import { fileAppeal, goOn, openAppeal } from './support/person.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const waysOfReading = langs.flatMap((lang) => [true, false].map((hasScripts) => ({ lang, hasScripts })))

describe.each(waysOfReading)('in $lang, with scripts: $hasScripts', ({ lang, hasScripts }) => {
  test('somebody takes a proof from their appeal, and whoever is shown it finds it genuine', async () => {
    const person = await newVisitor(stage, { hasScripts, screen: 'narrow' })
    const receipt = await fileAppeal(person.page, lang, { topic: 'unpaid-wages', message: 'Үч ай айлык жок.' })
    await openAppeal(person.page, lang, receipt, receipt.digits)
    await person.page.getByRole('link', { name: t.link[lang] }).click()
    await person.page.locator('main [name=group]').check()
    await person.page.locator('main form button').click()
    await person.page.locator('.govuk-summary-list', { hasText: t.group[lang] }).waitFor()
    const token = (await person.page.locator('.mek-token').textContent()) ?? ''
    const faults: string[] = []
    // axe needs scripts, and finds the same in every page without them.
    const look = async (page: Page, name: string) =>
      void (hasScripts && faults.push(...(await faultsOf(page, `${name} (${lang})`))))
    await look(person.page, 'the proof')
    await person.page.emulateMedia({ media: 'print' })
    const [code, form] = [person.page.locator('.mek-qr'), person.page.locator('main form').first()]
    expect([await code.isVisible(), await form.isVisible()]).toEqual([true, false])

    const court = await newVisitor(stage, { hasScripts })
    // A scanned code opens this; without scripts what stands behind "#" is pasted.
    await court.page.goto(`${paths.checkProof(lang)}#${token}`)
    if (!hasScripts) {
      await court.page.fill('main [name=token]', court.page.url())
      await goOn(court.page)
    }
    await court.page.locator('.govuk-panel').waitFor()
    // Where a script reads it the address forgets it.
    expect(court.page.url()).not.toContain('#')
    const said = await court.page.locator('main').innerText()
    expect(said).toContain(t.genuine[lang])
    expect(said).toContain(receipt.number)
    await look(court.page, 'a genuine proof')
    await court.page.fill('main [name=token]', `${token.slice(0, -9)}AAAAAAAAA`)
    await court.page.locator('main form button').click()
    await court.page.locator('.govuk-error-summary').waitFor()
    await look(court.page, 'a proof that is none')
    expect(faults).toEqual([])
    await person.context.close()
    await court.context.close()
  })
})
