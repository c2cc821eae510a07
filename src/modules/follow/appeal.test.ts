import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { multipart } from '#test/support/multipart.ts'
import { cookiesAfter, startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  answerAppeal,
  askPerson,
  closeAppeal,
  getAppealForPerson,
  handToTeam,
  secretToDigits,
  type OpenAppealInput,
  type Receipt,
} from '#src/modules/appeals/index.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let portal: TestPortal
let lawyer: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  lawyer = await aStaffVisitor(portal.deps, 'supervisor')
})
afterAll(() => portal.close())

async function opened(named: Partial<OpenAppealInput> = {}) {
  const receipt = await anAppeal(portal.deps, named)
  return { receipt, cookies: await enter(receipt) }
}

async function enter(receipt: Receipt): Promise<Cookies> {
  const answer = await portal.post('/ru/appeal/open', {
    number: receipt.number,
    secret: secretToDigits(receipt.secret),
  })
  return cookiesAfter(answer)
}

const newKey = () => portal.random.bytes(16)
const ask = ({ appealId }: Receipt, text = 'Пришлите договор.') =>
  askPerson(portal.deps, { appealId, by: lawyer, text, formKey: newKey() })
const respond = ({ appealId }: Receipt, text = 'Вот ответ.') =>
  answerAppeal(portal.deps, { appealId, by: lawyer, text, formKey: newKey() })
const view = (cookies: Cookies, lang = 'ru') => portal.get(`/${lang}/appeal/view`, cookies)
const fieldIn = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const keyIn = (body: string) => fieldIn(body.slice(body.indexOf('multipart/form-data')), 'key')
const read = (receipt: Receipt) => getAppealForPerson(portal.deps, receipt.appealId)

async function write(cookies: Cookies, fields: Record<string, string>, file?: Parameters<typeof multipart>[1]) {
  const form = await multipart(fields, file)
  return portal.app.inject({ method: 'POST', url: '/ru/appeal/reply', cookies: { ...cookies }, ...form })
}

const aPhoto = async (name = 'договор.jpg') => ({
  field: 'file',
  name,
  bytes: await sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer(),
})

test('the page says where the appeal stands, who has it, and until when here and in Bishkek, with the counting', async () => {
  const { receipt, cookies } = await opened()
  const { body } = await view(cookies)
  expect(body).toContain('<h1 class="govuk-heading-xl">Обращение получено и ждёт регистрации</h1>')
  expect(body).toContain('Сейчас обращение у группы')
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
    expect((await view(cookies, lang)).body).toContain(heading)
})

test('a question turns the heading, stops our own clocks, and the answer with a photo starts them again', async () => {
  const { receipt, cookies } = await opened()
  await ask(receipt)
  const asked = await view(cookies)
  expect(asked.body).toContain('Специалист ждёт вашего ответа')
  expect(asked.body).toContain('наши собственные, более короткие сроки стоят')
  expect(asked.body).toContain('Пришлите договор.')
  const key = keyIn(asked.body)
  const sent = await write(cookies, { key, text: 'Вот он.', act: 'send' }, await aPhoto())
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/ru/appeal/view?done=replied'])
  const after = await view(cookies)
  expect(after.body).toContain('Специалист работает над вашим обращением')
  expect(after.body).toContain('договор.jpg')
  expect((await read(receipt))?.messages.at(-1)).toMatchObject({
    body: 'Вот он.',
    author: 'person',
    files: [{ name: 'договор.jpg' }],
  })
  // The same form twice: a slow network, an impatient thumb.
  await write(cookies, { key, text: 'Вот он.', act: 'send' })
  expect((await read(receipt))?.messages).toHaveLength(3)
})

test('adding and taking out files keeps the words, and a photo alone is a message', async () => {
  const { receipt, cookies } = await opened()
  const key = keyIn((await view(cookies)).body)
  const added = await write(cookies, { key, text: 'Пишу долго', act: 'file' }, await aPhoto())
  expect(added.statusCode).toBe(200)
  expect(added.body).toContain('Пишу долго</textarea>')
  expect(added.body).toContain('договор.jpg')
  expect(keyIn(added.body)).toBe(key)
  const id = /value="([^"]+)" name="remove"/.exec(added.body)?.[1] ?? ''
  const second = await write(cookies, { key, text: 'Пишу долго', act: 'file' }, await aPhoto('чек.jpg'))
  expect(second.body).toContain('чек.jpg')
  const removed = await write(cookies, { key, text: 'Пишу долго', remove: id })
  expect(removed.body).not.toContain('договор.jpg')
  expect(removed.body).toContain('чек.jpg')
  await write(cookies, { key, text: '', act: 'send' })
  const last = (await read(receipt))?.messages.at(-1)
  expect(last).toMatchObject({ body: '(Отправлены файлы)', files: [{ name: 'чек.jpg' }] })
})

