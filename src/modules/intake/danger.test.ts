import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'
import { listContacts } from '#src/modules/people/index.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { aBrowser, errorsIn, hiddenIn, numberIn, walkToCheck, wordsIn, switchTo } from '#test/support/walk.ts'

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

const headingsIn = ({ body }: { readonly body: string }) =>
  [...body.matchAll(/<h2 class="govuk-heading-m">([^<]+)</g)].map(([, words]) => words)

const keyOf = async (lang = 'ru') => hiddenIn(await portal.get(`/${lang}/danger`), 'key')

test('the emergency number of the country is shown as not yet checked; what is not known is never a blank', async () => {
  const moscow = await portal.get('/en/danger?country=RU')
  expect(moscow.body).toContain('href="tel:112"')
  expect(moscow.body).toContain('has not checked this yet')
  expect(moscow.body).toContain('Saint Petersburg')
  expect(moscow.body).not.toContain('Kazan')
  expect(headingsIn(moscow)).toEqual(['Call now', 'Embassies and consulates of Kyrgyzstan', 'Or write to us'])

  const unknown = await portal.get('/en/danger?country=QA')
  expect(unknown.body).toContain('We do not have the number of the emergency services (Qatar) yet')
  expect(unknown.body).not.toContain('tel:')
  expect(unknown.body).not.toContain('null')
  expect(headingsIn(unknown)).toEqual(['Embassies and consulates of Kyrgyzstan', 'Or write to us'])
})

test('a country without a mission of its own shows the one that looks after it, with where that is', async () => {
  const { body } = await portal.get('/ru/danger?country=CA')
  expect(body).toContain('Ею занимается представительство в другой стране')
  expect(body).toContain('Вашингтон (посольство), Соединённые Штаты Америки')
})

test('one form sends the country that is chosen, or shows its numbers and keeps every word', async () => {
  const typed = { where: 'Склад у порта', what: 'Нас "заперли"', reach: 'сестра' }
  const shown = await portal.post('/ru/danger', { key: await keyOf(), country: 'TR', ...typed, act: 'show' })
  expect(shown.statusCode).toBe(200)
  expect(shown.body).toContain('href="tel:112"')
  expect(shown.body).toContain('<option value="TR" selected>')
  for (const words of ['Склад у порта', 'Нас &quot;заперли&quot;', 'сестра']) expect(shown.body).toContain(words)
  expect(shown.body.slice(shown.body.indexOf('<main')).match(/<form/g)).toHaveLength(1)

  const open = await portal.post('/ru/danger', { key: await keyOf(), country: '', ...typed, act: 'show' })
  expect(open.statusCode).toBe(422)
  expect(errorsIn(open)).toContain('выберите страну')
  expect(open.body).toContain('Склад у порта')

  const sent = await portal.post('/ru/danger', {
    key: hiddenIn(shown, 'key'),
    country: 'TR',
    ...typed,
    act: 'send',
  })
  expect(await appealBy(numberIn(sent))).toMatchObject({ country: 'TR', time_zone: 'Europe/Istanbul' })
})

test('the country is chosen already for whoever named it: in a draft, in an appeal sent or opened', async () => {
  const chosen = '<option value="KR" selected>'
  const browser = aBrowser(portal)
  expect((await browser.get('danger')).body).not.toContain(chosen)
  await walkToCheck(browser, { who: { country: 'KR' } })
  expect((await browser.get('danger')).body).toContain(chosen)
  const sent = await browser.post('ask/send', { draft: hiddenIn(await browser.get('ask/check'), 'draft') })
  expect((await browser.get('danger')).body).toContain(chosen)

  const other = aBrowser(portal)
  const secret = /14 цифр:\s*<[^>]+>([^<]+)</.exec(sent.body)?.[1] ?? ''
  const opened = await other.post('appeal/open', { number: numberIn(sent) ?? '', secret })
  expect(opened.statusCode).toBe(303)
  expect((await other.get('danger')).body).toContain(chosen)
  expect((await other.get('danger?country=RU')).body).toContain('<option value="RU" selected>')
})

