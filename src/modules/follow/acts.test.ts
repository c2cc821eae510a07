import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor } from '#test/support/appeals.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { aPhoto, fieldIn, keyIn, personOn } from '#test/support/person.ts'
import { cookiesAfter, startPortal, type TestPortal } from '#test/support/portal.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { answerAppeal, closeAppeal, handToTeam, type Receipt } from '#src/modules/appeals/index.ts'

const DAY = 24 * 60 * 60_000

let portal: TestPortal
let lawyer: StaffVisitor
let person: ReturnType<typeof personOn>
beforeAll(async () => {
  portal = await startPortal()
  person = personOn(portal)
  lawyer = await aStaffVisitor(portal.deps, 'supervisor')
})
afterAll(() => portal.close())

const respond = ({ appealId }: Receipt) =>
  answerAppeal(portal.deps, { appealId, by: lawyer, text: 'Вот ответ.', formKey: portal.random.bytes(16) })

test('the person closes, and opens again within thirty days with a reason', async () => {
  const { receipt, cookies } = await person.opened()
  const page = await person.view(cookies)
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
  expect((await person.view(cookies)).body).toContain('Обращение закрыто: вопрос решён')

  expect((await portal.post('/ru/appeal/reopen', { reopenReason: ' ' }, cookies)).statusCode).toBe(422)
  const reopened = await portal.post('/ru/appeal/reopen', { reopenReason: 'Снова не платят' }, cookies)
  expect(reopened.headers.location).toBe('/ru/appeal/view?done=reopened')
  const { body } = await person.view(cookies)
  expect(body).toContain('Снова не платят')

  await closeAppeal(portal.deps, { appealId: receipt.appealId, by: lawyer, outcome: 'withdrawn' })
  portal.clock.advance(31 * DAY)
  const late = await person.enter(receipt)
  expect((await person.view(late)).body).toContain('Время, когда его можно было открыть снова, прошло')
  const tooLate = await portal.post('/ru/appeal/reopen', { reopenReason: 'Пожалуйста' }, late)
  expect(tooLate.statusCode).toBe(409)
  expect(tooLate.body).toContain('С закрытия прошло 30 дней')
})

test('a refusal shows its reason, its norm and the ways to object; spam is called so by nobody on the person’s page', async () => {
  const refusal = await person.opened()
  await closeAppeal(portal.deps, {
    appealId: refusal.receipt.appealId,
    by: lawyer,
    outcome: 'notAccepted',
    reason: 'Это решает суд.',
    norm: 'Норма для проверки, ст. 1',
  })
  const { body } = await person.view(refusal.cookies)
  expect(body).toContain('Обращение закрыто: не принято к рассмотрению')
  expect(body).toContain('Причина: Это решает суд.')
  expect(body).toContain('Основание: Норма для проверки, ст. 1')
  expect(body).toContain('Если вы не согласны')
  expect(body).toMatch(/Это можно сделать до: [а-я]+, \d+ [а-я]+, \d\d:\d\d в Москве/)
  const oversight = catalogue().bodies.filter((one) => one.country === 'KG' && one.defaultReferralRole === 'oversight')
  expect(oversight.map(({ id }) => id)).toEqual(expect.arrayContaining(['general-prosecutor', 'ombudsman']))
  for (const { name } of oversight) expect(body).toContain(name.ru)

  const spam = await person.opened()
  await closeAppeal(portal.deps, { appealId: spam.receipt.appealId, by: lawyer, outcome: 'spam' })
  for (const [lang, words] of [
    ['ky', 'Кайрылуу жабылды: кайрылуу катары каралган жок'],
    ['ru', 'Если мы ошиблись, откройте обращение снова'],
    ['en', 'Your appeal is closed: it was not treated as an appeal'],
  ] as const) {
    const shown = (await person.view(spam.cookies, lang)).body
    expect(shown).toContain(words)
    expect(shown).not.toMatch(/спам|spam/i)
  }

  portal.clock.advance(31 * DAY)
  const late = (await person.view(await person.enter(spam.receipt))).body
  expect(late).toContain('Ваше сообщение показалось нам рекламой')
  expect(late).not.toContain('откройте обращение снова')
  expect(late).toContain('Время, когда его можно было открыть снова, прошло')
  const lateRefusal = (await person.view(await person.enter(refusal.receipt))).body
  expect(lateRefusal).toContain('Если вы не согласны')
  expect(lateRefusal).not.toContain('Откройте обращение снова')
})

