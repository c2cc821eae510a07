import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { keyringFrom } from '#src/platform/keyring.ts'
import { refused } from '#src/kernel/outcome.ts'
import { replaceHasher } from '#tools/trust/support/guessing.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { sentOn } from '#test/support/sent.ts'
import { aBrowser, errorsIn, hiddenIn, inMoscow, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'
import { findDraft, startDraft } from './keep-draft/draft.ts'
import { resealDrafts } from './keep-draft/reseal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const sent = (named?: Parameters<typeof sentOn>[1]) => sentOn(portal, named)

test('danger on the first screen makes it critical and protected, and shows the way to help on every screen', async () => {
  const browser = aBrowser(portal)
  const topics = await browser.save('who', { ...inMoscow, inDanger: 'yes' })
  expect(topics.body).toContain('href="/ru/danger?country=RU"')
  const { appeal } = await sent({ who: { inDanger: 'yes' } })
  expect(appeal).toMatchObject({ urgency: 'critical', level: 'protected', in_danger: true, city: null })
})

test('the wish for protection is enough', async () => {
  const { appeal } = await sent({ contact: { protection: 'yes' } })
  expect(appeal.level).toBe('protected')
})

test('who lost the connection before the receipt came finds it again on coming back, until the words were proved', async () => {
  const { browser, receipt } = await sent()
  const restored = await browser.get('ask/send')
  expect(restored.headers.location).toBe('/ru/ask/check')
  const back = await browser.get('ask/check')
  const again = await browser.post('ask/send', { draft: hiddenIn(back, 'draft') })
  expect(wordsIn(again)).toEqual(wordsIn(receipt))

  const [, secondWord = '', , fourthWord = ''] = wordsIn(again)
  await browser.post('receipt/prove', { proof: hiddenIn(again, 'proof'), secondWord, fourthWord })
  expect((await browser.get('ask/check')).body).not.toContain('name="draft"')
})

test('a country that is not listed is no reason to refuse anybody', async () => {
  const { appeal } = await sent({ who: { country: 'ZZ' } })
  expect(appeal).toMatchObject({ country: 'ZZ', time_zone: 'Asia/Bishkek' })
})

test('the receipt gives the terms on the person’s clock and on Bishkek’s', async () => {
  const { receipt } = await sent()
  expect(receipt.body).toMatch(/Срок: [^<]*в Москве, \d\d:\d\d в Бишкеке/)
})

test('a printed receipt says where the appeal opens and when it was received, whenever it is read', async () => {
  const { receipt } = await sent()
  const onPaper = receipt.body.replaceAll(/<(\w+)[^>]*display-none-print[^]*?<\/\1>/g, '')
  expect(onPaper).toContain(`<strong>${portal.deps.config.publicUrl}/ru/appeal</strong>`)
  expect(onPaper).toContain('15 июня 2026 года, 07:00 в Москве, 10:00 в Бишкеке')
  expect(onPaper).not.toMatch(/Сейчас|Распечатать/)
})

describe('files', () => {
  const photo = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()

  test('a refused one says why and the rest survives', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    await browser.upload('ask/files', { name: 'one.png', bytes: await photo() })
    const refusals = [
      ['page.jpg', Buffer.from('<script>alert(1)</script>'), 'Такой файл мы принять не можем'],
      ['cut.pdf', Buffer.from('%PDF-1.4 cut off'), 'повреждён'],
      ['', Buffer.alloc(0), 'Пустой файл'],
      ['big.png', Buffer.alloc(10 * 1024 * 1024 + 1), 'слишком большой'],
    ] as const
    for (const [name, bytes, why] of refusals) {
      const answer = await browser.upload('ask/files', { name, bytes })
      expect(answer.statusCode).toBe(422)
      expect(errorsIn(answer)).toContain(why)
      expect(answer.body).toContain('one.png')
    }
  })

  test('five are enough, and one that is removed makes room', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    for (const n of [1, 2, 3, 4, 5]) await browser.upload('ask/files', { name: `${n}.png`, bytes: await photo() })
    const sixth = await browser.upload('ask/files', { name: '6.png', bytes: await photo() })
    expect(errorsIn(sixth)).toContain('Уже добавлено пять файлов')
    await browser.post('ask/files/remove', { file: hiddenFile(sixth.body) })
    await browser.post('ask/files/remove', { file: hiddenFile(sixth.body) })
    expect((await browser.upload('ask/files', { name: '6.png', bytes: await photo() })).statusCode).toBe(303)
  })

  test('of another’s draft cannot be removed', async () => {
    const [mine, other] = [aBrowser(portal), aBrowser(portal)]
    await walkToCheck(mine)
    await walkToCheck(other)
    await mine.upload('ask/files', { name: 'mine.png', bytes: await photo() })
    await other.post('ask/files/remove', { file: hiddenFile((await mine.get('ask/files')).body) })
    expect((await mine.get('ask/files')).body).toContain('mine.png')
  })

  test('a form that is no upload, or none at all, is answered with a page', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    const answer = await browser.post('ask/files', { file: 'x' })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).toContain('<html')
  })
})

