import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { askPerson, closeAppeal } from '#src/modules/appeals/index.ts'
import { PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { paths } from '#src/paths.ts'
import { anAppeal, aPerson, aStaffVisitor } from '#test/support/appeals.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { fileAppeal, openAppeal, type Receipt } from './support/person.ts'
import { findByNumber, signIn } from './support/staff.ts'

const views = ['urgent', 'myTeam', 'new', 'mine', 'waiting', 'dueToday', 'overdue', 'toCall', 'closed'] as const
type View = (typeof views)[number]
/** Neither sits in the protection team. An operator has two teams, a supervisor all the others. */
const others = ['operator', 'supervisor'] as const
const HOUR = 3_600_000

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  // Lists that are empty for want of any appeal would say nothing.
  await anAppeal(stage.portal.deps, { topicId: 'unpaid-wages' })
})
afterAll(() => stage.close())

type Options = { readonly hasScripts: boolean; readonly lang: Lang }

/** Where an appeal of the walk that nobody has touched would stand, and each filter that fits it. */
const placesOfNew = (lang: Lang) => [
  ...(['new', 'dueToday', 'urgent'] as const).map((view) => paths.staffQueue(view)),
  ...[{}, { topic: 'unpaid-wages' }, { country: 'RU' }, { lang }, { state: 'submitted' }].map((filter) =>
    paths.staffQueue('myTeam', filter),
  ),
]
const everyView = views.map((view) => paths.staffQueue(view))

/** What the others read on these pages, the counts on each of them included; and in the outbox, who may open it. */
async function seenByOthers(options: Options, queues: readonly string[]) {
  const seen: Record<string, string> = {}
  for (const role of others) {
    const { context, page } = await signIn(stage, role, options)
    for (const address of role === 'supervisor' ? [...queues, paths.staffNotices()] : queues) {
      await page.goto(address)
      seen[`${role} ${address}`] = await page.locator('body').innerText()
    }
    await context.close()
  }
  return seen
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
    const before = await seenByOthers({ hasScripts, lang }, placesOfNew(lang))
    const { context, page } = await newVisitor(stage, { hasScripts })
    const message = `Protected, ${lang}, ${hasScripts}`
    const email = `protected-${lang}-${hasScripts}@example.org`
    // The topic alone would not protect it: the wish does.
    const receipt: Receipt = await fileAppeal(page, lang, {
      topic: 'unpaid-wages',
      message,
      email,
      wantsProtection: true,
    })
    await stage.portal.runJobs()
    expect(stage.portal.mail.letters.filter(({ to }) => to.includes(email))).not.toEqual([])

    // Not only is its number in no list: lists, filters, counts and outbox are exactly what they were.
    expect(await seenByOthers({ hasScripts, lang }, placesOfNew(lang))).toEqual(before)
    const id = await idOf(receipt.number)
    for (const role of others) {
      const other = await signIn(stage, role, { hasScripts, lang })
      expect(await findByNumber(other.page, receipt.number), role).toBe(false)
      const notThere = await other.page.goto(paths.staffAppeal('999999999'))
      const nothing = await other.page.locator('body').innerText()
      const notTheirs = await other.page.goto(paths.staffAppeal(id))
      expect([notThere?.status(), notTheirs?.status()], role).toEqual([404, 404])
      expect(await other.page.locator('body').innerText(), role).toBe(nothing)
      await other.context.close()
    }

    const protector = await signIn(stage, 'operator', { hasScripts, lang, isProtector: true })
    expect(await findByNumber(protector.page, receipt.number)).toBe(true)
    expect(await protector.page.locator('main').innerText()).toContain(message)
    await openAppeal(page, lang, receipt, receipt.words.join(' '))
    expect(await page.locator('main').innerText()).toContain(message)
    await Promise.all([context.close(), protector.context.close()])
  })
})

test('nor do the others see that it is there when it is critical, late, waits for the person, or is closed', async () => {
  const { clock, deps, random } = stage.portal
  const [now, later] = [clock.now(), new Date(clock.now().getTime() + 6 * HOUR)]
  const options = { hasScripts: false, lang: 'ru' } as const
  clock.set(later)
  const beforeWhenLate = await seenByOthers(options, everyView)
  clock.set(now)
  const before = await seenByOthers(options, everyView)
  const { appealId, number } = await anAppeal(deps, { topicId: 'unpaid-wages', inDanger: true })

  /** Where the protection team sees it there is something to hide, and the others see what they saw. */
  async function expectHidden(inViews: readonly View[], unchanged: Readonly<Record<string, string>>) {
    const { context, page } = await signIn(stage, 'operator', { ...options, isProtector: true })
    for (const view of inViews) {
      await page.goto(paths.staffQueue(view))
      expect(await page.locator('main').innerText(), view).toContain(number)
    }
    await context.close()
    expect(await seenByOthers(options, everyView)).toEqual(unchanged)
  }
  await expectHidden(['urgent', 'myTeam', 'new', 'dueToday'], before)
  clock.set(later)
  await expectHidden(['overdue'], beforeWhenLate)
  clock.set(now)
  const by = await aStaffVisitor(deps, 'operator', { teams: [PROTECTION_TEAM] })
  expect((await askPerson(deps, { appealId, by, formKey: random.bytes(16), text: '?' })).ok).toBe(true)
  await expectHidden(['waiting'], before)
  expect((await closeAppeal(deps, { appealId, by: aPerson(appealId, clock), outcome: 'solved' })).ok).toBe(true)
  await expectHidden(['closed'], before)
})

test('the same walk without the wish is seen by the others, in lists, filters, counts, outbox and by number', async () => {
  const options = { hasScripts: false, lang: 'ru' } as const
  const before = await seenByOthers(options, everyView)
  const { context, page } = await newVisitor(stage, options)
  const email = 'ordinary@example.org'
  const { number } = await fileAppeal(page, 'ru', { topic: 'unpaid-wages', message: 'Ordinary', email })
  await stage.portal.runJobs()
  const after = await seenByOthers(options, everyView)
  // The counts stand on every page, also where it is in no list.
  for (const address of Object.keys(before)) expect(after[address], address).not.toBe(before[address])
  const listed = Object.entries(await seenByOthers(options, placesOfNew('ru')))
  for (const [address, text] of listed.filter(([address]) => !address.endsWith(paths.staffNotices())))
    expect(text, address).toContain(number)
  for (const role of others) {
    const other = await signIn(stage, role, options)
    expect(await findByNumber(other.page, number), role).toBe(true)
    await other.context.close()
  }
  await context.close()
})
