import { parseIsoDay } from '#src/kernel/iso-day.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import { dayInFigures } from '#src/language/dates.ts'
import { formatMoney, formatNumber } from '#src/language/numbers.ts'
import type { Answer } from './answers.ts'

type Option = { readonly id: string; readonly name: Text }

/** An answer as a person reads it back. `options`: those of its question, whatever kind of thing they are. */
export function answerInWords(answer: Answer, options: readonly Option[], lang: Lang): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'number') return formatNumber(answer, lang)
  if (typeof answer === 'string') return textInWords(answer, options, lang)
  if ('amount' in answer) return formatMoney(answer.amount, answer.currency, lang)
  if ('from' in answer) return `${textInWords(answer.from, [], lang)} – ${textInWords(answer.to, [], lang)}`
  return answer.map((one) => textInWords(one, options, lang)).join(', ')
}

function textInWords(text: string, options: readonly Option[], lang: Lang): string {
  const option = options.find(({ id }) => id === text)
  if (option) return option.name[lang]
  const [day = '', time] = text.split('T')
  const found = options.length === 0 && day.length === 10 ? parseIsoDay(day) : undefined
  if (found === undefined) return text
  return time === undefined ? dayInFigures(found)[lang] : `${dayInFigures(found)[lang]}, ${time}`
}
