import { afterAll, beforeAll, expect, test } from 'vitest'
import { endOfWorkingDay, hoursOn, isWorkingDay, readDay } from '#src/kernel/calendar.ts'
import type { IsoDay } from '#src/kernel/iso-day.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import type { Jobs } from '#src/platform/jobs.ts'
import { makeStaff } from '#test/support/staff.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { changeCalendar, getCalendar, undoCalendarChange } from './index.ts'
import type { CalendarChange } from './rules/change.ts'
import { seedCalendars, takeCalendar } from './seed-calendars.ts'
import { listChanges } from './store.ts'

let portal: TestPortal
let by: string
beforeAll(async () => {
  portal = await startPortal()
  by = (await makeStaff(portal.deps, 'supervisor', { name: 'Назира Осмонова' })).id
})
afterAll(() => portal.close())

const reason = 'Кабинет министрлер чечим кабыл алды'
const dayOff = (day: IsoDay, name = 'Курман айт') =>
  ({
    does: 'add',
    from: day,
    to: day,
    holidayId: `own-${day}`,
    kind: 'nonWorking',
    name: { ky: name, ru: name, en: name },
    isProvisional: false,
  }) as const
const change = (change: CalendarChange, more: { seen?: string } = {}) =>
  changeCalendar(portal.deps, { country: 'KG', change, reason, by, ...more })
const calendar = () => getCalendar(portal.db, 'KG')
const changes = () => listChanges(portal.db, 'KG', 100)
const heard = async () => {
  const entries = await portal.db
    .selectFrom('audit_entries')
    .select(['what', 'actor_kind', 'fields'])
    .orderBy('id')
    .execute()
  return entries.filter(({ what }) => what === 'calendar.changed')
}

test('an empty database starts with the catalogue’s calendar and no history', async () => {
  expect(await calendar()).toMatchObject({
    timeZone: 'Asia/Bishkek',
    lastPublishedYear: 2026,
    weekend: ['saturday', 'sunday'],
  })
  expect(readDay(await calendar(), '2026-05-05')).toMatchObject({ kind: 'holiday', mark: { holidayId: 'may-2026' } })
  expect(hoursOn(await calendar(), '2026-12-31').at(-1)?.to).toBe(17 * 60)
  expect(await changes()).toEqual([])
})

test('a country without a calendar is a fault of the program, not an empty calendar', async () => {
  await expect(getCalendar(portal.db, 'RU')).rejects.toThrow('no calendar of RU')
})

test('a new day off: the calendar, its history and the audit change together', async () => {
  expect((await change(dayOff('2026-06-18'))).ok).toBe(true)
  expect(isWorkingDay(await calendar(), '2026-06-18')).toBe(false)
  expect((await changes())[0]).toMatchObject({
    reason,
    undoes: null,
    changedByName: 'Назира Осмонова',
    changedAt: portal.clock.now(),
    patch: { removed: [], added: [{ day: '2026-06-18' }] },
  })
  expect(await heard()).toEqual([{ what: 'calendar.changed', actor_kind: 'staff', fields: ['marks'] }])
})

test('a second tap changes nothing', async () => {
  const before = await changes()
  expect((await change({ ...dayOff('2026-06-18'), holidayId: 'own-again' }, { seen: '' })).ok).toBe(true)
  expect(await changes()).toEqual(before)
})

test('of two changes the later does not overwrite the earlier unseen', async () => {
  const before = await changes()
  expect(await change(dayOff('2026-06-19'), { seen: '' })).toEqual({ ok: false, refusal: 'changedMeanwhile' })
  expect(await changes()).toEqual(before)
  expect((await change(dayOff('2026-06-19'), { seen: before[0]?.id ?? '' })).ok).toBe(true)
})

test('the last change is taken back as a change of its own, once; that again can be taken back', async () => {
  const [last] = await changes()
  const undo = (changeId: string) => undoCalendarChange(portal.deps, { country: 'KG', changeId, by })
  expect((await undo(last?.id ?? '')).ok).toBe(true)
  expect(isWorkingDay(await calendar(), '2026-06-19')).toBe(true)
  const after = await changes()
  expect(after[0]).toMatchObject({ undoes: last?.id, reason: null })
  expect((await undo(last?.id ?? '')).ok).toBe(true)
  expect(await changes()).toEqual(after)
  expect((await undo(after[0]?.id ?? '')).ok).toBe(true)
  expect(isWorkingDay(await calendar(), '2026-06-19')).toBe(false)
  expect(await undo(last?.id ?? '')).toEqual({ ok: false, refusal: 'changedMeanwhile' })
})

