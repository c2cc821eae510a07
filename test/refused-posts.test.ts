import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { expectDecent } from '#test/support/decent-answer.ts'
import { multipart } from '#test/support/multipart.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { keeps, postersOn, type Posters } from '#test/support/posters.ts'
import { wordForms, type WordForm } from '#test/support/word-forms.ts'

let portal: TestPortal
let posters: Posters
let forms: readonly WordForm[]
beforeAll(async () => {
  portal = await startPortal()
  posters = await postersOn(portal)
  forms = wordForms(posters.appealId)
})
afterAll(() => portal.close())

const ours = { 'sec-fetch-site': 'same-origin' }
const foreign = { 'sec-fetch-site': 'cross-site' }
// One word, which nobody would take for a choice.
const cry = 'Помогите'
const cried = (form: WordForm) => Object.fromEntries(form.words.map((name) => [name, cry]))
const nameOf = (form: WordForm) => `${form.by} at ${form.path}${form.isMultipart ? ' with a file field' : ''}`

/** The page says it in the person's language, shows what was typed, and has a button that posts it to the same place. */
function expectAllKept(answer: Answer, form: WordForm) {
  const said = `${answer.statusCode} for ${nameOf(form)}`
  expectDecent(answer, form.path)
  const shown = answer.body.split('class="govuk-body typed">').slice(1)
  expect(shown.length, said).toBe(form.words.length)
  expect(
    shown.every((words) => words.startsWith(cry)),
    said,
  ).toBe(true)
  const again = answer.body.split('<form').find((one) => one.includes(`action="${form.path.replaceAll('&', '&amp;')}`))
  for (const name of form.words) expect(again, said).toContain(`type="hidden" name="${name}" value="${cry}"`)
  expect(again?.includes('enctype="multipart/form-data"'), said).toBe(form.isMultipart === true)
  expect(answer.body.includes('govuk-exit-this-page'), said).toBe(!form.path.startsWith('/staff'))
}

test('whoever has used up a limit is given back what they typed, in every form', async () => {
  portal.limitTo(1)
  for (const form of forms) {
    if (form.path === '/ru/danger') continue
    const again = () => posters.post(form, cried(form), ours, '10.9.9.9')
    let answer = await again()
    for (let tries = 0; answer.statusCode !== 429 && tries < 3; tries++) answer = await again()
    expect(answer.statusCode, nameOf(form)).toBe(429)
    expectAllKept(answer, form)
  }
  portal.limitTo(Number.POSITIVE_INFINITY)
})

test('who is refused because too many ask is given back what they typed; who reports danger is let in', async () => {
  portal.sheds(true)
  for (const form of forms) {
    const answer = await posters.post(form, cried(form), ours)
    expect(answer.statusCode === 503, nameOf(form)).toBe(form.path !== '/ru/danger')
    if (answer.statusCode === 503) expectAllKept(answer, form)
  }
  expect((await portal.get('/assets/base.js')).statusCode).not.toBe(503)
  portal.sheds(false)
})

test('a database that is gone takes no words with it', async () => {
  const gone = () => {
    throw Object.assign(new Error('gone'), { code: '08006' })
  }
  const broken = (['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'transaction'] as const).map((way) =>
    vi.spyOn(portal.deps.db, way).mockImplementation(gone),
  )
  const answers = []
  for (const form of forms) answers.push({ form, answer: await posters.post(form, cried(form), ours) })
  for (const one of broken) one.mockRestore()
  for (const { form, answer } of answers) {
    // What is wrong with a form, or that it belongs to nobody, may be found before the database is asked.
    expect(
      form.words.filter((name) => !keeps(answer.body, name, cry)),
      nameOf(form),
    ).toEqual([])
    if (answer.statusCode === 503) expectAllKept(answer, form)
  }
  expect(answers.filter(({ answer }) => answer.statusCode === 503).length).toBeGreaterThan(forms.length - 5)
})

test('a form that cannot show where it comes from is given back with a token that fits', async () => {
  for (const form of forms) {
    const answer = await posters.post(form, cried(form), {})
    expect(answer.statusCode, nameOf(form)).toBe(403)
    expectAllKept(answer, form)
    expect(answer.body).toMatch(form.isMultipart ? /action="[^"]*csrf=/ : /name="csrf" value="[^"]/)
  }
})

// Everything but a call for help acts by a session or a draft's cookie: a foreign page must not come to have it pressed.
const actsByCookie = ({ path }: WordForm) => !path.endsWith('/danger')
const hasButton = ({ body }: Answer, { path }: WordForm) => body.includes(`action="${path.replaceAll('&', '&amp;')}`)

