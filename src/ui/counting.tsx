import type { CountedStep } from '#src/kernel/counting.ts'
import type { Lang, Text, Texts } from '#src/kernel/lang.ts'
import { dayInFigures, dayInWords } from '#src/language/dates.ts'
import { usePageLang } from './page-lang.tsx'

const t = {
  weekend: { ky: 'дем алыш', ru: 'выходные', en: 'weekend' },
  holiday: { ky: 'майрам, эсептелбейт', ru: 'праздник, не считается', en: 'holiday, not counted' },
  pause: {
    ky: 'сиздин жообуңузду күттүк, эсептелбейт',
    ru: 'ждали ответа, не считается',
    en: 'waiting for the reply, not counted',
  },
  afterHours: { ky: 'жумуш убактысынан тышкары', ru: 'вне рабочего времени', en: 'outside working hours' },
  shortened: { ky: 'кыскартылган күн', ru: 'сокращённый день', en: 'shortened day' },
  expected: { ky: 'алдын ала', ru: 'предварительно', en: 'provisional' },
  days: (count: number, total: number) => ({
    ky: `${count} жумушчу күн, баары ${total}`,
    ru: `рабочих дней: ${count}, всего ${total}`,
    en: `working days: ${count}, ${total} in all`,
  }),
  time: (count: string, total: string) => ({
    ky: `${count}, баары ${total}`,
    ru: `${count}, всего ${total}`,
    en: `${count}, ${total} in all`,
  }),
  hoursAndMinutes: (hours: number, minutes: number) => ({
    ky: `${hours} саат ${minutes} мүн`,
    ru: `${hours} ч ${minutes} мин`,
    en: `${hours} h ${minutes} min`,
  }),
} satisfies Texts

/** The arithmetic of a deadline, line by line: which days counted, which did not and why, and the running total. */
export const Counting = ({ steps }: { steps: readonly CountedStep[] }) => {
  const lang = usePageLang()
  return (
    <ol class="mek-counting">
      {steps.map((step) => (
        <li class={step.amount > 0 ? 'mek-counting__step mek-counting__step--counted' : 'mek-counting__step'}>
          <span class="mek-counting__days">{daysOf(step)[lang]}</span> <span>{wordsOf(step, lang)}</span>
        </li>
      ))}
    </ol>
  )
}

function daysOf({ from, to }: CountedStep): Text {
  if (from === to) return dayInWords(from)
  const [first, last] = [dayInFigures(from), dayInFigures(to)]
  return { ky: `${first.ky} – ${last.ky}`, ru: `${first.ru} – ${last.ru}`, en: `${first.en} – ${last.en}` }
}

function wordsOf(step: CountedStep, lang: Lang): string {
  const { why, mark, amount, total, unit, pausedMinutes } = step
  const reason = why === 'worked' || why === 'aroundTheClock' ? undefined : t[why][lang]
  const name = mark && why !== 'pause' ? mark.name[lang] : undefined
  const counted =
    amount > 0
      ? unit === 'day'
        ? t.days(amount, total)[lang]
        : t.time(time(amount, lang), time(total, lang))[lang]
      : undefined
  const waited = pausedMinutes > 0 && why === 'pause' ? time(pausedMinutes, lang) : undefined
  const expected = mark?.isProvisional ? t.expected[lang] : undefined
  return [counted, reason, name, waited, expected].filter((part) => part !== undefined).join(' · ')
}

const time = (minutes: number, lang: Lang) =>
  t.hoursAndMinutes(Math.floor(minutes / 60), Math.round(minutes % 60))[lang]
