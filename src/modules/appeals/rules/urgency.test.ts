import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import type { Answer, Answers, ReadingMoment } from './answers.ts'
import { askedQuestions, isAsked, keepAsked, meets } from './conditions.ts'
import { evaluateUrgency, isMoreUrgent, judge, levelOf, moreUrgentOf } from './urgency.ts'

const law = loadCatalogue('catalogue')
const moment: ReadingMoment = { now: new Date('2026-06-15T04:00:00Z'), timeZone: 'Europe/Moscow', today: '2026-06-15' }
const facts = { country: 'RU', citizenship: 'KG', inDanger: false, onBehalf: false, safeContact: undefined }
const topicOf = (id: string) => {
  const topic = law.topic(id)
  if (!topic) throw new Error(id)
  return topic
}
const judged = (topicId: string, answers: Answers, given = facts) =>
  judge(law, topicOf(topicId), given, answers, moment)

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom('yes', 'no', 'hospital', 'death', 'pressured', 'KG', '', '2026-06-16', '2026-06-16T10:00'),
  fc.integer({ min: -5, max: 100 }),
  fc.boolean(),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom('beating', 'raid', 'none')),
  fc.record({ from: fc.string(), to: fc.string() }),
  fc.record({ amount: fc.integer(), currency: fc.constant('KGS') }),
)
const anyAnswers = fc.dictionary(fc.constantFrom(...law.questions.keys()), anyAnswer)

test('answers only ever raise the urgency, never below the topic’s default and minimum', () => {
  fc.assert(
    fc.property(fc.constantFrom(...law.topics), anyAnswers, (topic, answers) => {
      const { urgency, fired } = judge(law, topic, facts, answers, moment)
      expect(isMoreUrgent(topic.defaultUrgency, urgency)).toBe(false)
      expect(isMoreUrgent(topic.minimumUrgency ?? 'low', urgency)).toBe(false)
      expect(urgency).toBe(fired.map(({ to }) => to).reduce(moreUrgentOf))
    }),
  )
})

test('one answer more never lowers it where all questions are asked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...law.topics),
      anyAnswers,
      fc.constantFrom(...law.questions.keys()),
      (topic, answers, id) => {
        const asked = askedQuestions(law, topic)
        const fewer = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id))
        const [more, less] = [answers, fewer].map((given) => evaluateUrgency(topic, asked, given, moment).urgency)
        expect(isMoreUrgent(less ?? 'low', more ?? 'low')).toBe(false)
      },
    ),
  )
})

test('ten unpaid people are critical, and the rule that said so is named', () => {
  expect(judged('unpaid-wages', { peopleCount: 9 }).urgency).toBe('high')
  const { urgency, fired } = judged('unpaid-wages', { peopleCount: '10' })
  expect(urgency).toBe('critical')
  expect(fired).toContainEqual({ by: 'topic', to: 'critical', question: 'peopleCount', op: '>=' })
})

test('danger makes every topic critical', () => {
  for (const topic of law.topics)
    expect(judge(law, topic, { ...facts, inDanger: true }, {}, moment).urgency).toBe('critical')
})

test('a flight within 72 hours of the person’s own clock is critical, one later is not, one that is over counts too', () => {
  const urgencyAt = (flightDate: string) => judged('lost-passport', { hasTicket: 'yes', flightDate }).urgency
  // It is 7:00 in Moscow.
  expect(urgencyAt('2026-06-18T07:00')).toBe('critical')
  expect(urgencyAt('2026-06-18T07:01')).toBe('high')
  expect(urgencyAt('2026-06-18T04:00:00Z')).toBe('critical')
  expect(urgencyAt('2026-06-14T12:00')).toBe('critical')
  expect(urgencyAt('tomorrow')).toBe('high')
})

test('a registration that runs out within six days is high', () => {
  expect(judged('stay-registration', { regUntil: '2026-06-21' }).urgency).toBe('high')
  expect(judged('stay-registration', { regUntil: '2026-06-22' }).urgency).toBe('normal')
  expect(judged('stay-registration', { regUntil: '2026-02-31' }).urgency).toBe('normal')
})

test('an answer to a question that is not asked is dropped, and what hung on it too', () => {
  expect(judged('lost-passport', { hasTicket: 'no', flightDate: '2026-06-16T07:00' })).toMatchObject({
    own: { hasTicket: 'no' },
    urgency: 'high',
  })
  const asked = askedQuestions(law, topicOf('children'))
  const kept = keepAsked(asked, { schoolRefused: 'no', schoolRefusal: 'because', childAge: 7 }, moment)
  expect(kept).toEqual({ schoolRefused: 'no', childAge: 7 })
})

test('a condition on a question that the topic does not ask is skipped', () => {
  const hospital = law.question('hospital')
  if (!hospital) throw new Error('hospital')
  expect(isAsked(hospital, {}, askedQuestions(law, topicOf('health')), moment)).toBe(true)
  expect(isAsked(hospital, {}, askedQuestions(law, topicOf('work-accident')), moment)).toBe(false)
  expect(isAsked(hospital, { injury: 'hospital' }, askedQuestions(law, topicOf('work-accident')), moment)).toBe(true)
})

test('without an answer no condition is met, not even "is not"', () => {
  for (const answer of [undefined, ''])
    expect(meets({ question: 'country', op: '!=', value: 'KG' }, answer, moment)).toBe(false)
  expect(meets({ question: 'country', op: '!=', value: 'KG' }, 'RU', moment)).toBe(true)
  expect(meets({ question: 'violenceKind', op: 'in', value: ['beating'] }, ['raid', 'beating'], moment)).toBe(true)
  expect(meets({ question: 'inDanger', op: '=', value: 'yes' }, true, moment)).toBe(true)
})

test('a sensitive topic, danger or the wish protects', () => {
  const level = (topicId: string, inDanger = false, wantsProtection = false) =>
    levelOf(topicOf(topicId), { inDanger, wantsProtection })
  expect(level('unpaid-wages')).toBe('ordinary')
  expect(level('unpaid-wages', true)).toBe('protected')
  expect(level('unpaid-wages', false, true)).toBe('protected')
  expect(level('trafficking')).toBe('protected')
})
