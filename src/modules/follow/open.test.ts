import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal } from '#test/support/appeals.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { cookiesAfter, startPortal, type TestPortal } from '#test/support/portal.ts'
import { langs } from '#src/kernel/lang.ts'
import { secretToDigits, secretToWords, type Receipt } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { addContact, savePerson, startVerification } from '#src/modules/people/index.ts'
import { delayBefore } from './rules.ts'
import { openTexts } from './texts/open.ts'

let portal: TestPortal
let mine: Receipt
beforeAll(async () => {
  portal = await startPortal()
  mine = await anAppeal(portal.deps)
})
afterAll(() => portal.close())

const digitsOf = ({ secret }: Receipt) => secretToDigits(secret)
const open = (number: string, secret: string, remoteAddress = '198.51.100.1') =>
  portal.app.inject({
    method: 'POST',
    url: '/ru/appeal/open',
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ number, secret }).toString(),
  })
const elapsed = async (work: () => Promise<unknown>) => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

test('the words of any language and the digits open the appeal, and it stays open for its browser alone', async () => {
  const writings = [
    ...langs.map((lang) => secretToWords(mine.secret, catalogue().words[lang].list).join(' ')),
    digitsOf(mine),
  ]
  for (const writing of writings) {
    const answer = await open(` ${mine.number.toLowerCase()} `, writing)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ru/appeal/view'])
    expect(answer.cookies.find(({ name }) => name === 'appeal')).toMatchObject({
      name: 'appeal',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    })
    const page = await portal.get('/ru/appeal/view', cookiesAfter(answer))
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(mine.number)
    expect(page.headers['cache-control']).toContain('no-store')
    expect((await portal.get('/ru/appeal', cookiesAfter(answer))).headers.location).toBe('/ru/appeal/view')
  }
  expect((await portal.get('/ru/appeal/view')).headers.location).toBe('/ru/appeal')
  const rows = await portal.db.selectFrom('person_sessions').selectAll().execute()
  expect(rows.length).toBeGreaterThanOrEqual(writings.length)
  expect(rows.every(({ token_hash }) => /^[0-9a-f]{64}$/.test(token_hash))).toBe(true)
  const acts = await portal.db
    .selectFrom('audit_entries')
    .select('actor_id')
    .where('what', '=', 'appeal.entered')
    .execute()
  expect(acts).toEqual(writings.map(() => ({ actor_id: mine.appealId })))
})

test('over https the cookie is bound to the host', async () => {
  const secure = await startPortal({ config: { publicUrl: 'https://portal.example' } })
  const receipt = await anAppeal(secure.deps)
  const answer = await secure.post('/ky/appeal/open', { number: receipt.number, secret: digitsOf(receipt) })
  expect(answer.cookies.find(({ name }) => name.includes('appeal'))).toMatchObject({
    name: '__Host-appeal',
    secure: true,
  })
  await secure.close()
}, 60_000)

