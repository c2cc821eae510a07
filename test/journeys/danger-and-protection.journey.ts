import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { addCookies, expectAccessible, newVisitor, openStage, type Stage } from './support/browser.ts'
import { fileAppeal, goOn, openAppeal, readReceipt } from './support/person.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const staff = async (teams?: readonly string[]) => {
  const visitor = await newVisitor(stage, { hasScripts: true, screen: 'desk' })
  await addCookies(visitor.context, stage.address, await stage.portal.signIn('operator', teams ? { teams } : {}))
  return visitor
}

const find = async (page: Awaited<ReturnType<typeof staff>>['page'], number: string) => {
  await page.goto(paths.staffQueue('myTeam'))
  await page.fill('[name=number]', number)
  await page.locator('.mek-search__button').click()
}

test('a danger report of three fields makes a critical appeal that only the protection team sees', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  await page.goto(paths.home('ru'))
  await page.locator(`header a[href="${paths.danger('ru')}"]`).click()
  await page.fill('[name=where]', 'Москва, склад у станции')
  await page.fill('[name=what]', 'Заперли, не выпускают, отобрали паспорта.')
  await goOn(page)
  const receipt = await readReceipt(page)
  await stage.portal.runJobs()

  const ordinary = await staff()
  await find(ordinary.page, receipt.number)
  expect(await ordinary.page.locator('#number-not-found').count()).toBe(1)
  for (const view of ['urgent', 'new', 'myTeam']) {
    await ordinary.page.goto(paths.staffQueue(view))
    expect(await ordinary.page.locator('main').innerText()).not.toContain(receipt.number)
  }

  const protector = await staff(['protection'])
  await protector.page.goto(paths.staffQueue('urgent'))
  const row = protector.page.locator('.mek-table__row--critical', { hasText: receipt.number })
  expect(await row.count()).toBe(1)
  await expectAccessible(protector.page, 'a queue with a critical appeal')
  await row.locator('a').click()
  expect(await protector.page.locator('main').innerText()).toContain('отобрали паспорта')
  await Promise.all([context.close(), ordinary.context.close(), protector.context.close()])
})

test('what a person wishes protected is opened by its words, and by no operator of another team', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  const receipt = await fileAppeal(page, 'en', {
    topic: 'passport-withheld',
    message: 'The employer keeps my passport.',
  })
  const ordinary = await staff()
  await find(ordinary.page, receipt.number)
  expect(await ordinary.page.locator('#number-not-found').count()).toBe(1)
  await openAppeal(page, 'en', receipt, receipt.words.join(' '))
  expect(await page.locator('main').innerText()).toContain('keeps my passport')
  await Promise.all([context.close(), ordinary.context.close()])
})

test('leaving quickly ends the session, and going back shows nothing of the appeal', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true })
  const receipt = await fileAppeal(page, 'ru', { topic: 'health', message: 'Нужен врач, полиса нет.' })
  await openAppeal(page, 'ru', receipt, receipt.digits)
  // The neutral site is outside: what is tried is that we are gone from here.
  await page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>News</title>' }))
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(/^https:/)
  await page.goto(paths.myAppealView('ru'))
  expect(await page.locator('main').innerText()).not.toContain('Нужен врач')
  expect(await page.locator('[name=number]').count()).toBe(1)
  await context.close()
})

test('an operator files for somebody on the phone, and the appeal says so', async () => {
  const operator = await staff()
  await operator.page.goto(paths.staffFileFor())
  await operator.page.check('[name=channel][value=phone]')
  await operator.page.check('[name=lang][value=ky]')
  await goOn(operator.page)
  expect(operator.page.url()).toContain('/ky/ask')
  await operator.page.check('[name=asWho][value=citizen]')
  await operator.page.check('[name=onBehalf][value=no]')
  await operator.page.selectOption('[name=country]', 'KZ')
  await operator.page.check('[name=inDanger][value=no]')
  await goOn(operator.page)
  await operator.page.goto(paths.askStep('ky', 'topic', { topic: 'pension' }))
  const radio = operator.page.locator('[name=topic][value=pension]')
  if (!(await radio.isVisible())) await operator.page.locator('details', { has: radio }).locator('summary').click()
  await radio.check()
  await goOn(operator.page)
  await operator.page.fill('[name=message]', 'Атамдын пенсиясы жөнүндө сурайт.')
  await goOn(operator.page)
  await goOn(operator.page)
  await operator.page
    .locator(`main a[href="${paths.askStep('ky', 'contact')}"]`)
    .last()
    .click()
  await goOn(operator.page)
  await goOn(operator.page)
  const receipt = await readReceipt(operator.page)
  const row = await stage.portal.db
    .selectFrom('appeals')
    .select(['channel', 'filed_by'])
    .where('number', '=', receipt.number)
    .executeTakeFirstOrThrow()
  expect(row.channel).toBe('phone')
  expect(row.filed_by).not.toBeNull()
  await operator.context.close()
})
