import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { addDuty } from '#src/modules/staff/manage-teams/duty.ts'
import { makeStaff } from '#test/support/staff.ts'
import { multipart } from '#test/support/multipart.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
let operator: Cookies
beforeAll(async () => {
  portal = await startPortal()
  operator = await portal.signIn('operator')
})
afterAll(() => portal.close())

const open = (id: string, cookies = operator) => portal.get(`/staff/appeals/${id}`, cookies)

/** What the forms of an appeal's page carry. */
async function formOf(id: string) {
  const { body } = await open(id)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
  return { version: hidden('version'), formKey: hidden('formKey') }
}

const act = async (id: string, name: string, fields: Record<string, string> = {}, cookies = operator) =>
  portal.post(`/staff/appeals/${id}/${name}`, { ...(await formOf(id)), ...fields }, cookies)

const stateOf = async (id: string) =>
  await portal.db
    .selectFrom('appeals')
    .select(['state', 'version', 'outcome', 'urgency'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const teamOf = async (id: string) =>
  (await portal.db.selectFrom('appeals').select('team_id').where('id', '=', id).executeTakeFirst())?.team_id
const otherTeam = async (id: string) => ((await teamOf(id)) === 'intake' ? 'consultations' : 'intake')

test('a new appeal stands in the queue of its team, with its due time and who has it', async () => {
  const { number } = await anAppeal(portal.deps, { topicId: 'unpaid-wages' })
  const { body } = await portal.get('/staff/queue/myTeam', operator)
  expect(body).toContain(number)
  expect(body).toContain('Не выплачена зарплата')
  expect(body).toContain('ни у кого')
})

test('taken, asked, answered and closed: every act lands in the record, the history and the audit log', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  for (const [name, fields] of [
    ['take', {}],
    ['ask', { text: 'Когда закончился договор?' }],
    ['answer', { text: 'Обратитесь в представительство.' }],
    ['close', { outcome: 'adviceGiven' }],
  ] as const) {
    const answer = await act(id, name, fields)
    expect(answer.statusCode, name).toBe(303)
  }
  expect(await stateOf(id)).toMatchObject({ state: 'closed', outcome: 'adviceGiven' })
  const acts = await portal.db.selectFrom('audit_entries').select('what').where('on_id', '=', id).execute()
  const kinds = acts.map(({ what }) => what)
  expect(kinds).toEqual(expect.arrayContaining(['appeal.taken', 'appeal.asked', 'appeal.answered', 'appeal.closed']))
  expect((await open(id)).body).toContain('Обратитесь в представительство.')
})

test('every act says what was done, on the appeal or, when that is out of reach, on the queue with where it went', async () => {
  const followed = async (id: string, name: string, fields: Record<string, string>, cookies = operator) => {
    const answer = await act(id, name, fields, cookies)
    return (await portal.get(String(answer.headers.location), cookies)).body
  }
  const { appealId: id } = await anAppeal(portal.deps)
  expect(await followed(id, 'take', {})).toContain('Вы взяли обращение себе.')
  expect(await followed(id, 'ask', { text: 'Когда?' })).toContain('Вопрос отправлен.')
  expect(await followed(id, 'assign', { staffId: '' })).toContain('Теперь оно у группы, пока ни у кого.')
  expect(await followed(id, 'note', { text: 'Для своих.' })).toContain('role="alert"')
  const mine = await portal.signIn('operator', { teams: ['intake', 'consultations'] })
  const handed = await followed(id, 'handToTeam', { teamId: await otherTeam(id) }, mine)
  expect(handed).toMatch(/передано другой группе\.<[^]*Теперь оно у группы «/)
  expect(handed).not.toContain('вы больше не можете')

  const onlyHere = await portal.signIn('operator', { teams: [(await teamOf(id)) ?? ''] })
  const gone = await followed(id, 'handToTeam', { teamId: await otherTeam(id) }, onlyHere)
  expect(gone).toMatch(/передано другой группе\.<[^]*Теперь оно у группы «/)
  expect(gone).toContain('Открыть его вы больше не можете.')
  const hidden = await followed(id, 'protect', {})
  expect(hidden).toMatch(/взято под защиту\.<[^]*Теперь оно у группы «/)
  expect(hidden).toContain('Открыть его вы больше не можете.')
})

test('the later of two changes never overwrites the earlier: it is shown both, and what was typed is kept', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const seen = await formOf(id)
  expect((await act(id, 'take')).statusCode).toBe(303)
  const late = await portal.post(
    `/staff/appeals/${id}/answer`,
    { ...seen, text: 'Ответ, написанный раньше.' },
    operator,
  )
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('обращение изменилось')
  expect(late.body).toContain('Ответ, написанный раньше.')
  expect((await stateOf(id)).state).not.toBe('answered')
})

