import { constantFrom, assert, property, record, string, dictionary, option } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue, type Catalogue } from '#src/modules/catalogue/index.ts'
import { commonAnswers, currenciesOf } from './forms/whole-draft.ts'
import { parseOwnAnswers } from './forms/own-answers.ts'
import { conditionInWords } from './pages/condition-words.ts'
import { inReadingOrder, ownQuestions } from './rules/own-questions.ts'

let data: Catalogue
beforeAll(() => {
  data = loadCatalogue('catalogue')
})

const moment = { now: new Date('2026-06-15T04:00:00Z'), timeZone: 'Europe/Moscow', today: '2026-06-15' } as const
const somebody = { asWho: 'citizen', onBehalf: false, country: 'RU', inDanger: false, lang: 'ru' } as const
type Who = Parameters<typeof commonAnswers>[0]
const who = (named: Partial<Who> = {}): Who => ({ ...somebody, city: undefined, citizenship: undefined, ...named })

function asked(topicId: string, named: Partial<Who> = {}) {
  const topic = data.topic(topicId)
  if (!topic) throw new Error(topicId)
  return ownQuestions(data, topic, commonAnswers(who(named)), moment)
}
const idsOf = (topicId: string, named: Partial<Who> = {}) =>
  inReadingOrder(asked(topicId, named)).map(({ question }) => question.id)
const parse = (topicId: string, body: unknown, named: Partial<Who> = {}) =>
  parseOwnAnswers(asked(topicId, named), { currencies: currenciesOf(data), moment }, body)

describe('which questions are asked', () => {
  test('an earlier screen decides on the server: no mission for somebody in Kyrgyzstan', () => {
    expect(idsOf('passport-renewal')).toContain('nearestMission')
    expect(idsOf('passport-renewal', { country: 'KG' })).not.toContain('nearestMission')
  })

  test('where no mission of the country is open, the one that covers it is offered; without one the question is left out', () => {
    const missionIn = (country: string) =>
      inReadingOrder(asked('lost-passport', { country })).find(({ question }) => question.id === 'nearestMission')
    const countries = data.countries.filter(({ iso }) => iso !== 'KG')
    const covered = countries.find(
      ({ kgMissions, coveredBy }) => coveredBy && kgMissions.every(({ status }) => status !== 'open'),
    )
    const alone = countries.find(
      ({ kgMissions, coveredBy }) => !coveredBy && kgMissions.every(({ status }) => status !== 'open'),
    )
    const inRussia = missionIn('RU')?.options ?? []
    expect(inRussia).not.toEqual([])
    expect(inRussia.filter(({ id }) => data.mission(id)?.status !== 'open')).toEqual([])
    expect(missionIn(covered?.iso ?? '')?.options.map(({ id }) => id)).toEqual([covered?.coveredBy?.mission])
    expect(missionIn(alone?.iso ?? 'ZZ')).toBeUndefined()
    expect(missionIn('ZZ')).toBeUndefined()
  })

  test('a relation is asked only of one who writes for somebody', () => {
    expect(idsOf('detention-deportation')).not.toContain('relation')
    expect(idsOf('detention-deportation', { onBehalf: true })).toContain('relation')
  })

  test('a condition on a question that the topic does not ask is skipped', () => {
    expect(idsOf('children')).toContain('childAge')
    expect(idsOf('children')).not.toContain('forChild')
  })

  test('what hangs on an answer of the same screen stands right under its question', () => {
    const contract = asked('contract-conditions').find(({ question }) => question.id === 'contractType')
    expect(contract?.under.map(({ question }) => question.id)).toEqual(['contractEnd'])
    const [condition] = contract?.under[0]?.when ?? []
    if (!condition) throw new Error('There is no condition.')
    expect(conditionInWords(condition, contract?.options ?? []).en).toBe(
      'If you answered “Employment contract” or “Civil-law contract (services, contracting)”:',
    )
  })

  test('every topic asks in every country without a question standing twice, and files have a screen of their own', () => {
    for (const topic of data.topics)
      for (const country of ['RU', 'KG', 'ZZ']) {
        const ids = idsOf(topic.id, { country, onBehalf: true })
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.map((id) => data.question(id)?.type)).not.toContain('file')
      }
  })
})

