import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'
import { PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { paths } from '#src/paths.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { addCookies, newVisitor, openStage, type Stage } from './support/browser.ts'
import { goOn, readReceipt } from './support/person.ts'

const words: Record<Lang, { where: string; what: string; reach: string }> = {
  ky: { where: 'Подольск, кампа', what: 'Камап коюшту, паспортторду алып коюшту.', reach: 'Түнкүсүн гана жазыңыз' },
  ru: {
    where: 'Подольск, склад у станции',
    what: 'Заперли, не выпускают, отобрали паспорта.',
    reach: 'Пишите только ночью',
  },
  en: {
    where: 'Podolsk, the warehouse',
    what: 'They locked us in and took the passports.',
    reach: 'Write at night only',
  },
}
const QUARTER = 15 * 60_000

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Somebody on duty who can open what is protected, with a browser in which they are signed in. */
async function someoneOnDuty(hasScripts: boolean) {
  const { deps } = stage.portal
  await stage.portal.db.deleteFrom('duty_list').execute()
  const account = await makeStaff(deps, 'operator', { teams: [PROTECTION_TEAM] })
  await addDuty(deps, { kind: 'system', name: 'test' }, account.id)
  const enter = async () => {
    const visitor = await newVisitor(stage, { hasScripts, screen: 'phone' })
    await addCookies(visitor.context, stage.address, await cookiesOf(deps, account.id))
    return visitor
  }
  const letters = () => stage.portal.mail.letters.filter(({ to }) => to.includes(account.email))
  return { letters, enter }
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test.each(langs)(
    'in %s: three fields wake who is on duty, again after 15 minutes, until it is taken',
    async (lang) => {
      const onDuty = await someoneOnDuty(hasScripts)
      const { context, page } = await newVisitor(stage, { hasScripts })
      await page.goto(paths.home(lang))
      await page.locator(`header a[href="${paths.danger(lang)}"]`).click()
      await page.fill('main [name=where]', words[lang].where)
      await page.fill('main [name=what]', words[lang].what)
      await page.fill('main [name=reach]', words[lang].reach)
      await goOn(page)
      const receipt = await readReceipt(page)
      expect(onDuty.letters()).toEqual([])

      await stage.portal.runJobs()
      expect(onDuty.letters()).toHaveLength(1)
      stage.portal.clock.advance(QUARTER)
      await stage.portal.runJobs()
      expect(onDuty.letters()).toHaveLength(2)
      // A letter travels in clear: it says that one is waiting, nothing of it and nothing that opens it.
      const secrets = [receipt.number, receipt.digits, ...receipt.words, ...Object.values(words[lang])]
      for (const letter of onDuty.letters())
        for (const secret of secrets) expect(`${letter.raw}\n${wordsOf(letter)}`).not.toContain(secret)

      const operator = await onDuty.enter()
      await operator.page.goto(paths.staffQueue('urgent'))
      const row = operator.page.locator('.mek-table__row--critical', { hasText: receipt.number })
      expect(await row.count()).toBe(1)
      await row.locator('a').first().click()
      const shown = await operator.page.locator('main').innerText()
      for (const word of Object.values(words[lang])) expect(shown).toContain(word)
      await operator.page.locator('form#take button').click()
      await operator.page.locator('form#take').waitFor({ state: 'detached' })
      for (let round = 0; round < 3; round++) {
        stage.portal.clock.advance(QUARTER)
        await stage.portal.runJobs()
      }
      expect(onDuty.letters()).toHaveLength(2)
      await Promise.all([context.close(), operator.context.close()])
    },
  )
})
