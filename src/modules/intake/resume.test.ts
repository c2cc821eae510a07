import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { codeIn, draftCookie, resumingOn, typeCode } from '#test/support/resume.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { aBrowser, errorsIn, hiddenIn, inMoscow, numberIn, walkToCheck } from '#test/support/walk.ts'
import { forgetDrafts } from './jobs.ts'
import { codeFrom, codeInGroups, parseCode } from './rules/resume-code.ts'

let portal: TestPortal
let elsewhere: ReturnType<typeof resumingOn>
beforeAll(async () => {
  portal = await startPortal()
  elsewhere = resumingOn(portal)
})
afterAll(() => portal.close())

describe.each(langs)('a code, in %s', (lang) => {
  test('takes the draft with its words and files to another device, and stands in no address', async () => {
    const phone = aBrowser(portal, lang)
    await phone.save('who', inMoscow)
    await phone.save('topic', { topic: 'unpaid-wages' })
    // The button beside "continue" saves the screen and gives the code.
    const given = await phone.post('ask/words', { message: 'Айлык төлөнгөн жок', act: 'code' })
    expect(given.statusCode).toBe(200)
    expect(given.headers['cache-control']).toBe('no-store')
    const code = codeIn(given)
    expect(given.body).toContain(`/${lang}/resume`)
    await phone.save('questions', {})
    await phone.upload('ask/files', { name: 'келишим.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') })

    const other = aBrowser(portal, lang)
    expect((await other.get('resume')).body).toContain('name="code"')
    const opened = await typeCode(other, code.toLowerCase().replaceAll('-', ' '))
    expect(opened.statusCode).toBe(303)
    expect(String(opened.headers.location)).not.toContain(code.slice(0, 4))
    expect((await other.get('ask/words')).body).toContain('Айлык төлөнгөн жок')
    expect((await other.get('ask/files')).body).toContain('келишим.pdf')
    // And the first device goes on as before.
    expect((await phone.get('ask/words')).body).toContain('Айлык төлөнгөн жок')
  })
})

test('a code is 12 letters without 0, O, 1 and I, and small or Cyrillic letters are understood', () => {
  const code = codeFrom(Uint8Array.from({ length: 12 }, (_, at) => at * 21))
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  expect(parseCode(codeInGroups(code).toLowerCase())).toBe(code)
  expect(parseCode('  ВСЕН-КМРТ-ХУАА')).toBe('BCEHKMPTXYAA')
  for (const wrong of ['', 'K7F3-Q2MN-8RT', 'K7F3-Q2MN-8RTWW', 'K7F3-Q2MN-8RT0', 'K7F3-Q2MN-8RTO', 'Я'.repeat(12)])
    expect(parseCode(wrong), wrong).toBeUndefined()
})

test('every letter is as likely as another: 60 bits', () => {
  const letters = Array.from({ length: 256 }, (_, byte) => codeFrom(new Uint8Array(12).fill(byte))[0])
  const counts = [...Map.groupBy(letters, (letter) => letter).values()].map(({ length }) => length)
  expect(counts).toEqual(Array.from({ length: 32 }, () => 8))
})

test('neither the code nor what it opens stands in the database in clear', async () => {
  const { code } = await elsewhere.begun()
  const bare = code.replaceAll('-', '')
  const rows = await portal.db.selectFrom('draft_codes').selectAll().execute()
  const drafts = await portal.db.selectFrom('drafts').select('id').execute()
  const lying = rows.map(({ lookup, draft_sealed }) => `${lookup} ${draft_sealed.toString('latin1')}`).join('\n')
  expect(rows.length).toBeGreaterThan(0)
  for (const secret of [bare, code, ...drafts.map(({ id }) => id)]) expect(lying).not.toContain(secret)
})

test('a row that somebody wrote without the key file opens nothing', async () => {
  const { code } = await elsewhere.begun()
  const mine = codeIn(await (await elsewhere.begun('чужое')).phone.post('ask/code', {}))
  const of = (one: string) => portal.deps.keys.fromCode('draft code', one.replaceAll('-', '')).lookup
  const { draft_sealed } = await portal.db
    .selectFrom('draft_codes')
    .select('draft_sealed')
    .where('lookup', '=', of(code))
    .executeTakeFirstOrThrow()
  // The row of one code put under another.
  await portal.db.updateTable('draft_codes').set({ draft_sealed }).where('lookup', '=', of(mine)).execute()
  const answer = await typeCode(aBrowser(portal), mine)
  expect(answer.statusCode).toBe(422)
})

test('a wrong code says so, with what was typed, and a right one earlier still works after a new one', async () => {
  const { phone, code } = await elsewhere.begun()
  const wrong = await typeCode(aBrowser(portal), 'K7F3-Q2MN-8RT0')
  expect(wrong.statusCode).toBe(422)
  expect(errorsIn(wrong)).toContain('ничего не открылось')
  expect(wrong.body).toContain('value="K7F3-Q2MN-8RT0"')
  const second = codeIn(await phone.post('ask/code', {}))
  expect(second).not.toBe(code)
  for (const one of [code, second]) await elsewhere.resumed(one)
})

