import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor } from '#test/support/appeals.ts'
import { aPhoto, fieldIn, keyIn, personOn } from '#test/support/person.ts'
import { cookiesAfter, startPortal, type TestPortal } from '#test/support/portal.ts'
import { findByMark } from '#src/modules/audit/index.ts'
import { langs } from '#src/kernel/lang.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  askPerson,
  changeTopic,
  getAppealForPerson,
  handToTeam,
  secretToDigits,
  type Receipt,
} from '#src/modules/appeals/index.ts'

const MINUTE = 60_000

let portal: TestPortal
let lawyer: StaffVisitor
let person: ReturnType<typeof personOn>
beforeAll(async () => {
  portal = await startPortal()
  person = personOn(portal)
  lawyer = await aStaffVisitor(portal.deps, 'supervisor')
})
afterAll(() => portal.close())

const ask = ({ appealId }: Receipt) =>
  askPerson(portal.deps, { appealId, by: lawyer, text: 'Пришлите договор.', formKey: portal.random.bytes(16) })
const read = (receipt: Receipt) => getAppealForPerson(portal.deps, receipt.appealId)

test('the page says where the appeal stands, who has it, and until when here and in Bishkek, with the counting', async () => {
  const { receipt, cookies } = await person.opened()
  const { body } = await person.view(cookies)
  expect(body).toContain('<h1 class="govuk-heading-xl">Обращение получено и ждёт регистрации</h1>')
  expect(body).toContain('Сейчас им занимается: ')
  expect(body).toMatch(/Не позднее: [а-я]+, \d+ [а-я]+, \d\d:\d\d в Москве, \d\d:\d\d в Бишкеке/)
  expect(body).toContain('Как посчитан срок')
  expect(body).toMatch(/\d+ рабочих дн/)
  expect(body).toContain('Мне три месяца не платят.')
  expect(body).toContain(receipt.number)
  expect(body).toContain('<title>Мекендеш</title>')
  expect(body).not.toMatch(new RegExp(`(href|action|src)="[^"]*${receipt.number}`))
  for (const [lang, heading] of [
    ['ky', 'Кайрылууңуз келди'],
    ['en', 'Your appeal has arrived'],
  ] as const)
    expect((await person.view(cookies, lang)).body).toContain(heading)
})

test('a term that ends in another year names that year', async () => {
  const asItWas = portal.clock.now()
  portal.clock.set('2026-12-21T05:00:00Z')
  const { cookies } = await person.opened()
  const { body } = await person.view(cookies)
  expect(body).toMatch(/Не позднее: [а-я]+, \d+ января 2027 года, \d\d:\d\d в Москве, \d\d:\d\d в Бишкеке/)
  expect(body).not.toContain('декабря 2026')
  expect((await person.view(cookies, 'ky')).body).toMatch(
    /Эң кеч дегенде: 2027-\u2060жылдын \d+-\u2060январы, [а-яөүң]+, Москвада/,
  )
  expect((await person.view(cookies, 'en')).body).toMatch(
    /At the latest: [A-Z][a-z]+ \d+ January 2027, \d\d:\d\d in Moscow/,
  )
  portal.clock.set(asItWas)
})

test('a call for help has no topic until somebody sets one: the person reads neutral words, staff that it is open', async () => {
  const call = { channel: 'danger', topicId: 'violence-police', inDanger: true, wantsProtection: true } as const
  const { receipt, cookies } = await person.opened(call)
  const guess = /Насилие|Зомбулук|Violence/i
  const neutral = { ky: 'Жардам сураган кайрылуу', ru: 'Просьба о помощи', en: 'Call for help' }
  for (const lang of langs) {
    const { body } = await person.view(cookies, lang)
    expect(body).toContain(neutral[lang])
    expect(body).not.toMatch(guess)
  }
  const protector = await portal.signIn('operator', { teams: ['protection'] })
  const onDesk = async () => (await portal.get(`/staff/appeals/${receipt.appealId}`, protector)).body
  const h1 = (body: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1] ?? ''
  const notSet =
    /Сообщение об опасности, тема ещё не указана|Коркунуч тууралуу кабар, темасы коюла элек|Danger report, topic not set yet/
  expect(h1(await onDesk())).toMatch(notSet)
  expect((await portal.get('/staff/queue/urgent', protector)).body).toMatch(notSet)

  // The guess may be right: then an operator says so.
  const by = await aStaffVisitor(portal.deps, 'operator', { teams: ['protection'] })
  const set = { appealId: receipt.appealId, by, topicId: 'violence-police', reason: 'Из слов ясно' }
  expect((await changeTopic(portal.deps, set)).ok).toBe(true)
  expect(await changeTopic(portal.deps, set)).toMatchObject({ refusal: 'topicUnknown' })
  const { body } = await person.view(cookies)
  expect(body).toMatch(guess)
  expect(body).toContain('Указана тема')
  expect(h1(await onDesk())).toMatch(guess)
})

