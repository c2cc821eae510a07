import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeAppeal } from '#src/modules/appeals/index.ts'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { wordsIn } from '#src/ui/typed-fields.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { postersOn, type Posters } from '#test/support/posters.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'

let portal: TestPortal
let posters: Posters
beforeAll(async () => {
  portal = await startPortal()
  posters = await postersOn(portal)
})
afterAll(() => portal.close())

type Field = { readonly name: string; readonly value: string }

/** What a page's posted forms send without anybody composing it: hidden values, choices and the button that was pressed. */
function choicesOn(body: string): Field[] {
  // The language switch carries along what was typed.
  const own = body.replace(/<nav class="mek-languages".*?<\/nav>/s, '')
  const forms = [...own.matchAll(/<form[^>]*method="post"[^]*?<\/form>/g)].map(([form]) => form)
  const tags = forms.flatMap((form) => form.match(/<(?:input|select|button)\b[^>]*>/g) ?? [])
  const attribute = (tag: string, of: string) => new RegExp(` ${of}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return tags
    .filter((tag) => !tag.startsWith('<input') || /^(?:hidden|radio|checkbox)$/.test(attribute(tag, 'type')))
    .map((tag) => ({ name: attribute(tag, 'name'), value: attribute(tag, 'value') || 'x' }))
    .filter(({ name }) => name !== '')
}

/** All pages that lead from these to one another, one for each shape of address. */
async function pagesFrom(starts: readonly string[], cookies: Cookies): Promise<string[]> {
  const seen = new Set<string>()
  const bodies: string[] = []
  const open = [...starts]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const shape = (at.split(/[?#]/)[0] ?? '').replaceAll(/\d+/g, '0')
    if (seen.has(shape) || /^\/(?:assets|exit|ky|en)\b|_gallery|\/files\//.test(shape)) continue
    seen.add(shape)
    const { body, headers } = await portal.get(at, cookies)
    bodies.push(body)
    open.push(...[headers.location ?? [], [...body.matchAll(/href="(\/[^"]*)"/g)].map(([, to = '']) => to)].flat())
  }
  return bodies
}

test('what a form carries or offers is never read back as words that somebody wrote', { timeout: 60_000 }, async () => {
  const appeal = `/staff/appeals/${posters.appealId}`
  const starts = {
    nobody: ['/ru', '/ru/ask', '/ru/danger', '/ru/appeal', '/staff/sign-in'],
    drafter: ['who', 'topic', 'words', 'questions', 'files', 'contact', 'check'].map((step) => `/ru/ask/${step}`),
    person: ['/ru/appeal/view'],
    operator: ['/staff', appeal],
    supervisor: ['/staff', appeal, '/staff/teams', '/staff/duty', '/staff/calendars', '/staff/routing'],
    administrator: ['/staff', '/staff/people', '/staff/system', '/staff/notices'],
  } as const
  const names = Object.keys(starts) as (keyof typeof starts)[] // every key of the literal above
  const bodies = []
  for (const name of names) bodies.push(...(await pagesFrom(starts[name], posters.cookies[name])))

  const browser = aBrowser(portal)
  await walkToCheck(browser, { who: { country: 'KR' } })
  bodies.push((await browser.post('ask/contact', { phone: '0555 12 34 56', safeContact: 'call' })).body)
  // Whoever can only be phoned is asked about when their appeal is closed.
  const person = { contacts: [{ kind: 'phone', value: '+79161234567' }], isSafe: 'yes' } as const
  const { appealId } = await anAppeal(portal.deps, { person })
  bodies.push((await portal.get(`/staff/appeals/${appealId}`, posters.cookies.operator)).body)
  // A closed appeal asks whether the question was answered, and then for words to it.
  const closed = await anAppeal(portal.deps)
  const by = { kind: 'person', appealId: closed.appealId, sessionId: '1', expiresAt: portal.clock.now() } as const
  await closeAppeal(portal.deps, { appealId: closed.appealId, by, outcome: 'solved' })
  const cookies = { appeal: (await startSession(portal.deps, closed.appealId)).token }
  bodies.push((await portal.get('/ru/appeal/view', cookies)).body)
  await portal.post('/ru/appeal/rate', { score: 'yes', round: '1' }, cookies)
  bodies.push((await portal.get('/ru/appeal/view', cookies)).body)
  // Over night the session ends: what was written travels sealed with the sign-in.
  portal.clock.advance(24 * 60 * 60_000)
  const late = await posters.post(
    { by: 'operator', path: `${appeal}/note`, words: [], others: [] },
    { text: 'Помогите' },
    { 'sec-fetch-site': 'same-origin' },
  )
  bodies.push(late.body)

  // The form that leads an operator to the people's host stands only where there are two.
  const fields = [...bodies.flatMap(choicesOn), { name: 'handOver', value: 'sealed' }]
  const found = new Set(fields.map(({ name }) => name))
  for (const name of [
    'kindIs',
    'phoneIs',
    'state',
    'keys',
    'safeContact',
    'teams',
    'formKey',
    'kept',
    'call',
    'score',
    'round',
  ])
    expect(found).toContain(name)
  expect(new Set(fields.filter(({ name, value }) => wordsIn({ [name]: value }).length > 0))).toEqual(new Set())
})