test('working hours and the shortened day are settings, and can be taken back too', async () => {
  const hours = {
    monday: [
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ],
  }
  expect((await change({ does: 'setHours', hours, shortenedByMinutes: 30 })).ok).toBe(true)
  const changed = await calendar()
  expect(changed.weekend).toHaveLength(6)
  expect(endOfWorkingDay(changed, '2026-06-15')).toEqual(new Date('2026-06-15T11:00:00Z'))
  const [last] = await changes()
  await undoCalendarChange(portal.deps, { country: 'KG', changeId: last?.id ?? '', by })
  expect((await calendar()).weekend).toEqual(['saturday', 'sunday'])
  expect((await heard()).at(-1)?.fields).toEqual(['settings'])
})

test('a published year is no longer provisional, and neither are its marks', async () => {
  expect(readDay(await calendar(), '2027-03-09').isProvisional).toBe(true)
  expect((await change({ does: 'publishYear', year: 2027 })).ok).toBe(true)
  const published = await calendar()
  expect(published.lastPublishedYear).toBe(2027)
  expect(readDay(published, '2027-03-09')).toMatchObject({ kind: 'holiday', isProvisional: false })
  expect(readDay(published, '2028-03-09').isProvisional).toBe(true)
})

test('Eid moves to the day that the muftiate named', async () => {
  const eid = { day: '2027-03-09', holidayId: 'orozo-2027' } as const
  const name = { ky: 'Орозо айт', ru: 'Орозо айт', en: 'Orozo ait' }
  expect(
    (await change({ does: 'change', mark: eid, day: '2027-03-10', kind: 'nonWorking', name, isProvisional: false })).ok,
  ).toBe(true)
  expect(isWorkingDay(await calendar(), '2027-03-09')).toBe(true)
  expect(isWorkingDay(await calendar(), '2027-03-10')).toBe(false)
})

test('a refusal leaves nothing behind', async () => {
  const before = [await changes(), await heard()]
  expect(await change({ does: 'publishYear', year: 2040 })).toEqual({ ok: false, refusal: 'wrongYear' })
  const nowhere = { country: 'XX', change: dayOff('2026-07-01'), reason, by }
  expect(await changeCalendar(portal.deps, nowhere)).toEqual({ ok: false, refusal: 'noSuchCalendar' })
  expect([await changes(), await heard()]).toEqual(before)
})

test('a later start brings back nothing that staff removed, and adds what is new in the catalogue', async () => {
  await change({ does: 'remove', mark: { day: '2026-08-31', holidayId: 'independence-2026' }, isWholeHoliday: true })
  const before = [await calendar(), await changes()]
  await seedCalendars(portal.deps)
  expect([await calendar(), await changes()]).toEqual(before)

  const data = catalogue().holidays
  const [pattern] = data.days
  if (!pattern) throw new Error('The catalogue has no days.')
  const added = { ...pattern, id: 'extra-2028', from: '2028-02-29', to: '2028-02-29' }
  await takeCalendar(portal.deps, { ...data, days: [...data.days, added] })
  expect(isWorkingDay(await calendar(), '2028-02-29')).toBe(false)
  expect((await changes())[0]).toMatchObject({
    reason: null,
    changedByName: null,
    patch: { added: [{ day: '2028-02-29' }] },
  })
  expect((await heard()).at(-1)).toMatchObject({ actor_kind: 'system' })
})

test('two who change at the same moment wait for each other, and both changes stay', async () => {
  const before = (await changes()).length
  const days = ['2026-07-01', '2026-07-02', '2026-07-03'] as const
  const outcomes = await Promise.all(days.map((day) => change(dayOff(day))))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect((await changes()).length).toBe(before + 3)
})

test('open deadlines hear of a change in its own transaction: from its first day, or not at all', async () => {
  const told: unknown[] = []
  const jobs: Jobs = {
    ...portal.deps.jobs,
    async emit(db, event, payload) {
      told.push([event.name, payload, db.isTransaction])
    },
  }
  const tell = (change: CalendarChange) =>
    changeCalendar({ ...portal.deps, jobs }, { country: 'KG', change, reason, by })
  await tell({ ...dayOff('2026-09-03'), to: '2026-09-04' })
  await tell({ ...dayOff('2026-09-03'), to: '2026-09-04' })
  await tell({ does: 'publishYear', year: 2040 })
  expect(told).toEqual([['calendars.changed', { country: 'KG', fromDay: '2026-09-03' }, true]])
})