test('a wrong word, a number that is none and one that does not exist are told in the same words', async () => {
  const other = await anAppeal(portal.deps)
  const tries = [
    await open(mine.number, digitsOf(other), '198.51.100.2'),
    await open('KG-26-0000000-0', digitsOf(other), '198.51.100.2'),
    await open('KG-26-1234567-8', digitsOf(other), '198.51.100.2'),
    await open('what?', 'apple pear', '198.51.100.2'),
  ]
  const bodies = tries.map(({ body }) => body.replaceAll(/value="[^"]*"/g, ''))
  expect(tries.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  expect(new Set(bodies).size).toBe(1)
  expect(tries[0]?.body).toContain(mine.number)
  for (const { body, cookies } of tries) {
    expect(body).not.toMatch(new RegExp(`${digitsOf(other)}|apple`))
    expect(cookies.filter(({ name }) => name === 'appeal')).toEqual([])
  }
})

test('an empty field is asked for without trying anything', async () => {
  const answer = await open('', 'apple')
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Введите и номер, и слова')
  expect(answer.body).not.toContain('apple')
})

test('after five wrong tries each waits a little longer and is told so, for this number from this address alone; the right words still open', async () => {
  const attacker = '198.51.100.3'
  for (let count = 0; count < 5; count++) await open(mine.number, '00000000000000', attacker)
  let sixth = ''
  expect(
    await elapsed(async () => {
      sixth = (await open(mine.number, '00000000000000', attacker)).body
    }),
  ).toBeGreaterThan(990)
  expect(sixth).toContain('с задержкой до трёх секунд')
  expect(sixth).toContain('Ничего не заблокировано')
  expect(sixth).toContain(`value="${mine.number}"`)
  expect(sixth).not.toContain('00000000000000')
  expect((await open(mine.number, digitsOf(mine), '198.51.100.4')).statusCode).toBe(303)
  const other = await anAppeal(portal.deps)
  expect(await elapsed(() => open(other.number, '00000000000000', attacker))).toBeLessThan(900)
  // The owner in the same dormitory waits as the others there, and gets in.
  const waited = await elapsed(async () =>
    expect((await open(mine.number, digitsOf(mine), attacker)).statusCode).toBe(303),
  )
  expect(waited).toBeGreaterThan(1990)
  expect(await elapsed(() => open(mine.number, '00000000000000', attacker))).toBeLessThan(900)
}, 30_000)

test('the delays grow and never pass the three seconds that the page names', () => {
  expect([1, 5, 6, 7, 8, 9, 1000].map(delayBefore)).toEqual([0, 0, 1000, 2000, 3000, 3000, 3000])
  for (const lang of langs) expect(openTexts.slower[lang]).toMatch(/үч секундга|до трёх секунд|three seconds/)
})

test('when too many ask at once some are asked politely to press again, and keep the number they typed', async () => {
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, place) => open(mine.number, digitsOf(mine), `198.51.100.${100 + place}`)),
  )
  const busy = answers.filter(({ statusCode }) => statusCode === 503)
  expect(busy.length).toBeGreaterThan(0)
  expect(answers.every(({ statusCode }) => statusCode === 503 || statusCode === 303)).toBe(true)
  expect(busy[0]?.headers['retry-after']).toBe('30')
  expect(busy[0]?.body).toContain(`value="${mine.number}"`)
  expect(busy[0]?.body).not.toContain(digitsOf(mine))
}, 30_000)

test('the page does not guess: nothing is remembered by the browser, and pasting is let be', async () => {
  const { body, headers } = await portal.get('/ky/appeal')
  expect(body.match(/autocomplete="off"/g)).toHaveLength(2)
  expect(body).not.toContain('onpaste')
  expect(body).toContain('<title>Мекендеш</title>')
  expect(headers['cache-control']).toContain('no-store')
  for (const lang of ['ky', 'ru', 'en']) expect(body).toContain(`href="/${lang}/appeal"`)
})

test('a link in a letter confirms only by a button, and once too old says what to do', async () => {
  const personId = await savePerson(portal.deps, { lang: 'ru', timeZone: 'Europe/Moscow' })
  const contactId = await addContact(portal.deps, personId, { kind: 'email', value: 'a@example.com', safe: true })
  await startVerification(portal.deps, contactId, 'ru')
  await portal.runJobs()
  const link = /\/ru\/verify\/[\w-]+/.exec(portal.mail.letters.map(wordsOf).join('\n'))?.[0] ?? ''
  const isVerified = async () =>
    (await portal.db.selectFrom('contacts').select('verified_at').where('id', '=', contactId).executeTakeFirst())
      ?.verified_at
  expect((await portal.get(link)).statusCode).toBe(200)
  expect(await isVerified()).toBeNull()
  const confirmed = await portal.post(link, {})
  expect(confirmed.statusCode).toBe(200)
  expect(confirmed.body).toContain('Адрес подтверждён')
  expect(await isVerified()).toEqual(portal.clock.now())
  portal.clock.advance(25 * 60 * 60_000)
  const late = await portal.post(link, {})
  expect([late.statusCode, late.body.includes('Эта ссылка устарела')]).toEqual([410, true])
})
