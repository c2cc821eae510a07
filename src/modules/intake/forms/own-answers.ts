import { filledFrom, type Filled, type FormError, type Parsed } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import { dayNamed } from '#src/modules/intake/rules/day-names.ts'
import type { Answer, Answers, ReadingMoment } from '#src/modules/appeals/index.ts'
import { nameOf } from '#src/modules/intake/rules/field-names.ts'
import { inReadingOrder, isOpen, type OwnQuestion } from '#src/modules/intake/rules/own-questions.ts'
import {
  cleanText,
  readAmount,
  readCount,
  readDay,
  readEnd,
  readTime,
  type DayParts,
  type Reading,
} from '#src/modules/intake/rules/readings.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'

const MAX_TEXT = 1000

/**
 * Answers to the topic's own questions, all of which may be left empty. A question whose condition is not met is not looked
 * at: whatever was typed there is dropped, right or wrong.
 */
export function parseOwnAnswers(
  questions: readonly OwnQuestion[],
  { currencies, moment }: { readonly currencies: readonly string[]; readonly moment: ReadingMoment },
  body: unknown,
): Parsed<Answers> {
  const filled = filledFrom(body)
  const answers: Record<string, Answer> = {}
  const errors: FormError[] = []
  for (const one of inReadingOrder(questions)) {
    if (!isOpen(one, answers, moment)) continue
    const found = readAnswer(one, filled, currencies)
    if (found.is === 'read') answers[one.question.id] = found.value
    if (found.is === 'wrong') errors.push({ field: nameOf(one), message: found.message })
  }
  return errors.length > 0 ? { ok: false, errors, filled } : { ok: true, value: answers, filled }
}

type Found = { is: 'empty' } | { is: 'wrong'; message: Text } | { is: 'read'; value: Answer }

const orElse = (reading: Reading<Answer>, message: Text): Found =>
  reading.is === 'wrong' ? { is: 'wrong', message } : reading.is === 'read' ? reading : { is: 'empty' }

function readAnswer(one: OwnQuestion, filled: Filled, currencies: readonly string[]): Found {
  const name = nameOf(one)
  switch (one.question.type) {
    case 'yesno':
    case 'choice':
    case 'country':
    case 'mission':
      return readChoice(one, oneOf(filled, name))
    case 'multi':
      return readMany(one, [filled[name] ?? []].flat())
    case 'text':
      return readText(oneOf(filled, name))
    case 'number':
      return orElse(readCount(oneOf(filled, name)), t.countWrong)
    case 'date':
      return readOneDay(dayParts(filled, name))
    case 'datetime':
      return readMoment(filled, name)
    case 'daterange':
      return readRange(filled, name)
    case 'money':
      return readMoney(filled, name, currencies)
    case 'file':
      return { is: 'empty' }
  }
}

/** 30 February is called by its name. */
const dayWrong = ({ noSuchDay }: Extract<Reading<unknown>, { is: 'wrong' }>, otherwise: Text): Found => ({
  is: 'wrong',
  message: noSuchDay ? t.noSuchDay(dayNamed(noSuchDay)) : otherwise,
})

const oneOf = (filled: Filled, name: string): string => {
  const value = filled[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

const dayParts = (filled: Filled, name: string) => ({
  day: oneOf(filled, `${name}-day`),
  month: oneOf(filled, `${name}-month`),
  year: oneOf(filled, `${name}-year`),
})

function readChoice({ options }: OwnQuestion, id: string): Found {
  if (id === '') return { is: 'empty' }
  return options.some((option) => option.id === id)
    ? { is: 'read', value: id }
    : { is: 'wrong', message: t.choiceWrong }
}

function readMany({ options }: OwnQuestion, ids: readonly string[]): Found {
  const chosen = [...new Set(ids.filter((id) => id !== ''))]
  if (chosen.length === 0) return { is: 'empty' }
  const isKnown = chosen.every((id) => options.some((option) => option.id === id))
  return isKnown ? { is: 'read', value: chosen } : { is: 'wrong', message: t.choiceWrong }
}

function readText(typed: string): Found {
  const value = cleanText(typed)
  if (value === '') return { is: 'empty' }
  return value.length <= MAX_TEXT ? { is: 'read', value } : { is: 'wrong', message: t.textWrong }
}

function readOneDay(parts: DayParts): Found {
  const day = readDay(parts)
  return day.is === 'wrong' ? dayWrong(day, t.dateWrong) : day
}

// Without a time the day's first minute is meant: what is urgent should not look less so.
function readMoment(filled: Filled, name: string): Found {
  const day = readDay(dayParts(filled, name))
  const time = readTime(oneOf(filled, `${name}-time`))
  if (day.is === 'wrong') return dayWrong(day, t.dateWrong)
  if (day.is === 'empty' && time.is !== 'empty') return { is: 'wrong', message: t.dateWrong }
  if (time.is === 'wrong') return { is: 'wrong', message: t.timeWrong }
  if (day.is === 'empty') return day
  return { is: 'read', value: `${day.value}T${time.is === 'read' ? time.value : '00:00'}` }
}

/** Either end may stay open: then it is kept as ''. */
function readRange(filled: Filled, name: string): Found {
  const from = readEnd(dayParts(filled, `${name}-from`), 'first')
  const to = readEnd(dayParts(filled, `${name}-to`), 'last')
  if (from.is === 'wrong') return dayWrong(from, t.rangeWrong)
  if (to.is === 'wrong') return dayWrong(to, t.rangeWrong)
  if (from.is === 'empty' && to.is === 'empty') return { is: 'empty' }
  if (from.is === 'read' && to.is === 'read' && from.value > to.value) return { is: 'wrong', message: t.rangeBackwards }
  return { is: 'read', value: { from: from.is === 'read' ? from.value : '', to: to.is === 'read' ? to.value : '' } }
}

function readMoney(filled: Filled, name: string, currencies: readonly string[]): Found {
  const amount = readAmount(oneOf(filled, `${name}-amount`))
  const currency = oneOf(filled, `${name}-currency`)
  if (amount.is === 'empty') return amount
  const isRight = amount.is === 'read' && currencies.includes(currency)
  return isRight ? { is: 'read', value: { amount: amount.value, currency } } : { is: 'wrong', message: t.amountWrong }
}
