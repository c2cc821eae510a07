import { assert, asyncProperty, constantFrom, dictionary, oneof, record, string } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { expectDecent } from '#test/support/decent-answer.ts'
import { multipart } from '#test/support/multipart.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'

let portal: TestPortal
let appealId: string
const cookies: Record<'nobody' | 'drafter' | 'person' | 'operator' | 'administrator' | 'supervisor', Cookies> = {
  nobody: {},
  drafter: {},
  person: {},
  operator: {},
  administrator: {},
  supervisor: {},
}

beforeAll(async () => {
  portal = await startPortal()
  appealId = (await anAppeal(portal.deps)).appealId
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  cookies.drafter = browser.cookies()
  cookies.person = { appeal: (await startSession(portal.deps, appealId)).token }
  for (const role of ['operator', 'administrator', 'supervisor'] as const) cookies[role] = await portal.signIn(role)
})
afterAll(() => portal.close())

/** Forms with words in them: who posts, where, which fields hold words, and what else the form asks. */
type WordForm = {
  readonly by: keyof typeof cookies
  readonly path: () => string
  readonly words: readonly string[]
  readonly others: readonly string[]
  readonly isMultipart?: true
}
const act = (name: string) => () => `/staff/appeals/${appealId}/${name}`
const forms: readonly WordForm[] = [
  {
    by: 'drafter',
    path: () => '/ru/ask/who',
    words: ['city'],
    others: ['country', 'asWho', 'citizenship', 'inDanger', 'lang'],
  },
  {
    by: 'nobody',
    path: () => '/ru/ask/who',
    words: ['city'],
    others: ['country', 'asWho', 'citizenship', 'inDanger', 'lang'],
  },
  { by: 'drafter', path: () => '/ru/ask/words', words: ['message'], others: ['ownPhone', 'from'] },
  {
    by: 'drafter',
    path: () => '/ru/ask/contact',
    words: ['name', 'email', 'phone', 'pin'],
    others: ['safeContact'],
  },
  { by: 'nobody', path: () => '/ru/danger', words: ['where', 'what', 'reach'], others: ['country', 'key'] },
  { by: 'nobody', path: () => '/ru/appeal/open', words: ['number'], others: ['secret'] },
  {
    by: 'nobody',
    path: () => '/ru/appeal/reply',
    words: ['text'],
    others: ['act', 'key', 'remove'],
    isMultipart: true,
  },
  {
    by: 'person',
    path: () => '/ru/appeal/reply',
    words: ['text'],
    others: ['act', 'key', 'remove'],
    isMultipart: true,
  },
  { by: 'person', path: () => '/ru/appeal/close', words: ['closeReason'], others: ['outcome', 'version', 'key'] },
  { by: 'operator', path: act('answer'), words: ['text'], others: ['version', 'formKey'] },
  { by: 'operator', path: act('ask'), words: ['text'], others: ['version', 'formKey'] },
  { by: 'operator', path: act('note'), words: ['text'], others: ['version', 'formKey', 'hasCalled'] },
  { by: 'operator', path: act('extend'), words: ['reason'], others: ['version', 'formKey'] },
  { by: 'operator', path: act('handToTeam'), words: ['reason'], others: ['version', 'formKey', 'teamId'] },
  { by: 'operator', path: act('changeTopic'), words: ['reason'], others: ['version', 'formKey', 'topicId'] },
  { by: 'operator', path: act('changeUrgency'), words: ['reason'], others: ['version', 'formKey', 'urgency'] },
  {
    by: 'operator',
    path: act('close'),
    words: ['reason', 'norm'],
    others: ['version', 'formKey', 'outcome', 'amount', 'currency'],
  },
  {
    by: 'administrator',
    path: () => '/staff/people/invite',
    words: ['name', 'email'],
    others: ['role', 'lang', 'teams'],
  },
  {
    by: 'supervisor',
    path: () => '/staff/teams/new',
    words: ['nameKy', 'nameRu', 'nameEn'],
    others: ['langs', 'kind'],
  },
  {
    by: 'supervisor',
    path: () => '/staff/calendars/KG/add?year=2026',
    words: ['reason', 'nameKy', 'nameRu', 'nameEn'],
    others: ['from', 'to', 'kind', 'seen'],
  },
  {
    by: 'supervisor',
    path: () => '/staff/routing/topics/unpaid-wages',
    words: ['words'],
    others: ['scope', 'before', 'after'],
  },
]

