import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { langs } from '#src/kernel/lang.ts'
import type { Role } from '#src/kernel/roles.ts'
import { paths, patterns } from '#src/paths.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { routesOf } from '#test/support/route-table.ts'
import { newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'
import { goOn } from './support/person.ts'
import { signIn } from './support/staff.ts'

/** Answers that are no page of their own: files, and addresses that only lead on. */
const noPages = [
  '/staff/appeals/:id/files/:fileId',
  '/staff/appeals/:id/pictures/:fileId/:size',
  '/staff/appeals/:id/:act',
  '/staff/calendars/:country/years/:year/publish',
  '/staff/ended',
]
/** In pictures.journey.ts, where an appeal has some. */
const lookedAtElsewhere = ['/staff/appeals/:id/pictures/:fileId']
const roles: readonly Role[] = ['administrator', 'supervisor', 'operator']

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { deps } = stage.portal
  // One of each sort that a queue and an appeal's page show differently.
  await anAppeal(deps)
  await anAppeal(deps, { topicId: 'contract-conditions', answers: {}, lang: 'ky', message: 'Үч айдан бери айлык жок.' })
  await anAppeal(deps, { inDanger: true, lang: 'en', message: 'They locked us in.' })
  const contacts = [{ kind: 'phone', value: '+79991234567' }] as const
  await anAppeal(deps, { person: { name: 'Айгүл уулу Бек', contacts: [...contacts], isSafe: 'yes' }, channel: 'phone' })
  // Only a change that was made can be taken back.
  const change = { scope: '*', before: 'social-fund', after: 'mlssm', words: 'Because it was agreed' }
  await stage.portal.post(paths.staffRoutingTopic('pension'), change, await stage.portal.signIn('supervisor'))
  await stage.portal.runJobs({ mayFail: true })
})
afterAll(() => stage.close())

/** The pattern this address was answered by. */
function patternOf(path: string, patterns: readonly string[]) {
  const matches = patterns.filter((pattern) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
  // An address with fewer variable parts is the nearer one: /staff/people/invite is nobody's id.
  return matches.toSorted((one, other) => one.split(':').length - other.split(':').length)[0]
}

/** Follows every link of the staff pages and looks at each page that `isNew` says yes to. */
async function crawl(page: Page, isNew: (pathname: string) => boolean, look: (name: string) => Promise<void>) {
  const todo: string[] = [paths.staffHome(), '/staff/no-such-page']
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    const { pathname } = new URL(path, stage.address)
    if (!isNew(pathname)) continue
    await page.goto(path)
    await look(pathname)
    const links = page.locator('a[href^="/staff"]')
    todo.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))))
  }
}

describe.each(langs)('in %s', (lang) => {
  test('every page of operator, supervisor and administrator passes axe, fits 320 px and suits a finger', async () => {
    const known = routesOf(stage.portal.app)
      .filter(({ method, pattern }) => method === 'GET' && pattern.startsWith('/staff'))
      .map(({ pattern }) => pattern)
    const seen = new Set([paths.staffSignIn(), '/staff/set-up/:token', ...noPages, ...lookedAtElsewhere])
    const kinds = new Set<string>()
    const faults: string[] = []
    for (const role of roles) {
      const { context, page } = await signIn(stage, role, { lang, hasScripts: true, isProtector: true })
      const look = async (name: string) => void faults.push(...(await faultsOf(page, `${role} ${name} (${lang})`)))
      const isNew = (pathname: string) => {
        const pattern = patternOf(pathname, known) ?? pathname
        // Each queue is a view of its own; of other things one is like the next, and in one language roles are compared.
        const view = pattern === patterns.staffQueue ? pathname : pattern
        const kind = lang === 'ru' || view === paths.staffHome() ? `${role} ${view}` : view
        if (kinds.has(kind) || noPages.includes(pattern)) return false
        kinds.add(kind)
        seen.add(pattern)
        return true
      }
      await crawl(page, isNew, look)
      await lookAtErrors(page, role, look)
      await context.close()
    }
    expect(faults).toEqual([])
    // What no link leads to was not looked at: then this test says nothing about it.
    expect(known.filter((pattern) => !seen.has(pattern))).toEqual([])
  })
})

test('signing in, also in vain, and setting up an account pass them too', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'desk' })
  const faults: string[] = []
  const look = async (name: string) => void faults.push(...(await faultsOf(page, name)))
  await page.goto(paths.staffSignIn())
  await look('sign in')
  await goOn(page)
  await page.locator('.govuk-error-summary').waitFor()
  await look('sign in with errors')
  await page.goto(await invite())
  await look('set up')
  await goOn(page)
  await page.locator('.govuk-error-summary').waitFor()
  await look('set up with errors')
  await page.goto(paths.staffSetUp('A'.repeat(43)))
  await look('a link that is dead')
  expect(faults).toEqual([])
  await context.close()
})

/** Forms sent as they are, where nothing can come of it. */
async function lookAtErrors(page: Page, role: Role, look: (name: string) => Promise<void>) {
  const sendEmpty = async (path: string) => {
    await page.goto(path)
    await goOn(page)
    await page.locator('.govuk-error-summary').waitFor()
    await look(`${path}, sent empty`)
  }
  if (role === 'administrator') {
    await sendEmpty(paths.staffInvite())
    await sendEmpty(paths.staffTeamNew())
  } else {
    await sendEmpty(paths.staffFileFor())
    await page.goto(paths.staffQueue('myTeam'))
    await page.locator('tbody th a').first().click()
    await page.locator('form#answer button').first().click()
    await page.locator('.govuk-error-summary').waitFor()
    await look('an answer without words')
  }
}

/** A link to set up an account, as it stands in the letter. */
async function invite(): Promise<string> {
  const cookies = await stage.portal.signIn('administrator')
  const email = 'new@staff.example'
  await stage.portal.post(
    paths.staffInvite(),
    { email, name: 'Бермет', role: 'operator', lang: 'ru', teams: 'intake' },
    cookies,
  )
  await stage.portal.runJobs({ mayFail: true })
  const letter = stage.portal.mail.letters.find(({ to }) => to.includes(email))
  const link = letter && /\/staff\/set-up\/[\w-]+/.exec(wordsOf(letter))?.[0]
  if (!link) throw new Error('No letter with a link came.')
  return link
}
