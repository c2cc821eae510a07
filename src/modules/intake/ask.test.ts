import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { compareNames } from '#src/language/sort.ts'
import { forgetDrafts } from './jobs.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, errorsIn, hiddenIn, inMoscow, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const appealBy = (number: string | undefined) =>
  portal.db
    .selectFrom('appeals')
    .selectAll()
    .where('number', '=', number ?? '')
    .executeTakeFirstOrThrow()
const countOf = async (table: 'appeals' | 'drafts') => {
  const row = await portal.db
    .selectFrom(table)
    .select((of) => of.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
const aPhoto = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()

describe.each(langs)('the whole walk without scripts, in %s', (lang) => {
  test('leads from the first screen to a receipt, each screen in its language', async () => {
    const browser = aBrowser(portal, lang)
    const first = await browser.get('ask?kind=problem-report&topic=unpaid-wages')
    expect(first.statusCode).toBe(200)
    expect(first.body).toContain(`<html lang="${lang}"`)
    expect(hiddenIn(first, 'topic')).toBe('unpaid-wages')

    // A topic that was chosen before is not asked again, but can be changed.
    const words = await browser.save('who', { ...inMoscow, lang, kind: 'problem-report', topic: 'unpaid-wages' })
    expect(words.body).toContain('name="message"')
    expect((await browser.get('ask/topic')).body).toMatch(/value="unpaid-wages" checked/)
    await browser.save('words', { message: 'Айлык төлөнгөн жок.' })
    const files = await browser.save('questions', {
      'q-peopleCount': '12',
      'q-wageSum-amount': '1 500,50',
      'q-wageSum-currency': 'RUB',
    })
    expect(files.body).toContain('type="file"')
    expect((await browser.upload('ask/files', { name: 'табель.jpg', bytes: await aPhoto() })).statusCode).toBe(303)
    expect((await browser.get('ask/files')).body).toContain('табель.jpg')
    const check = await browser.save('contact', {})
    expect(check.body).toContain('табель.jpg')
    expect(check.body).toContain('Айлык төлөнгөн жок.')

    const receipt = await browser.post('ask/send', { draft: hiddenIn(check, 'draft') })
    expect(receipt.statusCode).toBe(200)
    expect(receipt.headers['cache-control']).toBe('no-store')
    expect(wordsIn(receipt)).toHaveLength(4)
    expect(receipt.body).toMatch(/\d{4}-\d{4}-\d{4}-\d{2}/)
    const appeal = await appealBy(numberIn(receipt))
    expect(appeal).toMatchObject({ lang, topic_id: 'unpaid-wages', urgency: 'critical', reach: 'none', country: 'RU' })
    const stored = await portal.db.selectFrom('files').select('owner_kind').where('owner_id', '=', appeal.id).execute()
    expect(stored).toEqual([{ owner_kind: 'appeal' }])
  })
})

test('nothing is kept and no cookie is set by only looking at the first screen', async () => {
  const before = await countOf('drafts')
  const answer = await portal.get('/ru/ask')
  expect(answer.cookies.map(({ name }) => name)).not.toContain('draft')
  expect(await countOf('drafts')).toBe(before)
})

test('a second tap on send, and a third a day later, show the same receipt and make one appeal', async () => {
  const browser = aBrowser(portal)
  const body = { draft: hiddenIn(await walkToCheck(browser), 'draft') }
  const before = await countOf('appeals')
  const both = await Promise.all([browser.post('ask/send', body), browser.post('ask/send', body)])
  const third = await browser.post('ask/send', body)
  const taps = [...both, third]
  expect(taps.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(new Set(taps.map(numberIn)).size).toBe(1)
  expect(new Set(taps.map((tap) => wordsIn(tap).join(' '))).size).toBe(1)
  expect(await countOf('appeals')).toBe(before + 1)

  portal.clock.advance(25 * 3_600_000)
  expect(numberIn(await browser.post('ask/send', body))).toBe(numberIn(third))
})

test('once the words were proved the receipt is shown for the rest of the day, then never again', async () => {
  const browser = aBrowser(portal)
  const body = { draft: hiddenIn(await walkToCheck(browser), 'draft') }
  const receipt = await browser.post('ask/send', body)
  const [, second = '', , fourth = ''] = wordsIn(receipt)
  const proof = hiddenIn(receipt, 'proof')

  const wrong = await browser.post('receipt/prove', { proof, secondWord: second, fourthWord: 'мимо' })
  expect(wrong.statusCode).toBe(422)
  expect(errorsIn(wrong)).toContain('не совпадают')
  expect(numberIn(wrong)).toBe(numberIn(receipt))

  const right = await browser.post('receipt/prove', {
    proof,
    secondWord: ` ${second.toUpperCase()} `,
    fourthWord: fourth,
  })
  expect(right.statusCode).toBe(200)
  expect(numberIn(right)).toBeUndefined()
  await browser.post('receipt/prove', { proof, secondWord: second, fourthWord: fourth })
  const proved = portal.db.selectFrom('audit_entries').selectAll().where('what', '=', 'appeal.secretProved')
  const [act, ...more] = await proved.execute()
  expect(act).toMatchObject({ actor_kind: 'person', on_kind: 'appeal', actor_id: act?.on_id })
  expect(more).toEqual([])
  expect((await browser.post('ask/send', body)).statusCode).toBe(200)

  portal.clock.advance(25 * 3_600_000)
  const later = await browser.post('ask/send', body)
  expect(later.statusCode).toBe(409)
  expect(numberIn(later)).toBeUndefined()
  expect(later.body).toContain('уже принято')
})

test('a proof that we did not seal says nothing about any appeal', async () => {
  for (const proof of ['', 'x', 'AAAA', 'a'.repeat(400)]) {
    const answer = await portal.post('/ru/receipt/prove', { proof, secondWord: 'a', fourthWord: 'b' })
    expect(answer.statusCode).toBe(409)
  }
})

test('errors answer 422 with everything that was typed, and nothing is lost', async () => {
  const browser = aBrowser(portal)
  const answer = await browser.post('ask/who', { ...inMoscow, asWho: '', city: 'Тверь & область' })
  expect(answer.statusCode).toBe(422)
  expect(errorsIn(answer)).toBe('Выберите, кто вы')
  expect(answer.body).toContain('value="Тверь &amp; область"')
  expect(answer.body).toMatch(/value="RU" selected|selected[^>]*value="RU"/)
})

test('a lost cookie costs the words of no screen: they wait in a new draft', async () => {
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  await browser.save('topic', { topic: 'unpaid-wages' })
  browser.forget()
  const who = await browser.save('words', { message: 'Мои слова не пропадут' })
  expect(who.body).toContain('name="asWho"')
  await browser.save('who', inMoscow)
  const words = await browser.save('topic', { topic: 'unpaid-wages' })
  expect(words.body).toContain('Мои слова не пропадут')
})

test('a screen without its draft sends back to the start and says why', async () => {
  const answer = await portal.get('/en/ask/contact')
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/en/ask?lost=yes')
  expect((await portal.get('/en/ask?lost=yes')).body).toContain('The draft is no longer here')
})

test.each([
  ['ky', 'Кыргызстан', 'Австрия'],
  ['ru', 'Кыргызстан', 'Австрия'],
  ['en', 'Kyrgyzstan', 'Afghanistan'],
])(
  'in %s citizenship begins with our own and goes on by the alphabet; places begin with where most people are',
  async (lang, home, next) => {
    const { body } = await portal.get(`/${lang}/ask`)
    const namesIn = (field: string) => {
      const list = body.slice(body.indexOf(`name="${field}"`))
      return [...list.slice(0, list.indexOf('</select>')).matchAll(/<option[^>]*>([^<]*)</g)].map(
        ([, name = '']) => name,
      )
    }
    const citizenships = namesIn('citizenship').slice(1)
    expect(citizenships.slice(0, 2)).toEqual([home, next])
    const named = citizenships.slice(1, -1)
    expect(named).toEqual(named.toSorted(compareNames))
    const places = namesIn('country')
    expect(new Set(places)).toEqual(new Set(namesIn('citizenship')))
    expect(body).toMatch(/name="country".*?<optgroup[^>]*><option value="RU">/s)
  },
)

test.each([
  ['consultation', 'Ваш вопрос', 'Что случилось?'],
  ['problem-report', 'Что случилось?', 'Ваш вопрос'],
])('one’s own words are headed by what is being done: %s, "%s"', async (kind, heading, other) => {
  const browser = aBrowser(portal)
  await browser.save('who', { ...inMoscow, kind })
  const words = await browser.save('topic', { topic: 'contract-conditions' })
  expect(words.body).toMatch(new RegExp(`<h1[^>]*>${heading.replace('?', '[?]')}</h1>`))
  await browser.save('words', { message: 'Сколько дней отпуска?' })
  await browser.save('questions', {})
  const check = await browser.save('contact', {})
  expect(check.body).toContain(`>${heading}<`)
  expect(check.body).not.toContain(other)
})

test('the check page reads every answer back in words', async () => {
  const browser = aBrowser(portal)
  await browser.save('who', { ...inMoscow, onBehalf: 'yes', kind: 'problem-report' })
  await browser.save('topic', { topic: 'detention-deportation' })
  await browser.save('words', { message: 'Брата задержали.', ownPhone: 'no' })
  const typed = { 'q-courtDate-day': '16', 'q-courtDate-month': '9', 'q-courtDate-year': '2026' }
  await browser.save('questions', { ...typed, 'q-deportationOrdered': 'yes' })
  const { body } = await browser.save('contact', {})
  const rows = [...body.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/gs)].map(([, key = '', value = '']) => [
    key,
    value,
  ])
  const answers = new Map(rows.map(([key = '', value = '']) => [key, value]))
  for (const [key, value] of [
    ['Кто вы?', 'Гражданин или гражданка Кыргызстана'],
    ['Вы обращаетесь за другого человека?', 'Да'],
    ['В какой стране сейчас этот человек?', 'Российская Федерация'],
    ['Этим телефоном или компьютером пользуетесь только вы?', 'Нет'],
  ])
    expect([...answers]).toContainEqual([key, value])
  // Nobody typed midnight.
  expect([...answers.values()]).toContain('16.09.2026')
  expect(body).not.toMatch(/<dd[^>]*>(yes|no|RU|KG|citizen)</)
})

test('a period given by months is read back as the days it spans, an open end as open', async () => {
  const months = { 'q-wagePeriod-from-month': '3', 'q-wagePeriod-from-year': '2026' }
  const browser = aBrowser(portal)
  const open = await walkToCheck(browser, { questions: months })
  expect(open.body).toContain('01.03.2026 – …')
  const ends = { ...months, 'q-wagePeriod-to-month': '5', 'q-wagePeriod-to-year': '2026' }
  const check = await browser.save('questions', { ...ends, from: 'check' })
  expect(check.body).toContain('01.03.2026 – 31.05.2026')
  const none = await browser.post('ask/questions', {
    ...ends,
    'q-wagePeriod-from-day': '30',
    'q-wagePeriod-from-month': '2',
  })
  expect(errorsIn(none)).toBe('Такого дня нет: 30 февраля 2026 года. Исправьте или оставьте пустым')
})

test('nobody jumps over a screen that must be answered', async () => {
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  const answer = await browser.get('ask/check')
  expect(answer.headers.location).toBe('/ru/ask/topic')
  expect((await browser.post('ask/send', { draft: 'other' })).headers.location).toBe('/ru/ask?lost=yes')
})

test('a change on the check page leads back to it, and a new topic asks its own questions', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser, { questions: { 'q-peopleCount': '3' } })
  const back = await browser.save('words', { message: 'Иначе сказано', from: 'check' })
  expect(back.body).toContain('Иначе сказано')
  expect(back.body).toContain('name="draft"')
  const questions = await browser.save('topic', { topic: 'lost-passport', from: 'check' })
  expect(questions.body).toContain('name="q-docType"')
  const check = await browser.save('questions', { 'q-docType': 'passport', from: 'check' })
  expect(check.body).toContain('name="draft"')
  expect(check.body).not.toContain('>3<')
})

