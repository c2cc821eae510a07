import type { Catalogue, Condition, Question, Topic } from '#src/modules/catalogue/index.ts'
import { parseIsoDay, addDays } from '#src/kernel/iso-day.ts'
import { dayAt, momentOf } from '#src/kernel/time-zone.ts'
import type { Answer, Answers, ReadingMoment } from './answers.ts'

type Questions = Pick<Catalogue, 'commonQuestions' | 'question'>

/** Ids of all questions an appeal on this topic may be asked: the common ones first, then the topic's own. */
export const askedQuestions = (catalogue: Questions, topic: Topic | undefined): readonly Question[] =>
  [...catalogue.commonQuestions, ...(topic?.triageQuestions ?? [])].flatMap((id) => catalogue.question(id) ?? [])

/**
 * Whether a question is asked, given the answers so far: all its conditions must be met. A condition on a question that is
 * not among `asked` (the topic does not ask it) is skipped.
 */
export const isAsked = (
  question: Pick<Question, 'showIf'>,
  answers: Answers,
  asked: readonly Pick<Question, 'id'>[],
  moment: ReadingMoment,
): boolean =>
  question.showIf.every(
    (condition) =>
      !asked.some(({ id }) => id === condition.question) || meets(condition, answers[condition.question], moment),
  )

/** Drops answers to questions that are not asked, in the questions' order: dropping one may un-ask the next. */
export function keepAsked(asked: readonly Question[], answers: Answers, moment: ReadingMoment): Answers {
  const kept: Record<string, Answer> = {}
  for (const question of asked) {
    const answer = answers[question.id]
    if (answer !== undefined && isAsked(question, kept, asked, moment)) kept[question.id] = answer
  }
  return kept
}

/** Without an answer, or with one of another shape, a condition is not met. */
export function meets(condition: Condition, answer: Answer | undefined, moment: ReadingMoment): boolean {
  if (answer === undefined || answer === '') return false
  const one = plain(answer)
  if (condition.op === 'in') return listed(answer).some((item) => condition.value.includes(item))
  if (condition.op === '>=') return Number(one ?? Number.NaN) >= condition.value
  if (condition.op === 'withinHours') return isWithinHours(answer, condition.value, moment)
  if (condition.op === 'withinDays') return isWithinDays(answer, condition.value, moment)
  return one !== undefined && (one === condition.value) === (condition.op === '=')
}

function plain(answer: Answer): string | undefined {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'string') return answer.trim()
  return typeof answer === 'number' ? String(answer) : undefined
}

function listed(answer: Answer): readonly string[] {
  if (Array.isArray(answer)) return answer.filter((one) => typeof one === 'string')
  const one = plain(answer)
  return one === undefined ? [] : [one]
}

const HOUR = 3_600_000

function isWithinHours(answer: Answer, hours: number, { now, timeZone }: ReadingMoment): boolean {
  const moment = typeof answer === 'string' ? readMoment(answer.trim(), timeZone) : undefined
  return moment !== undefined && moment.getTime() <= now.getTime() + hours * HOUR
}

function isWithinDays(answer: Answer, days: number, { timeZone, today }: ReadingMoment): boolean {
  if (typeof answer !== 'string') return false
  const moment = readMoment(answer.trim(), timeZone)
  const day = parseIsoDay(answer.trim()) ?? (moment && dayAt(timeZone, moment))
  return day !== undefined && day <= addDays(today, days)
}

/** "2026-03-05T14:30" stands on the person's own clock; with Z or an offset it is a moment by itself. */
function readMoment(text: string, timeZone: string): Date | undefined {
  const [, dayText = '', hour = '', minute = '', zone] =
    /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  const day = parseIsoDay(dayText)
  if (day === undefined) return undefined
  if (zone === undefined) return momentOf(timeZone, day, Number(hour) * 60 + Number(minute))
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time)
}
