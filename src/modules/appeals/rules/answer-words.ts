import { parseIsoDay } from '#src/kernel/iso-day.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import { dayInFigures } from '#src/language/dates.ts'
import { formatMoney, formatNumber } from '#src/language/numbers.ts'
import type { Catalogue, Question } from '#src/modules/catalogue/index.ts'
import type { Appeal } from './appeal.ts'
import type { Answer, Answers } from './answers.ts'

type Option = { readonly id: string; readonly name: Text }

/** An answer as a person reads it back. `options`: those of its question, whatever kind of thing they are. */
export function answerInWords(answer: Answer, options: readonly Option[], lang: Lang): string {
  if (typeof answer === 'boolean') return textInWords(answer ? 'yes' : 'no', options, lang)
  if (typeof answer === 'number') return formatNumber(answer, lang)
  if (typeof answer === 'string') return textInWords(answer, options, lang)
  if ('amount' in answer) return formatMoney(answer.amount, answer.currency, lang)
  if ('from' in answer) return [answer.from, answer.to].map((day) => textInWords(day, [], lang) || '…').join(' – ')
  return answer.map((one) => textInWords(one, options, lang)).join(', ')
}

export type AnsweredQuestion = { readonly question: string; readonly answer: string }

/** What was answered to the topic's own questions, in the order the topic asks them. Answers to another topic's come last. */
export function ownAnswersInWords(
  { answers, topicId, onBehalf }: Pick<Appeal, 'answers' | 'topicId' | 'onBehalf'>,
  catalogue: Catalogue,
  lang: Lang,
): AnsweredQuestion[] {
  const order = catalogue.topic(topicId)?.triageQuestions ?? []
  const ids = [
    ...order.filter((id) => Object.hasOwn(answers, id)),
    ...Object.keys(answers).filter((id) => !order.includes(id)),
  ]
  return inWords(ids, answers, { catalogue, onBehalf, lang })
}

/** What every appeal is asked: for whom, where, which citizenship, in danger. A call for help is asked only where. */
export function commonAnswersInWords(appeal: Appeal, catalogue: Catalogue, lang: Lang): AnsweredQuestion[] {
  const { onBehalf, city, citizenship, inDanger, safeContact } = appeal
  const country = catalogue.country(appeal.country)?.name[lang] ?? appeal.country
  const asked = { onBehalf, city, citizenshipNow: citizenship, inDanger, safeContact }
  const given = Object.entries({ country, ...(appeal.channel === 'danger' ? {} : asked) })
  const answers = Object.fromEntries(given.filter((pair): pair is [string, string | boolean] => pair[1] !== undefined))
  const ids = catalogue.commonQuestions.filter((id) => Object.hasOwn(answers, id))
  return inWords(ids, answers, { catalogue, onBehalf, lang })
}

type Around = { readonly catalogue: Catalogue; readonly onBehalf: boolean; readonly lang: Lang }

function inWords(ids: readonly string[], answers: Answers, { catalogue, onBehalf, lang }: Around): AnsweredQuestion[] {
  return ids.flatMap((id) => {
    const [question, answer] = [catalogue.question(id), answers[id]]
    if (!question || answer === undefined) return []
    const asked = onBehalf && question.textOnBehalf ? question.textOnBehalf : question.text
    return [{ question: asked[lang], answer: answerInWords(answer, optionsOf(question, catalogue), lang) }]
  })
}

function optionsOf(question: Question, { yesNoOptions, countries, missions }: Catalogue): readonly Option[] {
  if (question.type === 'yesno') return yesNoOptions
  if (question.type === 'country') return countries.map(({ iso, name }) => ({ id: iso, name }))
  if (question.type === 'mission') return missions.map(({ id, city }) => ({ id, name: city }))
  return question.options ?? []
}

function textInWords(text: string, options: readonly Option[], lang: Lang): string {
  const option = options.find(({ id }) => id === text)
  if (option) return option.name[lang]
  const [day = '', time] = text.split('T')
  const found = options.length === 0 && day.length === 10 ? parseIsoDay(day) : undefined
  if (found === undefined) return text
  // A day without a time is kept from its first minute: nobody said midnight.
  return time === undefined || time === '00:00' ? dayInFigures(found)[lang] : `${dayInFigures(found)[lang]}, ${time}`
}