test('the person reads their own answers in words, opened where they are sealed', async () => {
  const answers = {
    contractType: 'oral',
    employer: 'ООО «Стройка»',
    wagePeriod: { from: '2026-03-01', to: '2026-05-31' },
    wageSum: { amount: 120_000, currency: 'RUB' },
    peopleCount: 3,
    noFoodHousing: 'no',
    proofs: ['chat', 'contract'],
  }
  const words = {
    ky: ['Азыр кайсы өлкөдөсүз?', 'Оозеки гана сүйлөшкөнбүз', 'Сиз айткан маалымат'],
    ru: [
      'Москва',
      'Переписка, сообщения, Договор или приказ',
      '01.03.2026 – 31.05.2026',
      '120\u{a0}000',
      'Что вы нам сообщили',
    ],
    en: ['Only an oral agreement', 'Are you left without food or housing?', 'What you told us'],
  }
  for (const wantsProtection of [false, true]) {
    const { receipt, cookies } = await person.opened({ topicId: 'unpaid-wages', answers, wantsProtection })
    const rows = await portal.db
      .selectFrom('appeal_answers')
      .selectAll()
      .where('appeal_id', '=', receipt.appealId)
      .execute()
    expect(rows).toHaveLength(Object.keys(answers).length)
    expect(rows.every(({ value_sealed }) => (value_sealed !== null) === wantsProtection)).toBe(true)
    for (const lang of langs) {
      const { body } = await person.view(cookies, lang)
      for (const one of words[lang]) expect(body).toContain(one)
      // As the topic asks them, not as they were stored.
      expect(body.indexOf('ООО «Стройка»')).toBeLessThan(body.indexOf(words[lang][1] ?? ''))
    }
  }
})

test('the receipt and the page carry the mark of the record, which the audit log finds again', async () => {
  const { body } = await portal.post('/ru/danger', {
    where: 'Казань',
    what: 'Забрали паспорт',
    reach: '',
    country: 'RU',
  })
  const hex = '[0-9a-f]{4}( [0-9a-f]{4}){3}'
  const markIn = (html: string) =>
    new RegExp(`Отметка записи: <span[^>]*>(${hex})</span> <span[^>]*>(${hex})</span>`)
      .exec(html)
      ?.filter((_, place) => place % 2 === 1)
      .join(' ')
  const mark = markIn(body)
  expect(await findByMark(portal.db, mark ?? '')).toMatchObject({ is: 'waiting' })
  expect(body).toContain('Если запись удалят или изменят, по отметке это обнаружится.')
  const [number = ''] = /KG-\d\d-\d{7}-\d/.exec(body) ?? []
  const [secret = ''] = /\b(\d[ -]?){14}\b/.exec(body.slice(body.indexOf('14 цифр'))) ?? []
  const opened = await portal.post('/ru/appeal/open', { number, secret })
  const page = await portal.get('/ru/appeal/view', cookiesAfter(opened))
  expect(markIn(page.body)).toBe(mark)
})

test('a question turns the heading, stops our own clocks, and the answer with a photo starts them again', async () => {
  const { receipt, cookies } = await person.opened()
  await ask(receipt)
  const asked = await person.view(cookies)
  expect(asked.body).toContain('Специалист ждёт вашего ответа')
  expect(asked.body).toContain('наши собственные, более короткие сроки остановлены')
  expect(asked.body).toContain('Пришлите договор.')
  expect(asked.body).toContain('После вашего ответа работа продолжится')
  const key = keyIn(asked.body)
  const sent = await person.write(cookies, { key, text: 'Вот он.', act: 'send' }, await aPhoto())
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/ru/appeal/view?done=replied'])
  const after = await person.view(cookies)
  expect(after.body).toContain('Специалист работает над вашим обращением')
  expect(after.body).toContain('договор.jpg')
  // Nobody waits for the person any more.
  expect(after.body).not.toContain('работа продолжится')
  expect((await read(receipt))?.messages.at(-1)).toMatchObject({
    body: 'Вот он.',
    author: 'person',
    files: [{ name: 'договор.jpg' }],
  })
  // The same form twice: a slow network, an impatient thumb.
  await person.write(cookies, { key, text: 'Вот он.', act: 'send' })
  expect((await read(receipt))?.messages).toHaveLength(3)
})