const broken = oneof(
  constantFrom(
    '',
    'no',
    'yes',
    'XX',
    'zz',
    '0',
    '-1',
    '1',
    '2026-02-30',
    'a'.repeat(32),
    'A'.repeat(22),
    '__proto__',
    'close',
  ),
  string({ maxLength: 30 }),
)
/** Too long for most fields, or just right; recognised again by its beginning. */
const mark = 'Жети сөз 7f3a'
const words = constantFrom(mark, `${mark} `.repeat(4), `${mark} ${'ө'.repeat(2_100)}`, `${mark} ${'ү'.repeat(20_100)}`)
// Without either header the form's token decides, and there is none here.
const origins = constantFrom<Record<string, string>>({ 'sec-fetch-site': 'same-origin' }, {})

async function post(
  form: WordForm,
  fields: Record<string, string>,
  headers: Record<string, string>,
  remoteAddress: string,
) {
  const encoded = form.isMultipart
    ? await multipart(fields)
    : {
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }
  return portal.app.inject({
    method: 'POST',
    url: form.path(),
    payload: encoded.payload,
    headers: { ...encoded.headers, ...headers },
    cookies: { ...cookies[form.by] },
    remoteAddress,
  })
}

let posts = 0

/** Whether the page still holds what was typed into this field: in the field, or among the words it read back. */
const keeps = (body: string, name: string) =>
  body.split('<input').some((piece) => piece.includes(`name="${name}"`) && piece.split('>')[0]?.includes(mark)) ||
  body.split('<textarea').some((piece) => piece.includes(`name="${name}"`) && piece.includes(mark)) ||
  body.includes(`class="govuk-body typed">${mark}`)

test(
  'a form that is refused gives back the words that were typed, whatever else was wrong with it',
  { timeout: 120_000 },
  async () => {
    const refused = new Set<string>()
    const posted = record({
      form: constantFrom(...forms),
      typed: words,
      others: dictionary(constantFrom(...new Set(forms.flatMap(({ others }) => others))), broken, { maxKeys: 8 }),
      headers: origins,
    })
    await assert(
      asyncProperty(posted, async ({ form, typed, others, headers }) => {
        const own = Object.entries(others).filter(([name]) => form.others.includes(name))
        const fields = { ...Object.fromEntries(own), ...Object.fromEntries(form.words.map((name) => [name, typed])) }
        const answer = await post(form, fields, headers, `10.0.${++posts >> 8}.${posts & 255}`)
        expectDecent(answer, form.path())
        if (answer.statusCode < 400 || answer.statusCode === 404 || answer.statusCode === 413) return
        refused.add(form.path())
        const given = `${form.path()} ${JSON.stringify(others)} ${answer.statusCode}`
        for (const name of form.words) expect(keeps(answer.body, name), `${name} of ${given}`).toBe(true)
      }),
      { numRuns: 700, endOnFailure: true },
    )
    // Most of them must have been refused at some time, or nothing was tried.
    expect(refused.size).toBeGreaterThan(forms.length / 2)
  },
)

test('who has used up the limit of their address is given back what they typed', { timeout: 60_000 }, async () => {
  const form = forms.find(({ path }) => path() === '/ru/appeal/open')
  if (!form) throw new Error('The form is gone.')
  const again = () => post(form, { number: mark }, { 'sec-fetch-site': 'same-origin' }, '10.9.9.9')
  let answer = await again()
  for (let tries = 0; answer.statusCode !== 429 && tries < 1000; tries++) answer = await again()
  expect(answer.statusCode).toBe(429)
  expectDecent(answer, form.path())
  expect(keeps(answer.body, 'number')).toBe(true)
})