function hiddenFile(body: string): string {
  const id = /value="([\w-]{22})" name="file"/.exec(body)?.[1]
  if (id === undefined) throw new Error('No file can be removed here.')
  return id
}

describe('filed by an operator for somebody', () => {
  test('the same screens, marked with channel and operator; the browser forgets the draft with the receipt', async () => {
    const cookies = await portal.signIn('operator')
    const start = await portal.post(
      '/staff/file-for-a-person',
      { channel: 'phone', lang: 'ky', kind: 'problem-report' },
      cookies,
    )
    expect(start.headers.location).toBe('/ky/ask')
    const browser = aBrowser(portal, 'ky')
    browser.take(start)
    const first = await browser.get('ask')
    const who = await browser.get(String(first.headers.location))
    expect(who.body).toContain('суроолорду ага окуп бериңиз')
    const check = await walkToCheck(browser)
    const receipt = await browser.post('ask/send', { draft: hiddenIn(check, 'draft') })
    expect(wordsIn(receipt)).toHaveLength(4)
    // What is true of somebody who fills the form in alone is not said here; the paper says what is true for its reader.
    for (const words of ['эч бир кызматкер көрбөйт', 'Төрт сөзүңүздү жазып алыңыз', 'Жазганыңызга карап'])
      expect(receipt.body).not.toContain(words)
    for (const words of [
      'Төрт сөздү адамга бериңиз',
      'кызматкер ушул баракта бир жолу көрдү',
      'Адам туура жазып алдыбы?',
    ])
      expect(receipt.body).toContain(words)
    const [, secondWord = '', , fourthWord = ''] = wordsIn(receipt)
    const proof = { proof: hiddenIn(receipt, 'proof'), secondWord, fourthWord }
    const proved = await portal.post('/ky/receipt/prove', proof, cookies)
    expect(proved.body).toContain('Адам туура жазып алыптыр')
    expect(proved.body).toContain('href="/staff"')
    expect(receipt.body).toContain('href="/staff"')
    expect(browser.cookies()['draft']).toBeUndefined()
    const appeal = await portal.db
      .selectFrom('appeals')
      .select(['channel', 'filed_by', 'kind'])
      .where('number', '=', numberIn(receipt) ?? '')
      .executeTakeFirstOrThrow()
    expect(appeal).toEqual({ channel: 'phone', filed_by: expect.any(String), kind: 'problem-report' })
  })
})

test('when too many send at once the draft waits, and the same button sends it a moment later', async () => {
  const browser = aBrowser(portal)
  const body = { draft: hiddenIn(await walkToCheck(browser), 'draft') }
  // A pool that is full stays full until it is told otherwise: a flood of real work may be done before the form arrives.
  const { hasher } = portal.deps
  let refusals = 0
  const full = () => {
    refusals += 1
    return Promise.resolve(refused('busy'))
  }
  replaceHasher(portal, { hash: full, verify: full, waiting: () => 40 })
  const busy = await browser.post('ask/send', body)
  expect(busy.statusCode).toBe(503)
  expect(busy.headers['retry-after']).toBeDefined()
  expect(hiddenIn(busy, 'draft')).toBe(body.draft)
  const danger = portal.post('/ru/danger', { what: 'Помогите' })
  // A call for help is not sent back: it waits for its turn.
  await vi.waitFor(() => expect(refusals).toBeGreaterThan(1))
  replaceHasher(portal, hasher)
  expect((await danger).statusCode).toBe(200)
  expect((await browser.post('ask/send', body)).statusCode).toBe(200)
})

test('nothing of a draft lies readable in the database', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser, {
    words: 'canary-words',
    contact: { email: 'canary@example.org', safeContact: 'email', name: 'canary-name' },
  })
  const rows = await portal.db.selectFrom('drafts').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows)
    for (const value of Object.values(row)) {
      const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value))
      expect(bytes.includes('canary')).toBe(false)
    }
})

test('drafts are wrapped again under a new key, in steps, and open as before', async () => {
  const material = {
    lookup: Buffer.alloc(32, 3),
    receipt: Buffer.alloc(32, 4),
    pepper: Buffer.alloc(32, 5),
    audit: Buffer.alloc(32, 6),
    proof: [],
  }
  const [old, fresh] = [
    { id: 'old', key: Buffer.alloc(32, 1) },
    { id: 'fresh', key: Buffer.alloc(32, 2) },
  ]
  await portal.db.deleteFrom('drafts').execute()
  const before = { ...portal.deps, keys: keyringFrom({ ...material, main: [old] }) }
  const { draft, token } = await startDraft(before, { kind: 'consultation', lang: 'ky', topicId: 'pension' })
  const both = { ...portal.deps, keys: keyringFrom({ ...material, main: [fresh, old] }) }
  for (let after: string | undefined = ''; after !== undefined;) after = await resealDrafts(both, after, 1)
  const only = { ...portal.deps, keys: keyringFrom({ ...material, main: [fresh] }) }
  const found = await findDraft(only, token)
  expect(found?.content).toEqual(draft.content)
  expect(Buffer.from(found?.formKey ?? [])).toEqual(Buffer.from(draft.formKey))
})
