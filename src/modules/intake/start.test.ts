import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, errorsIn, hiddenIn, inMoscow, switchTo, walkToCheck } from '#test/support/walk.ts'
import { catalogue, useCatalogue } from '#src/modules/catalogue/index.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const kindOfLast = async () =>
  (await portal.db.selectFrom('drafts').select('kind').orderBy('created_at', 'desc').executeTakeFirst())?.kind
const asksKind = ({ body }: { readonly body: string }) => body.includes('type="radio" value="problem-report"')
/** A page without its language switch, which carries along what was typed. */
const mainOf = ({ body }: { readonly body: string }) => body.slice(body.indexOf('<main'))
const unsaid = { ...inMoscow, kind: '' }

test('whoever comes by a topic says whether they ask or report; nobody is filed as asking unasked', async () => {
  const browser = aBrowser(portal)
  const first = await browser.get('ask?topic=complaint-official')
  expect(asksKind(first)).toBe(true)
  const open = await browser.post('ask/who', { ...unsaid, topic: 'complaint-official' })
  expect(open.statusCode).toBe(422)
  expect(errorsIn(open)).toBe('Выберите: задать вопрос или сообщить о проблеме')
  expect(await kindOfLast()).toBeUndefined()

  const words = await browser.save('who', { ...unsaid, kind: 'problem-report', topic: 'complaint-official' })
  expect(words.body).toContain('>Что случилось?</h1>')
  expect(await kindOfLast()).toBe('problem-report')
})

test('an error elsewhere on the first screen leaves the choice there, and it can still be changed', async () => {
  const browser = aBrowser(portal)
  const asked = { kindIs: hiddenIn(await browser.get('ask'), 'kindIs'), kind: 'consultation' }
  const wrong = await browser.post('ask/who', { ...inMoscow, ...asked, asWho: '' })
  expect(wrong.statusCode).toBe(422)
  expect(errorsIn(wrong)).not.toContain('Выберите: задать вопрос')
  expect(wrong.body).toContain('type="radio" value="consultation" checked')
  expect(asksKind(wrong)).toBe(true)
  expect(mainOf(wrong)).not.toContain('type="hidden" name="kind"')
  const again = await browser.post('ask/who', { ...inMoscow, ...asked, kind: 'problem-report', asWho: '' })
  expect(again.body).toContain('type="radio" value="problem-report" checked')
  await browser.save('who', { ...inMoscow, kindIs: hiddenIn(again, 'kindIs'), kind: 'problem-report' })
  expect(await kindOfLast()).toBe('problem-report')

  const chosen = await aBrowser(portal).post('ask/who', { ...inMoscow, kind: 'consultation', asWho: '' })
  expect(asksKind(chosen)).toBe(false)
  expect(mainOf(chosen)).toContain('<input type="hidden" name="kind" value="consultation"/>')
})

test('after an error the other language shows the same first screen with all that was typed, and the draft is not called gone', async () => {
  const browser = aBrowser(portal)
  const typed = { ...inMoscow, topic: 'unpaid-wages', asWho: '', city: 'Тверь & область' }
  const wrong = await browser.post('ask/who', typed)
  const { action, fields } = switchTo(wrong, 'ky')
  expect(action).toBe('/ky/ask/who')
  const other = await browser.post(action, fields)
  expect(other.statusCode).toBe(422)
  expect(other.body).toContain('<html lang="ky"')
  expect(errorsIn(other)).toBe('Ким экениңизди тандаңыз')
  expect(mainOf(other)).toContain('value="Тверь &amp; область"')
  expect(mainOf(other)).toContain('name="topic" value="unpaid-wages"')
  expect(mainOf(other)).toContain('name="kind" value="problem-report"')
  // Russian was offered by the Russian page; who chose English gets English.
  expect(mainOf(other)).toContain('type="radio" value="ky" checked')
  const english = await browser.post('ask/who', { ...typed, lang: 'en' })
  expect(switchTo(english, 'ky').fields).toMatchObject({ lang: 'en' })

  const words = await browser.save('who', { ...switchTo(other, 'ky').fields, asWho: 'citizen' })
  expect(words.body).toContain('>Что случилось?</h1>')
  expect((await aBrowser(portal).get('ask/who')).headers.location).toBe('/ru/ask')
})

test('words that were refused are not lost by choosing another language', async () => {
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  await browser.save('topic', { topic: 'unpaid-wages' })
  const message = `Первая строка\n${'а'.repeat(10_000)}`
  const { action, fields } = switchTo(await browser.post('ask/words', { message, ownPhone: 'yes' }), 'en')
  const other = await browser.post(action, fields)
  expect(other.body).toContain('<html lang="en"')
  expect(mainOf(other)).toContain(message)
  expect(mainOf(other)).toMatch(/name="ownPhone"[^>]*value="yes" checked/)
})

test('who chose it on the home page, and a topic that allows one kind only, are not asked', async () => {
  expect(asksKind(await portal.get('/ru/ask?kind=consultation&topic=pension'))).toBe(false)
  const law = catalogue()
  const feedback = law.topic('feedback')
  useCatalogue({
    ...law,
    topic: (id) => (id === 'feedback' && feedback ? { ...feedback, kinds: ['problem-report'] } : law.topic(id)),
  })
  const page = await portal.get('/ru/ask?topic=feedback')
  const saved = await portal.post('/ru/ask/who', { ...unsaid, topic: 'feedback' })
  useCatalogue(law)
  expect(page.body).toContain('<input type="hidden" name="kind" value="problem-report"/>')
  expect(saved.statusCode).toBe(303)
})