/** Ends as "day.month.year", "month.year" or "year". */
function period(from: string, to: string) {
  const fields = (end: string, typed: string) => {
    const parts = typed.split('.')
    const [day = '', month = '', year = ''] = [...Array.from({ length: 3 - parts.length }, () => ''), ...parts]
    return {
      [`q-wagePeriod-${end}-day`]: day,
      [`q-wagePeriod-${end}-month`]: month,
      [`q-wagePeriod-${end}-year`]: year,
    }
  }
  return { ...fields('from', from), ...fields('to', to) }
}

describe('answers', () => {
  test('every question may be left empty', () => {
    for (const topic of data.topics) expect(parse(topic.id, {})).toEqual({ ok: true, value: {}, filled: {} })
  })

  test('are read by their types', () => {
    const typed = {
      'q-employer': ' ООО «Ромашка»\u0000 ',
      'q-wagePeriod-from-day': '1',
      'q-wagePeriod-from-month': '3',
      'q-wagePeriod-from-year': '26',
      'q-wagePeriod-to-day': '31',
      'q-wagePeriod-to-month': '5',
      'q-wagePeriod-to-year': '2026',
      'q-wageSum-amount': '125 000,50',
      'q-wageSum-currency': 'RUB',
      'q-peopleCount': '12',
      'q-noFoodHousing': 'yes',
      'q-proofs': ['chat', 'witness', 'chat'],
    }
    expect(parse('unpaid-wages', typed)).toMatchObject({
      ok: true,
      value: {
        employer: 'ООО «Ромашка»',
        wagePeriod: { from: '2026-03-01', to: '2026-05-31' },
        wageSum: { amount: 125_000.5, currency: 'RUB' },
        peopleCount: 12,
        noFoodHousing: 'yes',
        proofs: ['chat', 'witness'],
      },
    })
  })

  test.each([
    ['month and year are enough', '3.2026', '5.26', { from: '2026-03-01', to: '2026-05-31' }],
    ['so is the year', '2024', '2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['February ends with its last day', '2.2024', '2.2025', { from: '2024-02-01', to: '2025-02-28' }],
    ['a day and a month go together', '15.3.2026', '2026', { from: '2026-03-15', to: '2026-12-31' }],
    ['the end may stay open', '3.2026', '', { from: '2026-03-01', to: '' }],
    ['so may the beginning', '', '3.2026', { from: '', to: '2026-03-31' }],
  ])('of a period: %s', (_, from, to, wagePeriod) => {
    expect(parse('unpaid-wages', period(from, to))).toMatchObject({ ok: true, value: { wagePeriod } })
  })

  test.each([
    ['30.2.2026', '5.2026', 'Такого дня нет: 30 февраля 2026 года. Исправьте или оставьте пустым'],
    ['2.2026', '31.4.2026', 'Такого дня нет: 31 апреля 2026 года. Исправьте или оставьте пустым'],
    ['5.2026', '3.2026', 'Конец периода раньше начала'],
    ['13.2026', '', 'Можно оставить пустым'],
    ['15.3.', '', 'Можно оставить пустым'],
  ])('of the period %s – %s is said what is wrong with it', (from, to, words) => {
    const parsed = parse('unpaid-wages', period(from, to))
    expect(parsed.ok ? [] : parsed.errors.map(({ message }) => message.ru)).toEqual([expect.stringContaining(words)])
  })

  test('a day that no calendar has is called by its name, in every language', () => {
    const typed = { 'q-entryDate-day': '30', 'q-entryDate-month': '2', 'q-entryDate-year': '2011' }
    const parsed = parse('stay-registration', typed)
    expect(parsed.ok ? undefined : parsed.errors[0]?.message).toEqual({
      ky: 'Мындай күн жок: 2011-\u2060жылдын 30-\u2060февралы. Оңдоңуз же бош калтырыңыз',
      ru: 'Такого дня нет: 30 февраля 2011 года. Исправьте или оставьте пустым',
      en: 'There is no such day: 30 February 2011. Correct it, or leave it empty',
    })
  })

  test('a day with a time is kept on the person’s clock, without a time from its first minute', () => {
    const court = (time: string) =>
      parse('detention-deportation', {
        'q-courtDate-day': '16',
        'q-courtDate-month': '6',
        'q-courtDate-year': '2026',
        'q-courtDate-time': time,
      })
    expect(court('9.30')).toMatchObject({ value: { courtDate: '2026-06-16T09:30' } })
    expect(court('')).toMatchObject({ value: { courtDate: '2026-06-16T00:00' } })
    expect(court('25:00')).toMatchObject({ ok: false, errors: [{ field: 'q-courtDate' }] })
  })

  test('one whose condition is not met is dropped, right or wrong', () => {
    const typed = {
      'q-contractType': 'oral',
      'q-contractEnd-day': '99',
      'q-contractEnd-month': 'x',
      'q-contractEnd-year': '',
    }
    expect(parse('contract-conditions', typed)).toMatchObject({ ok: true, value: { contractType: 'oral' } })
    expect(parse('contract-conditions', { ...typed, 'q-contractType': 'employment' })).toMatchObject({
      ok: false,
      errors: [{ field: 'q-contractEnd' }],
    })
  })

  test.each([
    ['unpaid-wages', { 'q-peopleCount': '-1' }, 'q-peopleCount'],
    ['unpaid-wages', { 'q-peopleCount': '1e9' }, 'q-peopleCount'],
    ['unpaid-wages', { 'q-wageSum-amount': '12', 'q-wageSum-currency': 'XXX' }, 'q-wageSum'],
    ['unpaid-wages', { 'q-wageSum-amount': '1,2,3' }, 'q-wageSum'],
    ['unpaid-wages', { 'q-noFoodHousing': 'maybe' }, 'q-noFoodHousing'],
    ['unpaid-wages', { 'q-proofs': ['chat', 'other'] }, 'q-proofs'],
    ['unpaid-wages', { 'q-employer': 'я'.repeat(1001) }, 'q-employer'],
    ['unpaid-wages', { 'q-wagePeriod-from-day': '1' }, 'q-wagePeriod'],
    [
      'stay-registration',
      { 'q-entryDate-day': '30', 'q-entryDate-month': '2', 'q-entryDate-year': '2026' },
      'q-entryDate',
    ],
    ['lost-passport', { 'q-nearestMission': 'mission-kz-astana' }, 'q-nearestMission'],
    ['entry-ban', { 'q-banCountry': 'XX' }, 'q-banCountry'],
  ])('%s: %j is refused at its field', (topic, typed, field) => {
    expect(parse(topic, typed)).toMatchObject({ ok: false, errors: [{ field }] })
  })

  test('whatever is posted, only answers to asked questions come out', () => {
    const names = data.topics.flatMap(({ triageQuestions }) => triageQuestions.map((id) => `q-${id}`))
    const bodies = record({
      topic: constantFrom(...data.topics.map(({ id }) => id)),
      body: dictionary(
        constantFrom(...names, ...names.map((name) => `${name}-day`), '__proto__'),
        option(string({ unit: 'binary' })),
      ),
    })
    assert(
      property(bodies, ({ topic, body }) => {
        const parsed = parse(topic, body)
        const answered = parsed.ok ? Object.keys(parsed.value) : []
        expect(idsOf(topic)).toEqual(expect.arrayContaining(answered))
      }),
      { numRuns: 300 },
    )
  })
})