test('a further device remembers the draft only where it is the person’s own, whatever was said on the first', async () => {
  const { phone, code } = await elsewhere.begun()
  const shared = await elsewhere.resumed(code)
  expect(draftCookie(shared.answer)?.maxAge).toBeUndefined()
  const words = await shared.other.get('ask/words')
  // That it is shared was said a moment ago.
  expect(words.body).not.toContain('name="ownPhone"')
  const saved = await shared.other.post('ask/words', { message: 'Мне три месяца не платят.' })
  expect(draftCookie(saved)?.maxAge).toBeUndefined()

  const own = await elsewhere.resumed(code, { ownPhone: 'yes' })
  expect(draftCookie(own.answer)?.maxAge).toBe(30 * 24 * 3600)
  // What the first device was told is not undone by either.
  expect(draftCookie(await phone.post('ask/questions', {}))?.maxAge).toBe(30 * 24 * 3600)
})

test('an unfinished appeal on this device is not given up unasked: kept it gets a code of its own', async () => {
  const { code } = await elsewhere.begun('С телефона')
  const other = aBrowser(portal)
  await walkToCheck(other, { words: 'Здесь начато' })
  expect((await other.get('resume')).body).toContain('name="here"')
  const unasked = await typeCode(other, code)
  expect([unasked.statusCode, errorsIn(unasked)]).toEqual([
    422,
    'Выберите, сохранить или удалить обращение на этом устройстве',
  ])
  expect((await other.get('ask/words')).body).toContain('Здесь начато')

  const kept = await typeCode(other, code, { here: 'keep' })
  // Until the code was read nothing has changed here: a lost answer loses no draft.
  expect((await other.get('ask/words')).body).toContain('Здесь начато')
  const onward = { mark: hiddenIn(kept, 'mark'), code: hiddenIn(kept, 'code'), here: hiddenIn(kept, 'here') }
  expect((await other.post('resume', onward)).statusCode).toBe(303)
  expect((await other.get('ask/words')).body).toContain('С телефона')
  const { other: third } = await elsewhere.resumed(codeIn(kept))
  expect((await third.get('ask/words')).body).toContain('Здесь начато')

  const deleted = await typeCode(third, code, { here: 'delete' })
  expect(deleted.statusCode).toBe(303)
  expect((await typeCode(aBrowser(portal), codeIn(kept))).statusCode).toBe(422)
})

test('a form that is posted once more after a quick exit opens nothing: its code is typed again', async () => {
  const { code } = await elsewhere.begun()
  const other = aBrowser(portal)
  const mark = hiddenIn(await other.get('resume'), 'mark')
  expect((await other.post('resume', { mark, code })).statusCode).toBe(303)
  await other.get('/exit')
  const again = await other.post('resume', { mark, code })
  expect([again.statusCode, errorsIn(again), again.body.includes(code)]).toEqual([
    422,
    'Для безопасности введите код ещё раз',
    false,
  ])
  expect((await other.get('ask/words')).statusCode).toBe(303)
})

test('a draft is taken away from a device that others use, and its code opens it again', async () => {
  const { phone, code } = await elsewhere.begun()
  expect((await phone.post('ask/leave', {})).headers.location).toBe('/ru')
  expect((await phone.get('ask/words')).headers.location).toContain('lost=yes')
  await elsewhere.resumed(code)
})

test('a receipt that was not seen yet is offered before another draft takes its place', async () => {
  const { code } = await elsewhere.begun()
  const other = aBrowser(portal)
  await other.post('ask/send', { draft: hiddenIn(await walkToCheck(other), 'draft') })
  const page = await other.get('resume')
  expect(page.body).toContain('Ваше предыдущее обращение принято')
  expect(numberIn(await other.post('ask/send', { draft: hiddenIn(page, 'draft') }))).toBeDefined()
  expect((await typeCode(other, code)).statusCode).toBe(303)
})

test('after 30 days a code opens nothing and is forgotten', async () => {
  const { phone, code } = await elsewhere.begun()
  portal.clock.advance(29 * 86_400_000)
  await phone.post('ask/words', { message: 'Ещё пишу', ownPhone: 'yes' })
  portal.clock.advance(2 * 86_400_000)
  expect((await typeCode(aBrowser(portal), code)).statusCode).toBe(422)
  await forgetDrafts.run(portal.deps, {})
  expect(await portal.db.selectFrom('draft_codes').select('lookup').execute()).toEqual([])
  expect((await phone.get('ask/words')).body).toContain('Ещё пишу')
})

test('what an operator fills in for somebody gets no code, nor does a browser without a draft', async () => {
  const codes = () => portal.db.selectFrom('draft_codes').select('lookup').execute()
  const before = await codes()
  const nobody = await aBrowser(portal).post('ask/code', {})
  expect(nobody.headers.location).toBe('/ru/ask?lost=yes')

  const operator = await makeStaff(portal.deps, 'operator')
  const cookies = await cookiesOf(portal.deps, operator.id)
  const filing = await portal.post(
    paths.staffFileFor(),
    { channel: 'phone', lang: 'ru', kind: 'consultation' },
    cookies,
  )
  const desk = aBrowser(portal)
  desk.take(filing)
  await desk.save('who', inMoscow)
  await desk.save('topic', { topic: 'unpaid-wages' })
  expect((await desk.get('ask/words')).body).not.toContain('value="code"')
  for (const answer of [
    await desk.post('ask/code', {}),
    await desk.post('ask/words', { message: 'Со слов', act: 'code' }),
  ])
    expect([answer.statusCode, codeIn(answer)]).toEqual([303, ''])
  expect(await codes()).toEqual(before)
})