test('a second tap on the same form changes nothing', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const form = { ...(await formOf(id)), text: 'Один ответ.' }
  await portal.post(`/staff/appeals/${id}/answer`, form, operator)
  await portal.post(`/staff/appeals/${id}/answer`, form, operator)
  const messages = await portal.db
    .selectFrom('appeal_messages')
    .select('id')
    .where('appeal_id', '=', id)
    .where('kind', '=', 'answer')
    .execute()
  expect(messages).toHaveLength(1)
})

test('not accepted needs a reason and a norm, and asks for what is missing at its field without losing the other', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const answer = await act(id, 'close', { outcome: 'notAccepted', reason: 'Вопрос не относится к службе.' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Вопрос не относится к службе.')
  expect(answer.body).toContain('<a href="#close-norm">Укажите норму права')
  expect(answer.body).not.toContain('href="#close-reason"')
  expect((await act(id, 'close', { outcome: 'notAccepted', reason: ' ', norm: '' })).body).toContain('#close-reason')
  expect((await stateOf(id)).state).not.toBe('closed')
  const both = { outcome: 'notAccepted', reason: 'Вопрос не относится к службе.', norm: 'ст. 1' }
  expect((await act(id, 'close', both)).statusCode).toBe(303)
})

test('every form whose words the person reads names the language the person reads', async () => {
  const { appealId: id } = await anAppeal(portal.deps, { lang: 'ky' })
  expect((await open(id)).body, 'nothing to extend before registration').not.toContain('extend-reason')
  await act(id, 'register')
  const { body } = await open(id)
  const hintOf = (field: string) => new RegExp(`id="${field}-hint"[^>]*>([^<]*)<`).exec(body)?.[1]
  for (const field of ['answer-text', 'ask-text', 'tell-text', 'close-reason', 'close-norm', 'extend-reason'])
    expect(hintOf(field), field).toContain('Человек читает по-кыргызски: пишите по-кыргызски.')
  expect(hintOf('note-text')).toBeUndefined()
})

test('whoever closes an appeal as spam is told what the person will see', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const seen = { ky: 'кат жөнөтүлбөйт', ru: 'письма не будет', en: 'no letter goes out' }
  for (const lang of ['ky', 'ru', 'en'] as const)
    expect((await open(id, await portal.signIn('operator', { lang }))).body).toContain(seen[lang])
})

test('choosing the urgency that it already has is told so at its field; nobody is said to have changed anything', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const same = await act(id, 'changeUrgency', { urgency: (await stateOf(id)).urgency, reason: 'Срочно' })
  expect(same.statusCode).toBe(409)
  expect(same.body).toContain('<a href="#changeUrgency-urgency">Такая срочность уже стоит.')
  expect(same.body).toContain('Срочно</textarea>')
  expect(same.body).not.toContain('изменилось')
})

test('an amount is taken as people write it, with the currency beside it', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  await act(id, 'answer', { text: 'Работодатель выплатил долг.' })
  expect((await act(id, 'close', { outcome: 'solved', amount: '36 754,50', currency: 'RUB' })).statusCode).toBe(303)
  const row = await portal.db.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(Number(row.amount_recovered)).toBe(36_754.5)
})

test('a term is extended to a day that is chosen, and both sides read how it was counted', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  await act(id, 'register')
  const form = (await open(id)).body
  expect(form).toMatch(/\+30\sкалендарных дней = воскресенье, 2 августа, нерабочий день/)
  expect(form).not.toContain('value="2026-08-01"')
  expect((await act(id, 'extend', { to: 'tomorrow', reason: 'x' })).statusCode).toBe(422)
  expect((await act(id, 'extend', { to: '2026-07-04', reason: 'Суббота' })).statusCode).toBe(409)
  expect((await act(id, 'extend', { to: '2026-07-15', reason: 'Ждём посольство' })).statusCode).toBe(303)
  expect((await open(id)).body).toMatch(/\+12\sкалендарных дней = среда, 15 июля/)
  expect((await open(id)).body).not.toContain('id="extend-reason"')
})

test('who, where and until when are read before anything can be done', async () => {
  const { appealId: id } = await anAppeal(portal.deps, { topicId: 'unpaid-wages', lang: 'ky' })
  const { body } = await open(id)
  const brief = /<section class="mek-appeal__brief"[^>]*>(.*?)<\/section>/s.exec(body)
  expect(brief?.index).toBeLessThan(body.indexOf('moj-message-list'))
  expect(body.indexOf('moj-message-list')).toBeLessThan(body.indexOf('id="what-next"'))
  for (const said of ['Российская Федерация', 'кыргызский', 'Пока ни у кого', 'Ответ службы (по закону): '])
    expect(brief?.[1]).toContain(said)
})