test('on one’s own phone each saved screen lets the draft be remembered for 30 days more', async () => {
  const ageAfter = ({
    cookies,
  }: {
    readonly cookies: readonly { readonly name: string; readonly maxAge?: number }[]
  }) => cookies.find(({ name }) => name === 'draft')?.maxAge
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  await browser.save('topic', { topic: 'unpaid-wages' })
  const days = 30 * 24 * 3600
  expect(ageAfter(await browser.post('ask/words', { message: 'Мне не платят', ownPhone: 'yes' }))).toBe(days)
  expect(ageAfter(await browser.post('ask/questions', {}))).toBe(days)
  expect(ageAfter(await browser.post('ask/contact', {}))).toBe(days)
  expect(ageAfter(await browser.post('ask/words', { message: 'Мне не платят', ownPhone: 'no' }))).toBeUndefined()
  expect(ageAfter(await browser.post('ask/questions', {}))).toBeUndefined()
})

test('a draft that is posted to more than once a second waits, its words kept, and the neighbours of its address do not', async () => {
  const [hasty, neighbour] = [aBrowser(portal), aBrowser(portal)]
  for (const browser of [hasty, neighbour]) await browser.save('who', inMoscow)
  const statuses = new Set<number>()
  for (let n = 1; n <= 60; n += 1) statuses.add((await hasty.post('ask/topic', { topic: 'pension' })).statusCode)
  expect([...statuses]).toEqual([303])
  const late = await hasty.post('ask/words', { message: 'Мои слова не пропадут' })
  expect(late.statusCode).toBe(429)
  expect(late.body).toContain('Мои слова не пропадут')
  expect((await neighbour.post('ask/topic', { topic: 'pension' })).statusCode).toBe(303)
  portal.clock.advance(60_000)
  expect((await hasty.post('ask/words', { message: 'Мои слова не пропадут' })).statusCode).toBe(303)
})

/** The link of the row of the check page that says whether one asks or reports. */
const linkOfKind = ({ body }: { readonly body: string }) =>
  /Вид обращения<\/dt>.*?<dd.*?<a [^>]*href="([^"]*)"/s.exec(body)?.[1] ?? ''

test('whoever chose the wrong one of asking and reporting changes it from the check page; nothing typed is lost', async () => {
  const browser = aBrowser(portal)
  const check = await walkToCheck(browser, { questions: { 'q-peopleCount': '3' } })
  const first = await browser.get(linkOfKind(check))
  expect(first.body).toContain('type="radio" value="problem-report" checked')
  const from = { ...inMoscow, from: hiddenIn(first, 'from') }
  const wrong = await browser.post('ask/who', { ...from, kind: 'consultation', asWho: '' })
  expect(mainOf(wrong)).toContain('type="radio" value="consultation" checked')

  const changed = await browser.save('who', { ...from, kind: 'consultation' })
  expect(changed.body).toContain('name="draft"')
  expect(changed.body).toContain('>Ваш вопрос<')
  expect(changed.body).not.toContain('Что случилось?')
  expect(changed.body).toContain('Мне три месяца не платят.')
  expect(changed.body).toContain('>3<')
  await browser.post('ask/send', { draft: hiddenIn(changed, 'draft') })
  const { kind } = await portal.db.selectFrom('appeals').select('kind').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(kind).toBe('consultation')
})

test('a topic that is not for what one does now is asked anew, from the topics that are', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser, { topic: 'feedback' })
  const law = catalogue()
  const only = law.topics.map((topic): typeof topic =>
    topic.id === 'feedback' ? { ...topic, kinds: ['problem-report'] } : topic,
  )
  useCatalogue({ ...law, topics: only, topic: (id) => only.find((topic) => topic.id === id) })
  const topics = await browser.save('who', { ...inMoscow, kind: 'consultation', from: 'check' })
  const refused = await browser.post('ask/topic', { topic: 'feedback', from: 'check' })
  useCatalogue(law)
  expect(topics.body).toContain('value="pension"')
  expect(topics.body).not.toContain('value="feedback"')
  expect(refused.statusCode).toBe(422)
  expect((await browser.save('topic', { topic: 'unpaid-wages', from: 'check' })).body).toContain('q-peopleCount')
})

test('a question with two conditions on the same screen says both, each with what it is about', async () => {
  const law = catalogue()
  const both = [
    { question: 'docLostReport', op: '=', value: 'yes' },
    { question: 'hasTicket', op: '=', value: 'yes' },
  ] as const
  const changed = (id: string) => {
    const found = law.question(id)
    return found && id === 'flightDate' ? { ...found, showIf: [...both] } : found
  }
  useCatalogue({ ...law, question: changed })
  const browser = aBrowser(portal)
  await browser.save('who', inMoscow)
  await browser.save('topic', { topic: 'lost-passport' })
  const page = await browser.save('words', { message: 'Потерял паспорт, скоро рейс.' })
  useCatalogue(law)
  const upToFlight = page.body.slice(0, page.body.indexOf('name="q-flightDate-day"'))
  const conditions = [...upToFlight.matchAll(/data-show-if="([^"]*)".*?mek-show-if__when">([^<]*)</gs)].slice(-2)
  expect(conditions.map(([, on, words]) => [on, words])).toEqual([
    ['q-docLostReport', `${law.question('docLostReport')?.text.ru} Если вы ответили «Да»:`],
    ['q-hasTicket', 'Если вы ответили «Да»:'],
  ])
})