test('a refused file says why and costs no word; nothing at all is asked for', async () => {
  const { receipt, cookies } = await opened()
  const key = keyIn((await view(cookies)).body)
  const evil = { field: 'file', name: 'virus.exe', bytes: Buffer.from('MZ not a picture') }
  const refused = await write(cookies, { key, text: 'Важные слова', act: 'send' }, evil)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Такой файл мы принять не можем')
  expect(refused.body).toContain('Важные слова</textarea>')
  const empty = await write(cookies, { key, text: '  ', act: 'send' })
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('Напишите текст')
  expect((await read(receipt))?.messages).toHaveLength(1)
})

test('a file of another appeal is not there, and our own comes as a download', async () => {
  const [mine, theirs] = [await opened(), await opened()]
  const key = keyIn((await view(theirs.cookies)).body)
  await write(theirs.cookies, { key, text: 'фото', act: 'send' }, await aPhoto())
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
  const stolen = await write(mine.cookies, { key, text: '', act: 'file' })
  expect(stolen.body).not.toContain('договор.jpg')
})

test('after half an hour the page is closed; staying and writing extend it, twelve hours at most', async () => {
  const { cookies } = await opened()
  portal.clock.advance(29 * MINUTE)
  expect((await portal.post('/ru/appeal/stay', {}, cookies)).statusCode).toBe(303)
  portal.clock.advance(29 * MINUTE)
  expect((await view(cookies)).statusCode).toBe(200)
  portal.clock.advance(2 * MINUTE)
  expect((await view(cookies)).headers.location).toBe('/ru/appeal')
  expect((await portal.get('/ru/appeal?ended=yes')).body).toContain('страница закрылась через 30 минут')

  const long = await opened()
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    portal.clock.advance(20 * MINUTE)
    await portal.post('/ru/appeal/stay', {}, long.cookies)
  }
  expect((await view(long.cookies)).statusCode).toBe(303)
})

