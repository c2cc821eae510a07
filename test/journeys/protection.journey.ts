import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { fileAppeal, openAppeal, type Receipt } from './support/person.ts'
import { findByNumber, signIn } from './support/staff.ts'

const views = ['urgent', 'myTeam', 'new', 'mine', 'waiting', 'dueToday', 'overdue', 'closed'] as const

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** The queue, the filters, the counts beside them: everything an operator sees of the appeals there are. */
async function everythingSeen(page: Page, lang: Lang) {
  const pages: string[] = []
  const filters = { topic: 'unpaid-wages', country: 'RU', lang, state: 'submitted' }
  for (const view of views) {
    await page.goto(paths.staffQueue(view))
    pages.push(await page.locator('body').innerText())
  }
  for (const [name, value] of Object.entries(filters)) {
    await page.goto(paths.staffQueue('myTeam', { [name]: value }))
    pages.push(await page.locator('body').innerText())
  }
  return pages
}

const idOf = async (number: string) => {
  const { id } = await stage.portal.db
    .selectFrom('appeals')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return id
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, hasScripts) => {
  test.each(langs)('in %s: who wishes it is seen by the protection team alone, and by themselves', async (lang) => {
    const operator = await signIn(stage, 'operator', { hasScripts, lang })
    const before = await everythingSeen(operator.page, lang)

    const { context, page } = await newVisitor(stage, { hasScripts })
    const message = `Protected, ${lang}, ${hasScripts}`
    // The topic alone would not protect it: the wish does.
    const receipt: Receipt = await fileAppeal(page, lang, { topic: 'unpaid-wages', message, wantsProtection: true })

    // Not only is its number in no list: lists, filters and counts are exactly what they were.
    expect(await everythingSeen(operator.page, lang)).toEqual(before)
    expect(await findByNumber(operator.page, receipt.number)).toBe(false)
    const notThere = await operator.page.goto(paths.staffAppeal('999999999'))
    const notTheirs = await operator.page.goto(paths.staffAppeal(await idOf(receipt.number)))
    expect(notTheirs?.status()).toBe(notThere?.status())
    expect(notTheirs?.status()).toBe(404)
    expect(await operator.page.locator('body').innerText()).not.toContain(receipt.number)

    const protector = await signIn(stage, 'operator', { hasScripts, lang, isProtector: true })
    expect(await findByNumber(protector.page, receipt.number)).toBe(true)
    expect(await protector.page.locator('main').innerText()).toContain(message)
    await openAppeal(page, lang, receipt, receipt.words.join(' '))
    expect(await page.locator('main').innerText()).toContain(message)
    await Promise.all([context.close(), operator.context.close(), protector.context.close()])
  })
})

test('the same walk without the wish is seen by an ordinary operator, in list, count and by number', async () => {
  const operator = await signIn(stage, 'operator', { hasScripts: false })
  const before = await everythingSeen(operator.page, 'ru')
  const { context, page } = await newVisitor(stage, { hasScripts: false })
  const receipt = await fileAppeal(page, 'ru', { topic: 'unpaid-wages', message: 'Ordinary' })
  const after = await everythingSeen(operator.page, 'ru')
  expect(after).not.toEqual(before)
  expect(after.join('\n')).toContain(receipt.number)
  expect(await findByNumber(operator.page, receipt.number)).toBe(true)
  await Promise.all([context.close(), operator.context.close()])
})