test('words of the service stay the service’s when another team takes the appeal over: no team is said to have written them', async () => {
  const { receipt, cookies } = await person.opened()
  await ask(receipt)
  const { appealId } = receipt
  expect((await handToTeam(portal.deps, { appealId, by: lawyer, teamId: 'intake' })).ok).toBe(true)
  const { body } = await person.view(cookies)
  expect(body).toContain('Сейчас им занимается: Группа приёма')
  const senders = [...body.matchAll(/meta--sender">([^<]*)</g)].map(([, sender]) => sender)
  expect(senders).toEqual(['Вы', 'Служба'])
})

test('adding and taking out files keeps the words, and a photo alone is a message', async () => {
  const { receipt, cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  const added = await person.write(cookies, { key, text: 'Пишу долго', act: 'file' }, await aPhoto())
  expect(added.statusCode).toBe(200)
  expect(added.body).toContain('Пишу долго</textarea>')
  expect(added.body).toContain('договор.jpg')
  expect(keyIn(added.body)).toBe(key)
  const id = /value="([^"]+)" name="remove"/.exec(added.body)?.[1] ?? ''
  const second = await person.write(cookies, { key, text: 'Пишу долго', act: 'file' }, await aPhoto('чек.jpg'))
  expect(second.body).toContain('чек.jpg')
  const removed = await person.write(cookies, { key, text: 'Пишу долго', remove: id })
  expect(removed.body).not.toContain('договор.jpg')
  expect(removed.body).toContain('чек.jpg')
  await person.write(cookies, { key, text: '', act: 'send' })
  const last = (await read(receipt))?.messages.at(-1)
  expect(last).toMatchObject({ body: '(Отправлены файлы)', files: [{ name: 'чек.jpg' }] })
})

test('a refused file says why and costs no word; nothing at all is asked for', async () => {
  const { receipt, cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  const evil = { field: 'file', name: 'virus.exe', bytes: Buffer.from('MZ not a picture') }
  const refused = await person.write(cookies, { key, text: 'Важные слова', act: 'send' }, evil)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Такой файл мы принять не можем')
  expect(refused.body).toContain('Важные слова</textarea>')
  const empty = await person.write(cookies, { key, text: '  ', act: 'send' })
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('Напишите текст')
  expect((await read(receipt))?.messages).toHaveLength(1)
})

test('a file of another appeal is not there, and our own comes as a download', async () => {
  const [mine, theirs] = [await person.opened(), await person.opened()]
  const key = keyIn((await person.view(theirs.cookies)).body)
  await person.write(theirs.cookies, { key, text: 'фото', act: 'send' }, await aPhoto())
  const id = (await read(theirs.receipt))?.messages.at(-1)?.files[0]?.id ?? ''
  const own = await portal.get(`/ru/appeal/files/${id}`, theirs.cookies)
  expect(own.statusCode).toBe(200)
  expect(own.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(own.headers['content-disposition']).toMatch(/^attachment/)
  const foreign = await portal.get(`/ru/appeal/files/${id}`, mine.cookies)
  const none = await portal.get('/ru/appeal/files/AAAAAAAAAAAAAAAAAAAAAA', mine.cookies)
  expect([foreign.statusCode, none.statusCode]).toEqual([404, 404])
  expect(foreign.body).toBe(none.body.replaceAll('AAAAAAAAAAAAAAAAAAAAAA', id))
  // Nor does the key of their form show their files on our page.
  const stolen = await person.write(mine.cookies, { key, text: '', act: 'file' })
  expect(stolen.body).not.toContain('договор.jpg')
})

test('after half an hour the page is closed; staying and writing extend it, twelve hours at most', async () => {
  const { cookies } = await person.opened()
  portal.clock.advance(29 * MINUTE)
  expect((await portal.post('/ru/appeal/stay', {}, cookies)).statusCode).toBe(303)
  portal.clock.advance(29 * MINUTE)
  expect((await person.view(cookies)).statusCode).toBe(200)
  portal.clock.advance(2 * MINUTE)
  expect((await person.view(cookies)).headers.location).toBe('/ru/appeal')
  expect((await portal.get('/ru/appeal?ended=yes')).body).toContain('страница закрылась через 30 минут')

  const long = await person.opened()
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    portal.clock.advance(20 * MINUTE)
    await portal.post('/ru/appeal/stay', {}, long.cookies)
  }
  expect((await person.view(long.cookies)).statusCode).toBe(303)
})

test('a clock that is set back does not keep an opened appeal open for longer', async () => {
  const { cookies } = await person.opened()
  portal.clock.advance(-30_000)
  expect((await person.view(cookies)).statusCode).toBe(200)
  portal.clock.advance(-60 * MINUTE)
  expect((await person.view(cookies)).headers.location).toBe('/ru/appeal')
})

test('who wrote for longer than the page was open loses no word', async () => {
  const { receipt, cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  portal.clock.advance(31 * MINUTE)
  const late = await person.write(cookies, { key, text: 'Длинное письмо', act: 'send' })
  expect(late.statusCode).toBe(403)
  expect(late.body).toContain('То, что вы написали, сохранено')
  expect((await read(receipt))?.messages).toHaveLength(1)
  const back = { number: receipt.number, secret: secretToDigits(receipt.secret), text: fieldIn(late.body, 'text') }
  const wrong = await portal.post('/ru/appeal/open', { ...back, secret: '00000000000000' })
  expect(fieldIn(wrong.body, 'text')).toBe('Длинное письмо')
  const again = await portal.post('/ru/appeal/open', back)
  expect(again.statusCode).toBe(200)
  expect(again.body).toContain('Длинное письмо</textarea>')
})
