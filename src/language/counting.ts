import type { CountedStep } from '#src/kernel/counting.ts'
import { daysBetween, yearOf, type IsoDay } from '#src/kernel/iso-day.ts'
import { inEach, type Lang, type Text } from '#src/kernel/lang.ts'
import { dayInWords, daysInFull, daysInWords } from './dates.ts'
import { formatMinutes, formatWorkingDayCount } from './durations.ts'
import { counted, type Forms } from './plurals.ts'

/** One line of a counting as a page shows it. `days` names the days, `says` what they gave or why they gave nothing. */
export type CountingLine = { readonly days: string; readonly says: string; readonly isCounted: boolean }

const t = {
  holiday: { ky: 'иштебеген күн', ru: 'нерабочий день', en: 'day off' },
  weekend: { ky: 'дем алыш', ru: 'выходной', en: 'weekend' },
  shortened: { ky: 'кыскартылган күн', ru: 'сокращённый день', en: 'shortened day' },
  afterHours: { ky: 'жумуш убактысынан кийин', ru: 'после окончания рабочего дня', en: 'after working hours' },
  expected: { ky: 'болжолдуу', ru: 'предварительно', en: 'provisional' },
  pause: { ky: 'эсеп токтоп турду', ru: 'отсчёт был остановлен', en: 'the clock was paused' },
} satisfies Record<string, Text>

const inAll = (sum: string): Text => ({ ky: `бардыгы ${sum}`, ru: `всего ${sum}`, en: `${sum} in all` })

/** The arithmetic of a term in words, line by line: "2–5 June: 4 working days", "1–9 May: day off, May holidays"; years other than today's are named. */
export const countingInWords = (counting: readonly CountedStep[], lang: Lang, today: IsoDay): CountingLine[] =>
  counting.map((step) => ({
    days: daysOf(step, today)[lang],
    says: sayStep(step, lang),
    isCounted: step.amount > 0,
  }))

function daysOf({ from, to }: CountedStep, today: IsoDay): Text {
  if (from === to) return dayInWords(from, today)
  const isThisYear = yearOf(from) === yearOf(today) && yearOf(to) === yearOf(today)
  return isThisYear ? daysInWords(from, to) : daysInFull(from, to)
}

function sayStep(step: CountedStep, lang: Lang): string {
  const { why, mark } = step
  const paused = step.pausedMinutes > 0 ? formatMinutes(step.pausedMinutes, lang) : undefined
  const named = [mark?.name[lang], mark?.isProvisional ? t.expected[lang] : undefined]
  const stood = paused === undefined ? [] : [`${t.pause[lang]} ${paused}`]
  const parts = {
    weekend: () => [t.weekend[lang]],
    afterHours: () => [t.afterHours[lang]],
    pause: () => [t.pause[lang], paused],
    holiday: () => [t.holiday[lang], ...named],
    shortened: () => [amountOf(step, lang), t.shortened[lang], ...named, ...stood],
    worked: () => [amountOf(step, lang), ...named, ...stood],
    aroundTheClock: () => [amountOf(step, lang), ...stood],
  } satisfies Record<CountedStep['why'], () => (string | undefined)[]>
  return parts[why]()
    .filter((part) => part !== undefined)
    .join(', ')
}

/** "5 working days, 8 in all"; the sum is left out where it says nothing new. */
function amountOf({ unit, amount, total }: CountedStep, lang: Lang): string {
  const say = unit === 'day' ? formatWorkingDayCount : formatMinutes
  if (amount === total) return say(amount, lang)
  const sum = unit === 'day' ? String(total) : formatMinutes(total, lang)
  return `${say(amount, lang)} (${inAll(sum)[lang]})`
}

/**
 * The step that an extension adds to a counting: "+30 calendar days = Sunday 10 January, a day off; the last working day
 * before it is Friday 8 January".
 */
export function extensionInWords(
  { from, to, due }: { readonly from: IsoDay; readonly to: IsoDay; readonly due: IsoDay },
  today: IsoDay,
): Text {
  const by = counted(daysBetween(from, to), calendarDays)
  const [end, last] = [dayInWords(to, today), dayInWords(due, today)]
  if (to === due) return inEach((lang) => `+${by[lang]} = ${end[lang]}`)
  return {
    ky: `+${by.ky} = ${end.ky}, иштебеген күн; ага чейинки акыркы жумушчу күн: ${last.ky}`,
    ru: `+${by.ru} = ${end.ru}, нерабочий день; последний рабочий день до него: ${last.ru}`,
    en: `+${by.en} = ${end.en}, a day off; the last working day before it: ${last.en}`,
  }
}

const calendarDays: Forms = {
  ky: 'календардык күн',
  ru: ['календарный день', 'календарных дня', 'календарных дней'],
  en: ['calendar day', 'calendar days'],
}