test('a reply that meets a closed appeal is given back', async () => {
  const { receipt, cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  await closeAppeal(portal.deps, { appealId: receipt.appealId, by: lawyer, outcome: 'withdrawn' })
  const answer = await person.write(cookies, { key, text: 'Ещё вопрос', act: 'send' })
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('Сейчас с этим обращением так сделать нельзя')
  expect(answer.body).toContain('Ещё вопрос')
})

test('what happened is told with the team it went to, never with the name of who did it', async () => {
  const { receipt, cookies } = await person.opened()
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
  const { body } = await person.view(cookies)
  expect(body).toContain(`Передано другой группе: ${name_ru}`)
  expect(body).not.toMatch(/тайная причина|Test supervisor/)
})

test('times are shown for the city the person chooses, and it is kept for the next visit', async () => {
  const { receipt, cookies } = await person.opened({ country: 'KR', city: undefined })
  expect((await person.view(cookies)).body).toContain('в Сеуле')
  await portal.post('/ru/appeal/zone', { zone: 'Europe/Istanbul' }, cookies)
  expect((await person.view(cookies)).body).toMatch(/\d\d:\d\d в Стамбуле, \d\d:\d\d в Бишкеке/)
  await portal.post('/ru/appeal/zone', { zone: '../../etc' }, cookies)
  expect((await person.view(cookies)).body).toContain('в Стамбуле')
  // The next visit, on any device, shows the same clock.
  expect((await person.view(await person.enter(receipt))).body).toMatch(/\d\d:\d\d в Стамбуле, \d\d:\d\d в Бишкеке/)
})

test('an e-mail is confirmed by six digits, and codes cannot be asked for without end', async () => {
  const reachable = { contacts: [{ kind: 'email' as const, value: 'aida@example.com' }], isSafe: 'yes' as const }
  const { cookies } = await person.opened({ person: reachable })
  expect((await person.view(cookies)).body).toContain('a…@example.com пока не подтверждён')
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
  expect((await person.view(cookies)).body).toContain('a…@example.com — подтверждён')
  const answers = []
  for (let count = 0; count < 6; count++) answers.push((await portal.post('/ru/appeal/code', {}, cookies)).statusCode)
  expect(answers.at(-1)).toBe(429)
  await portal.runJobs()
})

test('leaving ends it for good, a foreign page can do nothing, an unknown act is not there', async () => {
  const { cookies } = await person.opened()
  const foreign = await portal.app.inject({
    method: 'POST',
    url: '/ru/appeal/leave',
    cookies: { ...cookies },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.statusCode).toBe(403)
  expect((await person.view(cookies)).statusCode).toBe(200)
  expect((await portal.post('/ru/appeal/burn', {}, cookies)).statusCode).toBe(404)
  const left = await portal.post('/ru/appeal/leave', {}, cookies)
  expect(left.headers.location).toBe('/ru')
  expect(cookiesAfter(left, cookies)['appeal']).toBeUndefined()
  expect((await person.view(cookies)).headers.location).toBe('/ru/appeal')
})

test('broken bodies and keys get a page, never a fault', async () => {
  const { cookies } = await person.opened()
  const odd = [
    person.write(cookies, { key: 'x', text: 'a\0b', act: 'file' }),
    person.write(cookies, {}, await aPhoto('../../etc/passwd')),
    person.write(
      cookies,
      { key: keyIn((await person.view(cookies)).body), act: 'file' },
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
