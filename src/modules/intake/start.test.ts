import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, errorsIn, hiddenIn, inMoscow } from '#test/support/walk.ts'
import { catalogue, useCatalogue } from '#src/modules/catalogue/index.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const kindOfLast = async () =>
  (await portal.db.selectFrom('drafts').select('kind').orderBy('created_at', 'desc').executeTakeFirst())?.kind
const asksKind = ({ body }: { readonly body: string }) => body.includes('type="radio" value="problem-report"')
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
  expect(wrong.body).not.toContain('type="hidden" name="kind"')
  const again = await browser.post('ask/who', { ...inMoscow, ...asked, kind: 'problem-report', asWho: '' })
  expect(again.body).toContain('type="radio" value="problem-report" checked')
  await browser.save('who', { ...inMoscow, kindIs: hiddenIn(again, 'kindIs'), kind: 'problem-report' })
  expect(await kindOfLast()).toBe('problem-report')

  const chosen = await aBrowser(portal).post('ask/who', { ...inMoscow, kind: 'consultation', asWho: '' })
  expect(asksKind(chosen)).toBe(false)
  expect(chosen.body).toContain('<input type="hidden" name="kind" value="consultation"/>')
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
