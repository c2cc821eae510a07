import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor } from '#test/support/appeals.ts'
import { fieldIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  addNote,
  answerAppeal,
  closeAppeal,
  protectAppeal,
  reopenAppeal,
  type OpenAppealInput,
  type Receipt,
} from '#src/modules/appeals/index.ts'
import type { AppealOutcome } from '#src/modules/appeals/rules/states.ts'
import { PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'

const DAY = 24 * 60 * 60_000
const QUESTION = 'Мы ответили на ваш вопрос?'
const WORDS = 'Не сказали, куда нести справку'

let portal: TestPortal
let by: StaffVisitor
let person: ReturnType<typeof personOn>
beforeAll(async () => {
  portal = await startPortal()
  person = personOn(portal)
  by = await aStaffVisitor(portal.deps, 'supervisor', { teams: ['intake', 'consultations', PROTECTION_TEAM] })
})
afterAll(() => portal.close())

async function close({ appealId }: Receipt, outcome: AppealOutcome = 'adviceGiven') {
  const formKey = portal.random.bytes(16)
  await answerAppeal(portal.deps, { appealId, by, text: 'Вот ответ.', formKey })
  const closed = await closeAppeal(portal.deps, { appealId, by, outcome, reason: 'Так решено', norm: 'ст. 1' })
  if (!closed.ok) throw new Error(closed.refusal)
}

/** Whose appeal was answered and closed. */
async function closed(outcome?: AppealOutcome, named?: Partial<OpenAppealInput>) {
  const opened = await person.opened(named)
  await close(opened.receipt, outcome)
  return opened
}

/** Presses one of the buttons on the page as it is now. */
async function tap(cookies: Cookies, score: string, more: Record<string, string> = {}) {
  const { body } = await person.view(cookies)
  const fields = { key: fieldIn(body, 'key'), round: fieldIn(body, 'round'), score, ...more }
  return { fields, answer: await portal.post('/ru/appeal/rate', fields, cookies) }
}

const closingsOf = ({ appealId }: Receipt) =>
  portal.db
    .selectFrom('appeal_closings')
    .select(['round', 'outcome', 'score', 'words', 'words_sealed', 'level', 'team_id'])
    .where('appeal_id', '=', appealId)
    .orderBy('round')
    .execute()
const ratedEventsOf = ({ appealId }: Receipt) =>
  portal.db
    .selectFrom('appeal_events')
    .select(['details', 'actor_kind'])
    .where('appeal_id', '=', appealId)
    .where('what', '=', 'rated')
    .execute()
const actsOf = ({ appealId }: Receipt) =>
  portal.db
    .selectFrom('audit_entries')
    .selectAll()
    .where('what', '=', 'appeal.rated')
    .where('on_id', '=', appealId)
    .execute()
/** The buttons of the page, by what they say. */
const scoresOn = (body: string) => [...body.matchAll(/name="score"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="score"/g)]

test('one tap says whether the question was answered; it is thanked for, kept, and in the history of both sides', async () => {
  const { receipt, cookies } = await closed()
  const { body } = await person.view(cookies)
  expect(body).toContain(QUESTION)
  expect(scoresOn(body)).toHaveLength(3)
  expect(body.indexOf(QUESTION)).toBeLessThan(body.indexOf('Открыть снова'))

  const { answer } = await tap(cookies, 'yes')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ru/appeal/view?done=rated'])
  expect(await closingsOf(receipt)).toMatchObject([{ round: 1, outcome: 'adviceGiven', score: 'yes', words: null }])
  expect(await ratedEventsOf(receipt)).toEqual([{ actor_kind: 'person', details: { score: 'yes', round: 1 } }])
  expect(await actsOf(receipt)).toHaveLength(1)

  const thanked = await portal.get('/ru/appeal/view?done=rated', cookies)
  expect(thanked.body).toContain('Спасибо, ваш ответ записан.')
  expect(thanked.body).toContain('Вы ответили: <strong>Да, ответили</strong>')
  expect(thanked.body).toContain('Вы оценили ответ: Да, ответили')
  expect(thanked.body).toContain('Что помогло?')
  const staffPage = await portal.get(`/staff/appeals/${receipt.appealId}`, await portal.signIn('operator'))
  expect(staffPage.body).toContain('Заявитель оценил ответ: <strong>Да, ответили</strong>')
})

test('what was said can be changed, and words added and taken back', async () => {
  const { receipt, cookies } = await closed('solved')
  await tap(cookies, 'yes')
  await tap(cookies, 'partly', { ratingWords: WORDS })
  expect(await closingsOf(receipt)).toMatchObject([{ score: 'partly', words: WORDS }])
  expect((await person.view(cookies)).body).toContain(`mek-words-of">${WORDS}`)
  // Another answer leaves the words.
  await tap(cookies, 'yes')
  expect(await closingsOf(receipt)).toMatchObject([{ score: 'yes', words: WORDS }])
  const staffPage = await portal.get(`/staff/appeals/${receipt.appealId}`, await portal.signIn('operator'))
  expect(staffPage.body).toContain(WORDS)
  await tap(cookies, 'yes', { ratingWords: '' })
  expect(await closingsOf(receipt)).toMatchObject([{ score: 'yes', words: null }])
  expect(await ratedEventsOf(receipt)).toHaveLength(4)

  const long = await tap(cookies, 'yes', { ratingWords: 'ы'.repeat(1001) })
  expect(long.answer.statusCode).toBe(422)
  expect(long.answer.body).toContain('ы'.repeat(1001))
  expect((await tap(cookies, 'maybe')).answer.statusCode).toBe(422)
})

test('a no leads to one button that opens the appeal again with the words as the reason', async () => {
  const { receipt, cookies } = await closed()
  const { answer } = await tap(cookies, 'no')
  const { body } = await portal.get(answer.headers.location ?? '', cookies)
  expect(body).toContain('Чего не хватило?')
  expect(body.match(/name="reopenReason"/g)).toHaveLength(1)
  expect(body).not.toContain('name="ratingWords"')
  const empty = await portal.post('/ru/appeal/reopen', { reopenReason: ' ' }, cookies)
  expect(empty.statusCode).toBe(422)
  const fields = { reopenReason: WORDS, version: fieldIn(body, 'version') }
  const reopened = await portal.post('/ru/appeal/reopen', fields, cookies)
  expect(reopened.headers.location).toBe('/ru/appeal/view?done=reopened')
  const open = (await person.view(cookies)).body
  expect(open).toContain(WORDS)
  expect(open).not.toContain(QUESTION)

  // Closed again it is asked again, and what was said of the first time stays.
  await close(receipt, 'solved')
  expect((await person.view(cookies)).body).toContain(QUESTION)
  await tap(cookies, 'yes')
  expect(await closingsOf(receipt)).toMatchObject([
    { round: 1, score: 'no' },
    { round: 2, score: 'yes' },
  ])
  const { body: again } = await person.view(cookies)
  expect(again).toContain('Вы оценили ответ: Нет, вопрос не решён')
  expect(again).toContain('Вы оценили ответ: Да, ответили')
})

test('words said before stand ready as the reason when a no follows them', async () => {
  const { cookies } = await closed()
  await tap(cookies, 'partly', { ratingWords: WORDS })
  await tap(cookies, 'no')
  expect((await person.view(cookies)).body).toMatch(new RegExp(`name="reopenReason"[^>]*>${WORDS}</textarea>`))
})

test('of what was withdrawn and of spam nobody is asked, and nothing is taken', async () => {
  for (const outcome of ['withdrawn', 'spam'] as const) {
    const { receipt, cookies } = await closed(outcome)
    expect((await person.view(cookies)).body).not.toContain(QUESTION)
    const answer = await portal.post('/ru/appeal/rate', { score: 'yes', round: '1' }, cookies)
    expect(answer.statusCode).toBe(409)
    expect(await closingsOf(receipt)).toMatchObject([{ outcome, score: null }])
  }
  const open = await person.opened()
  expect((await portal.post('/ru/appeal/rate', { score: 'yes', round: '1' }, open.cookies)).statusCode).toBe(409)
  expect(await closingsOf(open.receipt)).toEqual([])
})

test('a second tap changes nothing, neither of the same form nor of a page that was loaded again', async () => {
  const { receipt, cookies } = await closed()
  const { fields } = await tap(cookies, 'partly')
  const again = await portal.post('/ru/appeal/rate', fields, cookies)
  expect(again.headers.location).toBe('/ru/appeal/view?done=rated')
  await tap(cookies, 'partly')
  // The form's key stands for what was said with it.
  await portal.post('/ru/appeal/rate', { ...fields, score: 'no' }, cookies)
  expect(await closingsOf(receipt)).toMatchObject([{ score: 'partly' }])
  expect(await ratedEventsOf(receipt)).toHaveLength(1)
  expect(await actsOf(receipt)).toHaveLength(1)
})

test('a note of staff in between does not refuse a tap, a page of an earlier closing is refused', async () => {
  const { receipt, cookies } = await closed()
  const { appealId } = receipt
  const old = fieldIn((await person.view(cookies)).body, 'round')
  await addNote(portal.deps, { appealId, by, text: 'Заметка', formKey: portal.random.bytes(16) })
  expect((await portal.post('/ru/appeal/rate', { score: 'yes', round: old }, cookies)).statusCode).toBe(303)
  await reopenAppeal(portal.deps, { appealId, by, reason: 'Ошиблись' })
  await close(receipt)
  const late = await portal.post('/ru/appeal/rate', { score: 'no', round: old }, cookies)
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Пока вы писали, обращение изменилось')
  expect(await closingsOf(receipt)).toMatchObject([{ score: 'yes' }, { score: null }])
})

test('after thirty days what was said is shown, and nothing more is asked or taken', async () => {
  const [rated, unrated] = [await closed(), await closed()]
  await tap(rated.cookies, 'no')
  portal.clock.advance(31 * DAY)
  const [one, other] = [await person.enter(rated.receipt), await person.enter(unrated.receipt)]
  const { body } = await person.view(one)
  expect(body).toContain('Вы ответили: <strong>Нет, вопрос не решён</strong>')
  expect(body).toContain('Время, когда его можно было открыть снова, прошло')
  expect(scoresOn(body)).toHaveLength(0)
  expect((await person.view(other)).body).not.toContain(QUESTION)
  const late = await portal.post('/ru/appeal/rate', { score: 'yes', round: '1' }, one)
  expect([late.statusCode, late.body.includes('оценку больше изменить нельзя')]).toEqual([409, true])
  expect(await closingsOf(rated.receipt)).toMatchObject([{ score: 'no' }])
})

test('only who opened this appeal rates it: strangers, staff and holders of another one reach nothing', async () => {
  const [mine, theirs] = [await closed(), await closed()]
  const fields = { score: 'no', round: '1', appealId: theirs.receipt.appealId }
  for (const cookies of [{}, await portal.signIn('operator'), { appeal: 'A'.repeat(43) }])
    expect(String((await portal.post('/ru/appeal/rate', fields, cookies)).headers.location)).not.toContain('done=rated')
  await portal.post('/ru/appeal/rate', fields, mine.cookies)
  expect(await closingsOf(theirs.receipt)).toMatchObject([{ score: null }])
  expect(await closingsOf(mine.receipt)).toMatchObject([{ score: 'no' }])
  const posted = await portal.post(
    `/staff/appeals/${theirs.receipt.appealId}/rate`,
    fields,
    await portal.signIn('operator'),
  )
  expect(posted.statusCode).toBe(404)
})

test('of a protected appeal the words are ciphertext and the score is not, whether protected before or after', async () => {
  const protectedBefore = await closed('solved', { wantsProtection: true })
  await tap(protectedBefore.cookies, 'partly', { ratingWords: WORDS })
  const protectedAfter = await closed('solved')
  await tap(protectedAfter.cookies, 'partly', { ratingWords: WORDS })
  await protectAppeal(portal.deps, { appealId: protectedAfter.receipt.appealId, by })

  for (const { receipt, cookies } of [protectedBefore, protectedAfter]) {
    const [closing] = await closingsOf(receipt)
    expect(closing).toMatchObject({ score: 'partly', words: null, level: 'protected' })
    expect(closing?.words_sealed?.length).toBeGreaterThan(WORDS.length)
    expect((await person.view(cookies)).body).toContain(`mek-words-of">${WORDS}`)
  }
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(e)::text as row from appeal_events e
    where appeal_id in (${protectedBefore.receipt.appealId}, ${protectedAfter.receipt.appealId})`.execute(portal.db)
  expect(rows.map(({ row }) => row).join('\n')).not.toContain(WORDS)

  const link = `/staff/appeals/${protectedAfter.receipt.appealId}`
  expect((await portal.get(link, await portal.signIn('supervisor'))).statusCode).toBe(404)
  const protector = await portal.signIn('operator', { teams: [PROTECTION_TEAM] })
  expect((await portal.get(link, protector)).body).toContain(WORDS)
})