test('somebody who comes back may go on or begin anew', async () => {
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  const again = await browser.get('ask?kind=consultation')
  expect(again.body).toContain('/ru/ask/topic')
  const before = await countOf('drafts')
  const anew = await browser.post('ask', { kind: 'problem-report' })
  expect(anew.headers.location).toBe('/ru/ask?kind=problem-report')
  expect(await countOf('drafts')).toBe(before - 1)
  expect((await browser.get(String(anew.headers.location))).body).toContain('name="asWho"')
})

test('the draft is remembered for 30 days only on a phone that is the person’s own', async () => {
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  await browser.save('topic', { topic: 'unpaid-wages' })
  const maxAge = async (ownPhone: string) => {
    const answer = await browser.post('ask/words', { message: 'Слова', ownPhone })
    return answer.cookies.find(({ name }) => name === 'draft')?.maxAge
  }
  expect(await maxAge('yes')).toBe(30 * 24 * 3600)
  expect(await maxAge('no')).toBeUndefined()
})

test('drafts and their files are forgotten after 30 days', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  await browser.upload('ask/files', { name: 'a.jpg', bytes: await aPhoto() })
  portal.clock.advance(29 * 86_400_000)
  await forgetDrafts.run(portal.deps, {})
  expect((await browser.get('ask/files')).body).toContain('a.jpg')
  portal.clock.advance(2 * 86_400_000)
  expect((await browser.get('ask/files')).statusCode).toBe(303)
  await forgetDrafts.run(portal.deps, {})
  expect(await portal.db.selectFrom('drafts').select('id').where('sent_at', 'is', null).execute()).toEqual([])
  expect(await portal.db.selectFrom('files').select('id').where('owner_kind', '=', 'draft').execute()).toEqual([])
})
