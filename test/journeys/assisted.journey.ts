import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { goBack, openStage, type Stage } from './support/browser.ts'
import { chooseTopic, fillWho, goOn, readReceipt, toContact } from './support/person.ts'
import { signIn } from './support/staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test.each(langs)(
    'in %s: an operator files for somebody on the phone; the receipt is printed and not kept',
    async (lang) => {
      const { context, page } = await signIn(stage, 'operator', { hasScripts, lang })
      await page.goto(paths.staffFileFor())
      await page.check('main [name=channel][value=phone]')
      await page.check(`main [name=lang][value=${lang}]`)
      await goOn(page)
      expect(new URL(page.url()).pathname).toContain(paths.ask(lang))
      await fillWho(page)
      await goOn(page)
      await chooseTopic(page, 'unpaid-wages')
      await page.fill('main [name=message]', 'By phone')
      await goOn(page)
      await goOn(page)
      await toContact(page, lang)
      await goOn(page)
      await goOn(page)
      const receipt = await readReceipt(page)
      const row = await stage.portal.db
        .selectFrom('appeals')
        .select(['channel', 'filed_by'])
        .where('number', '=', receipt.number)
        .executeTakeFirstOrThrow()
      expect(row.channel).toBe('phone')
      expect(row.filed_by).not.toBeNull()

      // On paper stands all that opens the appeal; nothing of it stays in the operator's browser.
      await page.emulateMedia({ media: 'print' })
      for (const secret of [receipt.number, receipt.digits, ...receipt.words])
        expect(await page.getByText(secret, { exact: true }).first().isVisible(), secret).toBe(true)
      await page.emulateMedia({ media: 'screen' })
      const read = async () => (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
      const secrets = [receipt.digits, receipt.words.join(' ')]
      for (const secret of secrets) expect(await read()).toContain(secret)
      await page.goto(paths.staffHome())
      for (const address of [paths.askStep(lang, 'check'), paths.askSend(lang), paths.ask(lang)]) {
        await page.goto(address)
        for (const secret of [...secrets, 'By phone']) expect(await read()).not.toContain(secret)
      }
      await context.close()
    },
  )

  test('going back from where one went after the receipt does not show it again', async () => {
    const { context, page } = await signIn(stage, 'operator', { hasScripts })
    await page.goto(paths.staffFileFor())
    await page.check('main [name=channel][value=visit]')
    await page.check('main [name=lang][value=ru]')
    await goOn(page)
    await fillWho(page)
    await goOn(page)
    await chooseTopic(page, 'health')
    await page.fill('main [name=message]', 'At the counter')
    await goOn(page)
    await goOn(page)
    await toContact(page, 'ru')
    await goOn(page)
    await goOn(page)
    const receipt = await readReceipt(page)
    await page.locator(`main a[href="${paths.staffHome()}"]`).last().click()
    await page.waitForURL(/\/staff/)
    const shown = await goBack(page)
    for (const secret of [receipt.digits, ...receipt.words]) expect(shown).not.toContain(secret)
    await context.close()
  })
})
