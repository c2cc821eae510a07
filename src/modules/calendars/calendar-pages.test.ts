import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWorkingDay } from '#src/kernel/calendar.ts'
import { paths } from '#src/paths.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { getCalendar } from './index.ts'

let portal: TestPortal
let supervisor: Cookies
beforeAll(async () => {
  portal = await startPortal()
  supervisor = await portal.signIn('supervisor', { name: 'Назира Осмонова', lang: 'ru' })
})
afterAll(() => portal.close())

const reason = 'Решение Кабинета министров от 10 июня 2026 года'
const calendar = () => getCalendar(portal.db, 'KG')
const newest = async () => {
  const row = await portal.db.selectFrom('calendar_changes').select('id').orderBy('id', 'desc').executeTakeFirst()
  return row?.id ?? ''
}
const dayOn = (field: 'from' | 'to', day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${field}-day`]: String(Number(date)), [`${field}-month`]: month, [`${field}-year`]: year }
}
const said = {
  kind: 'nonWorking',
  nameKy: 'Кошумча дем алыш',
  nameRu: 'Дополнительный выходной',
  nameEn: 'Extra day off',
}
const post = async (address: string, body: Readonly<Record<string, string>>) =>
  portal.post(address, { seen: await newest(), reason, ...body }, supervisor)

test('the list shows hours, years and what each is worth', async () => {
  const page = await portal.get(paths.staffCalendars(), supervisor)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Кыргызстан')
  expect(page.body).toContain('09:00–12:30, 13:30–18:00')
  expect(page.body).toContain('понедельник – пятница')
  expect(page.body).toContain(`href="${paths.staffCalendarYear('KG', 2027)}"`)
  expect(page.body).toContain('только выходные')
  expect(page.body).toContain('Пока ничего не изменяли.')
})

test('a year is twelve months, each marked day in words and not in colour alone', async () => {
  const { body } = await portal.get(paths.staffCalendarYear('KG', 2026), supervisor)
  expect(body.match(/<table class="mek-month/g)).toHaveLength(12)
  expect(body).toContain('Нерабочий день, Курман айт')
  expect(body).toContain('Сокращённый день, День защитника Отечества')
  expect(body).toContain('>17:00')
  expect(body).toContain('>1–\u20609 мая<')
  expect(body).not.toContain('ещё не опубликован')
})

test('a year that is not published says so, and the next one can be published', async () => {
  const next = await portal.get(paths.staffCalendarYear('KG', 2027), supervisor)
  expect(next.body).toContain('Календарь на 2027 год ещё не опубликован')
  expect(next.body).toContain(paths.staffCalendarPublish('KG', 2027))
  const later = await portal.get(paths.staffCalendarYear('KG', 2028), supervisor)
  expect(later.body).toContain('На этот год отметок нет')
  expect(later.body).not.toContain(paths.staffCalendarPublish('KG', 2028))
})

test('a supervisor adds two days off, sees them in the year and in the history', async () => {
  const form = await portal.get(paths.staffCalendarAdd('KG', { year: '2026' }), supervisor)
  expect(form.body).toContain('name="seen" value/>')
  const answer = await post(paths.staffCalendarAdd('KG'), {
    ...dayOn('from', '2026-06-18'),
    ...dayOn('to', '2026-06-19'),
    ...said,
  })
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    paths.staffCalendarYear('KG', 2026, { saved: '1' }),
  ])
  expect(isWorkingDay(await calendar(), '2026-06-18')).toBe(false)
  expect(isWorkingDay(await calendar(), '2026-06-19')).toBe(false)
  const year = await portal.get(paths.staffCalendarYear('KG', 2026, { saved: '1' }), supervisor)
  expect(year.body).toContain('Календарь изменён')
  expect(year.body).toContain('>18–\u206019 июня<')
  const list = await portal.get(paths.staffCalendars(), supervisor)
  expect(list.body).toContain('Добавлено: 18–\u206019 июня 2026 года, Нерабочий день, Дополнительный выходной')
  expect(list.body).toContain('15.06.2026, 10:00 · Назира Осмонова')
  expect(list.body).toContain(reason)
})

test('the last change is taken back with one button', async () => {
  const change = await newest()
  const list = await portal.get(paths.staffCalendars(), supervisor)
  expect(list.body.match(/action="\/staff\/calendars\/KG\/undo"/g)).toHaveLength(1)
  expect(list.body).toContain(`name="change" value="${change}"`)
  expect((await portal.post(paths.staffCalendarUndo('KG'), { change }, supervisor)).statusCode).toBe(303)
  expect(isWorkingDay(await calendar(), '2026-06-18')).toBe(true)
  const after = await portal.get(paths.staffCalendars(), supervisor)
  expect(after.body).toContain('отменено предыдущее изменение')
})

test('an older change cannot be taken back under others', async () => {
  const older = await newest()
  await post(paths.staffCalendarAdd('KG'), { ...dayOn('from', '2026-07-01'), ...said })
  const answer = await portal.post(paths.staffCalendarUndo('KG'), { change: older }, supervisor)
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('тем временем изменил другой сотрудник')
})

test('Eid moves: its form is filled with what is, and the day and its doubt change', async () => {
  const address = paths.staffCalendarMark('KG', '2027-03-09', 'orozo-2027')
  const form = await portal.get(address, supervisor)
  expect(form.body).toMatch(/name="from-day"[^>]*value="9"/)
  expect(form.body).toMatch(/name="isProvisional"[^>]*checked/)
  const name = { nameKy: 'Орозо айт', nameRu: 'Орозо айт', nameEn: 'Orozo ait' }
  const answer = await post(address, { ...dayOn('from', '2027-03-10'), kind: 'nonWorking', ...name })
  expect(answer.headers.location).toBe(paths.staffCalendarYear('KG', 2027, { saved: '1' }))
  expect(isWorkingDay(await calendar(), '2027-03-10')).toBe(false)
  // A second tap finds the mark gone from there and standing where it was asked to be.
  expect((await post(address, { ...dayOn('from', '2027-03-10'), kind: 'nonWorking', ...name })).statusCode).toBe(303)
  const elsewhere = await post(address, { ...dayOn('from', '2027-03-12'), kind: 'nonWorking', ...name })
  expect(elsewhere.statusCode).toBe(409)
  expect(elsewhere.body).toContain('Этой отметки больше нет')
})

test('a whole holiday or one of its days is removed, as chosen', async () => {
  const address = paths.staffCalendarRemove('KG', '2027-05-01', 'may-2027')
  expect((await portal.get(address, supervisor)).body).toContain('Все дни: 9\u{a0}дней')
  expect((await post(address, {})).statusCode).toBe(422)
  expect((await post(address, { scope: 'day' })).statusCode).toBe(303)
  const left = (await calendar()).marks
  expect([left.has('2027-05-01'), left.has('2027-05-03')]).toEqual([false, true])
  expect((await post(paths.staffCalendarRemove('KG', '2027-05-03', 'may-2027'), { scope: 'holiday' })).statusCode).toBe(
    303,
  )
  expect(isWorkingDay(await calendar(), '2027-05-05')).toBe(true)
})

test('working hours are typed as people write them', async () => {
  const body = {
    monday: '8:00-12:00 13:00-17:00',
    tuesday: '',
    wednesday: '',
    thursday: '',
    friday: '',
    saturday: '',
    sunday: '',
    shortenedBy: '30',
  }
  const wrong = await post(paths.staffCalendarHours('KG'), { ...body, tuesday: 'с девяти' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="с девяти"')
  expect((await post(paths.staffCalendarHours('KG'), { ...body, shortenedBy: '540' })).statusCode).toBe(409)
  expect((await post(paths.staffCalendarHours('KG'), { ...body, monday: '' })).statusCode).toBe(409)
  expect((await post(paths.staffCalendarHours('KG'), body)).headers.location).toBe(paths.staffCalendars({ saved: '1' }))
  expect((await calendar()).hours).toEqual({
    monday: [
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ],
  })
})

test('publishing a year', async () => {
  expect((await portal.get(paths.staffCalendarPublish('KG', 2027), supervisor)).body).toContain('Орозо айт')
  expect((await post(paths.staffCalendarPublish('KG', 2028), {})).statusCode).toBe(409)
  expect((await post(paths.staffCalendarPublish('KG', 2027), {})).statusCode).toBe(303)
  expect((await calendar()).lastPublishedYear).toBe(2027)
})

test('without a reason, a name or a real day nothing changes, and what was typed stays', async () => {
  const before = await newest()
  const answer = await post(paths.staffCalendarAdd('KG'), {
    ...dayOn('from', '2026-02-30'),
    ...said,
    nameEn: ' ',
    reason: 'да',
  })
  expect(answer.statusCode).toBe(422)
  for (const text of [
    'Укажите день',
    'название по-английски',
    'Укажите причину',
    'value="30"',
    'Дополнительный выходной',
  ]) {
    expect(answer.body).toContain(text)
  }
  expect(answer.body).toContain('href="#from-day"')
  expect(await newest()).toBe(before)
})

test('a form that is out of date is refused with what stands now, and can be sent again', async () => {
  const outdated = await portal.post(
    paths.staffCalendarAdd('KG'),
    { seen: '1', reason, ...dayOn('from', '2026-09-01'), ...said },
    supervisor,
  )
  expect(outdated.statusCode).toBe(409)
  expect(outdated.body).toContain('тем временем изменил другой сотрудник')
  expect(outdated.body).toContain(`name="seen" value="${await newest()}"`)
})

test('what does not exist is not found, never a fault', async () => {
  const addresses = [
    paths.staffCalendarYear('XX', 2026),
    paths.staffCalendarYear('KG', 1999),
    paths.staffCalendarMark('KG', '2026-02-30', 'x'),
    paths.staffCalendarMark('KG', '2026-03-02', 'x'),
    paths.staffCalendarRemove('KG', '2026-03-02', '%00'),
    paths.staffCalendarHours('kg'),
    '/staff/calendars/KG/years/20000000000',
  ]
  for (const address of addresses) {
    expect(`${address} ${(await portal.get(address, supervisor)).statusCode}`).toBe(`${address} 404`)
  }
  expect((await portal.post(paths.staffCalendarUndo('KG'), { change: 'x' }, supervisor)).statusCode).toBe(404)
})

test('the pages speak the language of who reads them', async () => {
  for (const [lang, title] of [
    ['ky', 'Календарлар'],
    ['en', 'Calendars'],
  ] as const) {
    const cookies = await portal.signIn('administrator', { lang })
    const { body } = await portal.get(paths.staffCalendars(), cookies)
    expect(body).toContain(`<html lang="${lang}"`)
    expect(body).toContain(`>${title}</h1>`)
  }
})
