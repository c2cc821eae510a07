import type { CountedStep } from '#src/kernel/counting.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import { daysInWords } from './dates.ts'
import { formatMinutes, formatWorkingDayCount } from './durations.ts'

/** One line of a counting as a page shows it. `days` names the days, `says` what they gave or why they gave nothing. */
export type CountingLine = { readonly days: string; readonly says: string; readonly isCounted: boolean }

const t = {
  holiday: { ky: 'иштебеген күн', ru: 'нерабочий день', en: 'day off' },
  weekend: { ky: 'дем алыш', ru: 'выходной', en: 'weekend' },
  shortened: { ky: 'кыскартылган күн', ru: 'сокращённый день', en: 'shortened day' },
  afterHours: { ky: 'жумуш убактысынан кийин', ru: 'после окончания рабочего дня', en: 'after working hours' },
  pause: { ky: 'эсеп токтоп турду', ru: 'отсчёт был остановлен', en: 'the clock stood still' },
} satisfies Record<string, Text>

const inAll = (sum: string): Text => ({ ky: `бардыгы ${sum}`, ru: `всего ${sum}`, en: `${sum} in all` })

/** The arithmetic of a term in words, line by line: "2–5 June: 4 working days", "1–9 May: day off, May holidays". */
export const countingInWords = (counting: readonly CountedStep[], lang: Lang): CountingLine[] =>
  counting.map((step) => ({
    days: daysInWords(step.from, step.to)[lang],
    says: sayStep(step, lang),
    isCounted: step.amount > 0,
  }))

function sayStep(step: CountedStep, lang: Lang): string {
  const { why, mark } = step
  const name = mark ? [mark.name[lang]] : []
  const paused = step.pausedMinutes > 0 ? [formatMinutes(step.pausedMinutes, lang)] : []
  if (why === 'pause') return [t.pause[lang], ...paused].join(', ')
  if (why === 'weekend' || why === 'afterHours') return t[why][lang]
  if (why === 'holiday') return [t.holiday[lang], ...name].join(', ')
  const stood = step.pausedMinutes > 0 ? [`${t.pause[lang]} ${paused.join()}`] : []
  const kind = why === 'shortened' ? [t.shortened[lang], ...name] : name
  return [amountOf(step, lang), ...kind, ...stood].join(', ')
}

/** "5 working days, 8 in all"; the sum is left out where it says nothing new. */
function amountOf({ unit, amount, total }: CountedStep, lang: Lang): string {
  const say = unit === 'day' ? formatWorkingDayCount : formatMinutes
  if (amount === total) return say(amount, lang)
  const sum = unit === 'day' ? String(total) : formatMinutes(total, lang)
  return `${say(amount, lang)} (${inAll(sum)[lang]})`
}