test('a foreign page gets no button that would act by a cookie; only a call for help keeps its own', async () => {
  for (const form of forms) {
    const answer = await posters.post(form, cried(form), foreign)
    expect(answer.statusCode, nameOf(form)).toBe(403)
    expect(answer.body, nameOf(form)).toContain(`class="govuk-body typed">${cry}`)
    expect(hasButton(answer, form), nameOf(form)).toBe(!actsByCookie(form))
  }
})

test('nor is it given that button by the page about a limit or a full server', async () => {
  const acting = forms.filter(actsByCookie)
  for (const headers of [ours, foreign]) {
    portal.sheds(true)
    for (const form of acting) {
      const answer = await posters.post(form, cried(form), headers)
      expect(answer.statusCode, nameOf(form)).toBe(503)
      expect(hasButton(answer, form), nameOf(form)).toBe(headers === ours)
    }
    portal.sheds(false)
    portal.limitTo(1)
    for (const form of acting) {
      let answer = await posters.post(form, cried(form), headers, '10.8.8.8')
      for (let tries = 0; answer.statusCode !== 429 && tries < 3; tries++)
        answer = await posters.post(form, cried(form), headers, '10.8.8.8')
      expect(answer.statusCode, nameOf(form)).toBe(429)
      expect(hasButton(answer, form), nameOf(form)).toBe(headers === ours)
    }
    portal.limitTo(Number.POSITIVE_INFINITY)
  }
})

test('nor at the door of the staff pages, which is public', async () => {
  for (const path of ['/staff/sign-in', '/staff/ended']) {
    const form: WordForm = { by: 'nobody', path, words: ['note'], others: [] }
    const answer = await posters.post(form, cried(form), foreign)
    expect(answer.statusCode).toBe(403)
    expect(hasButton(answer, form), path).toBe(false)
    expect(hasButton(await posters.post(form, cried(form), {}), form), path).toBe(true)
  }
})

test('who reports danger from an odd browser, with an appeal open or without, sends it again by a button, in nobody’s name', async () => {
  const danger = { by: 'person', path: '/ru/danger', words: ['where', 'what', 'reach'], others: [] } as const
  for (const form of [danger, { ...danger, by: 'nobody' } as const]) {
    const answer = await posters.post(form, { ...cried(form), country: 'RU' }, foreign)
    expect(answer.statusCode).toBe(403)
    expectAllKept(answer, form)
  }
  const messagesOfOpen = () =>
    portal.db.selectFrom('appeal_messages').select('id').where('appeal_id', '=', posters.appealId).execute()
  const before = await messagesOfOpen()
  expect((await posters.post(danger, { ...cried(danger), country: 'RU' }, ours)).statusCode).toBe(200)
  expect(await messagesOfOpen()).toEqual(before)
  const people = await portal.db.selectFrom('appeals').select(['channel', 'person_id']).orderBy('id').execute()
  expect(people.at(-1)?.channel).toBe('danger')
  expect(people.filter(({ person_id }) => person_id === people.at(-1)?.person_id)).toHaveLength(1)
})

test('the limit of replies goes by the appeal: a dormitory of one address does not use it up for another', async () => {
  const other = await anAppeal(portal.deps)
  const neighbour = { appeal: (await startSession(portal.deps, other.appealId)).token }
  const write = async (whose: Cookies, text: string) => {
    const form = await multipart({ text, act: 'file' })
    const headers = { ...form.headers, ...ours }
    return portal.app.inject({
      method: 'POST',
      url: '/ru/appeal/reply',
      ...form,
      headers,
      cookies: { ...whose },
      remoteAddress: '10.4.4.4',
    })
  }
  portal.limitTo(20)
  let answer = await write(posters.cookies.person, cry)
  for (let tries = 0; answer.statusCode !== 429 && tries < 30; tries++)
    answer = await write(posters.cookies.person, cry)
  expect(answer.statusCode).toBe(429)
  expect((await write(neighbour, cry)).statusCode).toBe(200)
  portal.limitTo(Number.POSITIVE_INFINITY)
})

test('a session that is over takes no words with it, and sends nobody away without them', async () => {
  for (const form of forms.filter(({ by }) => by !== 'nobody' && by !== 'drafter')) {
    const dead = { ...form, by: 'nobody' as const }
    const answer = await posters.post(dead, cried(form), ours)
    expect(answer.statusCode, nameOf(form)).toBe(403)
    expectDecent(answer, form.path)
    const lost = form.words.filter((name) => !keeps(answer.body, name, cry))
    expect(lost, nameOf(form)).toEqual([])
  }
})