test.each(['XX', 'ZZ', '', '%00', '<script>'])(
  'a country %j that is none shows the page all the same',
  async (country) => {
    const answer = await portal.get(`/ru/danger?country=${country}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('name="what"')
  },
)

test('three fields make a critical, protected appeal with a receipt of its own', async () => {
  const answer = await portal.post('/ru/danger', {
    key: await keyOf(),
    country: 'RU',
    where: 'Склад на МКАД, 14-й км',
    what: 'Нас заперли, забрали паспорта',
    reach: 'WhatsApp +996 555 123 456, вечером; или aigul@example.org.',
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(wordsIn(answer)).toHaveLength(4)
  const appeal = await appealBy(numberIn(answer))
  expect(appeal).toMatchObject({
    channel: 'danger',
    urgency: 'critical',
    level: 'protected',
    topic_id: 'violence-police',
    in_danger: true,
    reach: 'inWords',
    country: 'RU',
  })
  const [message] = await portal.db
    .selectFrom('appeal_messages')
    .selectAll()
    .where('appeal_id', '=', appeal.id)
    .execute()
  expect(message?.body).toBeNull()

  expect(appeal.as_who).toBeNull()
  const protector = await portal.signIn('operator', { teams: ['protection'] })
  const { body } = await portal.get(`/staff/appeals/${appeal.id}`, protector)
  expect(body).toMatch(/Кто обратился\s*<\/dt>\s*<dd[^>]*>\s*Не спрашивали/)
})

test('an address in free words is written to by nobody but whoever read them', async () => {
  const reach = 'не пишите на ivan@example.org и не звоните 0555 12 34 56, муж читает'
  const before = portal.mail.letters.length
  const appeal = await appealBy(
    numberIn(await portal.post('/ru/danger', { key: await keyOf(), country: 'KR', what: 'Заперли', reach })),
  )
  await portal.runJobs()
  expect(portal.mail.letters.slice(before).flatMap(({ to }) => to)).not.toContain('ivan@example.org')
  expect(appeal).toMatchObject({ reach: 'inWords', call_since: null })
  expect(await listContacts(portal.deps, appeal.person_id)).toEqual([])
  const protector = await portal.signIn('operator', { teams: ['protection'] })
  const { body } = await portal.get(`/staff/appeals/${appeal.id}`, protector)
  expect(body).toContain('Как безопасно связаться: не пишите на ivan@example.org')
  expect(body).toContain('прочтите его сообщение, прежде чем писать или звонить')
})

test.each([
  ['ky', 'Мекендеш', 'Шашылыш жардам'],
  ['ru', 'Мекендеш', 'Срочная помощь'],
  ['en', 'Mekendesh', 'Urgent help'],
])(
  'whoever looks at the window or its history in %s reads only the name of the service',
  async (lang, service, heading) => {
    const page = await portal.get(`/${lang}/danger`)
    const wrong = await portal.post(`/${lang}/danger`, { key: await keyOf(lang) })
    const receipt = await portal.post(`/${lang}/danger`, { key: await keyOf(lang), what: 'Help' })
    const titles = [page, wrong, receipt].map(({ body }) => /<title>(.*?)<\/title>/.exec(body)?.[1])
    expect(titles).toEqual([service, expect.stringMatching(new RegExp(`^[^:]+: ${service}$`)), service])
    expect(page.body).toContain(`>${heading}</h1>`)
    expect(receipt.body).not.toContain('Help')
    // The site that the exit leads to does not learn where somebody came from.
    for (const { headers } of [page, receipt]) expect(headers['referrer-policy']).toBe('same-origin')
  },
)

test('the receipt of a call for help says how the answer comes', async () => {
  const told = async (reach: string) =>
    (await portal.post('/ru/danger', { key: await keyOf(), country: 'RU', what: 'Заперли', reach })).body
  expect(await told('aigul@example.org')).toContain('сам портал ничего не отправит')
  expect(await told('сестра, в магазине внизу')).not.toContain('Вы не указали')
  expect(await told('')).toContain('снова открыть обращение не получится')
})

test('the receipt of a call for help shows again whom to call, and when it is read, also after a wrong word', async () => {
  const browser = aBrowser(portal)
  const key = hiddenIn(await browser.get('danger'), 'key')
  const receipt = await browser.post('danger', { key, country: 'RU', what: 'Заперли', reach: '' })
  const proof = hiddenIn(receipt, 'proof')
  const again = await browser.post('receipt/prove', { proof, secondWord: 'нет', fourthWord: 'нет' })
  for (const { body } of [receipt, again]) {
    expect(body).toContain('Если помощь нужна прямо сейчас')
    expect(body).toContain('href="tel:112"')
    expect(body).toContain('но сейчас рабочее время')
  }
  const unlisted = await portal.post('/ru/danger', { key: await keyOf(), what: 'Заперли' })
  expect(unlisted.body).not.toContain('Если помощь нужна прямо сейчас')
  expect(unlisted.body).not.toContain('tel:')
})

test('a few words in one field are enough, none at all are asked for', async () => {
  const some = await portal.post('/ky/danger', { key: await keyOf('ky'), where: 'Дубай' })
  expect(some.statusCode).toBe(200)
  expect(await appealBy(numberIn(some))).toMatchObject({ country: 'ZZ', reach: 'none', lang: 'ky' })

  const none = await portal.post('/ru/danger', { key: await keyOf(), reach: '+996555123456', country: 'TR' })
  expect(none.statusCode).toBe(422)
  expect(errorsIn(none)).toContain('хватит нескольких слов')
  expect(none.body).toContain('+996555123456')
  expect(none.body).toContain('tel:112')
})

test('tapped twice it is one appeal with one receipt', async () => {
  const browser = aBrowser(portal)
  const body = { key: hiddenIn(await browser.get('danger'), 'key'), what: 'Помогите' }
  const [first, second] = await Promise.all([browser.post('danger', body), browser.post('danger', body)])
  expect(numberIn(second)).toBe(numberIn(first))
  expect(wordsIn(second)).toEqual(wordsIn(first))
})

test('a broken key or country is no reason to refuse a call for help', async () => {
  const answer = await portal.post('/en/danger', { key: 'broken', country: ['RU', 'KZ'], what: 'Help' })
  expect(answer.statusCode).toBe(200)
  expect(await appealBy(numberIn(answer))).toMatchObject({ country: 'ZZ' })
})

const AT_ONCE = 'The people on duty are told at once'

test('that people on duty are told at once is said only while somebody on duty can be told and can open it', async () => {
  const page = async () => (await portal.get('/en/danger')).body
  expect(await page()).toContain('these are working hours')
  portal.clock.set('2026-06-20T10:00:00Z') // a Saturday
  expect((await portal.get('/en/danger?country=RU')).body).toContain(
    'Monday 22 June, 06:00 in Moscow, 09:00 in Bishkek',
  )
  const system = { kind: 'system', name: 'test' } as const
  const outsider = await makeStaff(portal.deps, 'operator')
  await addDuty(portal.deps, system, outsider.id)
  expect(await page()).not.toContain(AT_ONCE)

  const protector = await makeStaff(portal.deps, 'operator', { teams: ['protection'] })
  await addDuty(portal.deps, system, protector.id)
  expect(await page()).toContain(AT_ONCE)

  await portal.post('/en/danger', { key: await keyOf('en'), what: 'Help' })
  portal.mail.state.refuse = true
  await portal.runJobs({ mayFail: true })
  expect(await page()).not.toContain(AT_ONCE)
  portal.mail.state.refuse = false
  portal.clock.advance(10 * 60_000)
  await portal.runJobs()
  expect(await page()).toContain(AT_ONCE)
})

test('without a mail server nobody is said to be told', async () => {
  const silent = await startPortal({ config: { smtpUrl: undefined } })
  const { id } = await makeStaff(silent.deps, 'operator', { teams: ['protection'] })
  await addDuty(silent.deps, { kind: 'system', name: 'test' }, id)
  const { body } = await silent.get('/en/danger')
  await silent.close()
  expect(body).not.toContain(AT_ONCE)
  expect(body).toContain('We cannot tell anybody on duty at once now')
})

test('another language takes along all that was typed into a call for help, and the same form', async () => {
  const browser = aBrowser(portal)
  const key = hiddenIn(await browser.get('danger'), 'key')
  const typed = { where: 'Склад', what: 'Заперли & бьют', reach: 'Не звонить' }
  for (const page of [
    await browser.post('danger', { ...typed, key, country: 'RU', act: 'show' }),
    await browser.post('danger', { ...typed, key, country: '', act: 'show' }),
  ]) {
    const { action, fields } = switchTo(page, 'ky')
    const kyrgyz = await browser.post(action, fields)
    expect(kyrgyz.statusCode).toBe(200)
    expect(kyrgyz.body).toContain('<html lang="ky"')
    for (const words of ['Склад', 'Заперли &amp; бьют', 'Не звонить'])
      expect(kyrgyz.body).toContain(`${words}</textarea>`)
    expect(hiddenIn(kyrgyz, 'key')).not.toBe('')
  }
})