test('who wrote for longer than the page was open loses no word', async () => {
  const { receipt, cookies } = await opened()
  const key = keyIn((await view(cookies)).body)
  portal.clock.advance(31 * MINUTE)
  const late = await write(cookies, { key, text: 'Длинное письмо', act: 'send' })
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

test('the person closes, and opens again within thirty days with a reason', async () => {
  const { receipt, cookies } = await opened()
  const page = await view(cookies)
  expect((await portal.post('/ru/appeal/close', { key: '', version: '' }, cookies)).statusCode).toBe(422)
  const version = fieldIn(page.body, 'version')
  await respond(receipt)
  const stale = await portal.post(
    '/ru/appeal/close',
    { outcome: 'withdrawn', version, closeReason: 'Передумал' },
    cookies,
  )
  expect(stale.statusCode).toBe(409)
  expect(stale.body).toContain('Пока вы писали, обращение изменилось')
  expect(stale.body).toContain('Передумал</textarea>')
  const closed = await portal.post(
    '/ru/appeal/close',
    { outcome: 'solved', version: fieldIn(stale.body, 'version') },
    cookies,
  )
  expect(closed.headers.location).toBe('/ru/appeal/view?done=closed')
  expect((await view(cookies)).body).toContain('Обращение закрыто: решено')

  expect((await portal.post('/ru/appeal/reopen', { reopenReason: ' ' }, cookies)).statusCode).toBe(422)
  const reopened = await portal.post('/ru/appeal/reopen', { reopenReason: 'Снова не платят' }, cookies)
  expect(reopened.headers.location).toBe('/ru/appeal/view?done=reopened')
  const { body } = await view(cookies)
  expect(body).toContain('Снова не платят')

  await closeAppeal(portal.deps, { appealId: receipt.appealId, by: lawyer, outcome: 'withdrawn' })
  portal.clock.advance(31 * DAY)
  const late = await enter(receipt)
  expect((await view(late)).body).toContain('Срок, когда можно было открыть снова, прошёл')
  const tooLate = await portal.post('/ru/appeal/reopen', { reopenReason: 'Пожалуйста' }, late)
  expect(tooLate.statusCode).toBe(409)
  expect(tooLate.body).toContain('С закрытия прошло 30 дней')
})

test('a reply that meets a closed appeal is given back', async () => {
  const { receipt, cookies } = await opened()
  const key = keyIn((await view(cookies)).body)
  await closeAppeal(portal.deps, { appealId: receipt.appealId, by: lawyer, outcome: 'withdrawn' })
  const answer = await write(cookies, { key, text: 'Ещё вопрос', act: 'send' })
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('В нынешнем состоянии обращения это сделать нельзя')
  expect(answer.body).toContain('Ещё вопрос')
})

test('what happened is told with the team it went to, never with the name of who did it', async () => {
  const { receipt, cookies } = await opened()
  const handed = await handToTeam(portal.deps, {
    appealId: receipt.appealId,
    by: lawyer,
    teamId: 'consultations',
    reason: 'тайная причина',
  })
  const other = handed.ok ? 'consultations' : 'intake'
  if (!handed.ok)
    await handToTeam(portal.deps, { appealId: receipt.appealId, by: lawyer, teamId: other, reason: 'тайная причина' })
  const { name_ru } = await portal.db
    .selectFrom('teams')
    .select('name_ru')
    .where('id', '=', other)
    .executeTakeFirstOrThrow()
  const { body } = await view(cookies)
  expect(body).toContain(`Передано другой группе: ${name_ru}`)
  expect(body).not.toMatch(/тайная причина|Test supervisor/)
})

test('times are shown for the city the person chooses', async () => {
  const { cookies } = await opened({ country: 'KR', city: undefined })
  expect((await view(cookies)).body).toContain('в Сеуле')
  await portal.post('/ru/appeal/zone', { zone: 'Europe/Istanbul' }, cookies)
  expect((await view(cookies)).body).toMatch(/\d\d:\d\d в Стамбуле, \d\d:\d\d в Бишкеке/)
  await portal.post('/ru/appeal/zone', { zone: '../../etc' }, cookies)
  expect((await view(cookies)).body).toContain('в Стамбуле')
})

test('an e-mail is confirmed by six digits, and codes cannot be asked for without end', async () => {
  const person = { contacts: [{ kind: 'email' as const, value: 'aida@example.com' }], isSafe: 'yes' as const }
  const { cookies } = await opened({ person })
  expect((await view(cookies)).body).toContain('a…@example.com пока не подтверждён')
  portal.mail.letters.length = 0
  await portal.post('/ru/appeal/code', {}, cookies)
  await portal.runJobs()
  const code =
    /\b\d{6}\b/.exec(
      portal.mail.letters
        .map(wordsOf)
        .join('\n')
        .replaceAll(/https?:\S+/g, ''),
    )?.[0] ?? ''
  const wrong = await portal.post('/ru/appeal/confirm', { code: code === '000000' ? '111111' : '000000' }, cookies)
  expect([wrong.statusCode, wrong.body.includes('Код не подходит')]).toEqual([422, true])
  expect(
    (await portal.post('/ru/appeal/confirm', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, cookies)).statusCode,
  ).toBe(303)
  expect((await view(cookies)).body).toContain('a…@example.com — подтверждён')
  const answers = []
  for (let count = 0; count < 6; count++) answers.push((await portal.post('/ru/appeal/code', {}, cookies)).statusCode)
  expect(answers.at(-1)).toBe(429)
  await portal.runJobs()
})

test('leaving ends it for good, a foreign page can do nothing, an unknown act is not there', async () => {
  const { cookies } = await opened()
  const foreign = await portal.app.inject({
    method: 'POST',
    url: '/ru/appeal/leave',
    cookies: { ...cookies },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.statusCode).toBe(403)
  expect((await view(cookies)).statusCode).toBe(200)
  expect((await portal.post('/ru/appeal/burn', {}, cookies)).statusCode).toBe(404)
  const left = await portal.post('/ru/appeal/leave', {}, cookies)
  expect(left.headers.location).toBe('/ru')
  expect(cookiesAfter(left, cookies)['appeal']).toBeUndefined()
  expect((await view(cookies)).headers.location).toBe('/ru/appeal')
})

test('broken bodies and keys get a page, never a fault', async () => {
  const { cookies } = await opened()
  const odd = [
    write(cookies, { key: 'x', text: 'a\0b', act: 'file' }),
    write(cookies, {}, await aPhoto('../../etc/passwd')),
    write(
      cookies,
      { key: keyIn((await view(cookies)).body), act: 'file' },
      { field: 'evil', name: 'a', bytes: Buffer.alloc(0) },
    ),
    portal.post('/ru/appeal/reply', { text: 'not multipart' }, cookies),
    portal.post('/ru/appeal/close', { outcome: ['solved', 'x'], version: '1e99' }, cookies),
    portal.post('/ru/appeal/confirm', { code: 'no' }, cookies),
    portal.get('/ru/appeal/files/..%2F..%2Fx', cookies),
    portal.get('/ru/verify/%00', cookies),
    portal.post('/ru/verify/x', {}, cookies),
  ]
  for (const answer of await Promise.all(odd)) expect(answer.statusCode).toBeLessThan(500)
})
