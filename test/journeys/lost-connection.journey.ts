import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { goOn, readReceipt, walkToCheck } from './support/person.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const countAppeals = async () => {
  const { count } = await stage.portal.db
    .selectFrom('appeals')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test.each(langs)('in %s: what never left the phone is sent once more, and is one appeal', async (lang) => {
    const { context, page } = await newVisitor(stage, { hasScripts })
    await walkToCheck(page, lang, { topic: 'unpaid-wages', message: 'Offline' })
    const before = await countAppeals()
    await context.setOffline(true)
    const failed = page.waitForEvent('requestfailed')
    await goOn(page)
    await failed
    await context.setOffline(false)
    expect(await countAppeals()).toBe(before)
    await page.goto(paths.askStep(lang, 'check'))
    await goOn(page)
    await readReceipt(page)
    expect(await countAppeals()).toBe(before + 1)
    await context.close()
  })

  test.each(langs)(
    'in %s: what arrived while its answer got lost shows the same receipt when sent again',
    async (lang) => {
      const { context, page } = await newVisitor(stage, { hasScripts })
      await walkToCheck(page, lang, { topic: 'unpaid-wages', message: 'The answer is lost' })
      const before = await countAppeals()
      let lost = ''
      await page.route(`**${paths.askSend(lang)}`, async (route) => {
        lost = await (await route.fetch()).text()
        await route.abort('connectionreset')
      })
      const failed = page.waitForEvent('requestfailed')
      await goOn(page)
      await failed
      await page.unroute(`**${paths.askSend(lang)}`)
      expect(await countAppeals()).toBe(before + 1)

      await page.goto(paths.askStep(lang, 'check'))
      await page.locator('main form button').last().click()
      const receipt = await readReceipt(page)
      expect(lost).toContain(receipt.number)
      for (const secret of [...receipt.words, receipt.digits]) expect(lost).toContain(secret)
      // Sent a third time, by the browser's own "send again".
      await page.reload()
      expect(await readReceipt(page)).toEqual(receipt)
      expect(await countAppeals()).toBe(before + 1)
      await context.close()
    },
  )
})