test('an empty answer is asked for again on the same page', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const answer = await act(id, 'answer', { text: '  ' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('govuk-error-summary')
})

test('the search takes a number however it is typed, and finds nothing politely', async () => {
  const { number, appealId: id } = await anAppeal(portal.deps)
  const typed = number.toLowerCase().replaceAll('-', ' ')
  expect((await portal.post('/staff/find', { number: typed }, operator)).headers.location).toBe(`/staff/appeals/${id}`)
  const vain = await portal.post('/staff/find', { number: 'KG-26-0000000-1' }, operator)
  expect(vain.statusCode).toBe(404)
  expect(vain.body).toContain('number-not-found')
})

test('a queue can be filtered, and a filter that holds nothing says so', async () => {
  await anAppeal(portal.deps, { topicId: 'pension' })
  expect((await portal.get('/staff/queue/myTeam?topic=pension', operator)).body).toContain('KG-26-')
  expect((await portal.get('/staff/queue/myTeam?topic=kairylman', operator)).body).toContain('Здесь нет обращений')
  expect((await portal.get('/staff/queue/nonsense', operator)).statusCode).toBe(404)
})

test('a file is added to an answer without losing its words, taken out, added again, and goes with the answer', async () => {
  const { appealId: id } = await anAppeal(portal.deps)
  const form = await formOf(id)
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const send = async (fields: Record<string, string>, bytes?: Buffer) => {
    const file = bytes && { field: 'file', name: 'письмо.png', bytes }
    const body = await multipart({ ...form, text: 'Ответ с приложением.', ...fields }, file)
    return portal.app.inject({ method: 'POST', url: `/staff/appeals/${id}/answer`, cookies: { ...operator }, ...body })
  }
  const added = await send({ send: 'file' }, photo)
  expect(added.statusCode).toBe(422)
  expect(added.body).toContain('Ответ с приложением.')
  const fileId = /value="([^"]+)" name="remove"/.exec(added.body)?.[1] ?? ''
  expect((await send({ remove: fileId })).body).not.toContain('письмо.png')
  expect((await send({ send: 'file' }, Buffer.from('not a picture'))).body).toContain('govuk-error-message')
  await send({ send: 'file' }, photo)
  expect((await send({})).statusCode).toBe(303)
  const { body } = await open(id)
  expect(body).toContain('Ответ с приложением.')
  expect(body.match(/>письмо\.png</g)).toHaveLength(1)
})

// Last: it moves the clock, and the operator's session ends.
test('a critical appeal calls the duty list within the minute, again after a quarter of an hour, and stops once it is taken', async () => {
  const supervisor = await portal.signIn('supervisor')
  expect(supervisor).toBeDefined()
  const { appealId: id } = await anAppeal(portal.deps, { inDanger: true })
  const calls = () =>
    portal.db
      .selectFrom('notices')
      .select('id')
      .where('template', '=', 'criticalAppeal')
      .where('appeal_id', '=', id)
      .execute()
  await portal.runJobs()
  const first = (await calls()).length
  expect(first).toBeGreaterThan(0)
  portal.clock.advance(15 * 60_000)
  await portal.runJobs()
  expect((await calls()).length).toBe(2 * first)
  const protector = await portal.signIn('operator', { teams: ['protection'] })
  const { body } = await open(id, protector)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
  await portal.post(`/staff/appeals/${id}/take`, { version: hidden('version'), formKey: hidden('formKey') }, protector)
  portal.clock.advance(15 * 60_000)
  await portal.runJobs()
  expect((await calls()).length).toBe(2 * first)
})

test('of a protected appeal nobody is called who could not open it, while a protector is on duty', async () => {
  const calledFor = async (id: string) => {
    const rows = await portal.db
      .selectFrom('notices')
      .select('address_hash')
      .where('template', '=', 'criticalAppeal')
      .where('appeal_id', '=', id)
      .execute()
    return rows.map((row) => row.address_hash)
  }
  const outsider = await makeStaff(portal.deps, 'operator')
  const protector = await makeStaff(portal.deps, 'lawyer', { teams: ['protection'] })
  await portal.db.deleteFrom('duty_list').execute()
  const by = { kind: 'system', name: 'test' } as const
  for (const { id } of [outsider, protector]) await addDuty(portal.deps, by, id)
  const { appealId } = await anAppeal(portal.deps, { inDanger: true })
  await portal.runJobs()
  portal.clock.advance(60_000)
  const ordinary = await anAppeal(portal.deps, { topicId: 'death-repatriation' })
  await portal.runJobs()
  expect(await calledFor(appealId)).toHaveLength(1)
  expect(await calledFor(ordinary.appealId)).toHaveLength(2)
})
