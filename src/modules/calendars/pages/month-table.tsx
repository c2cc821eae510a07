import type { Lang } from '#src/kernel/lang.ts'
import { monthNames, timeOfDay, weekdayNames } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import type { DayCell, Week } from '../rules/year.ts'
import { calendarTexts as t, kindNames, weekdayLetters } from '../texts.ts'

type Props = {
  readonly lang: Lang
  readonly country: string
  /** 0 is January. */
  readonly month: number
  readonly weeks: readonly Week[]
  /** In an unpublished year all is provisional, and the page says so once. */
  readonly isYearPublished: boolean
}

/**
 * One month of the picture. What colour says is said by a sign, too, and in words to who hears it. Where seven days do not
 * fit beside each other, the marked ones stand below each other with their words.
 */
export const MonthTable = ({ lang, country, month, weeks, isYearPublished }: Props) => (
  <table class={weeks.flat().some((cell) => cell?.mark) ? 'mek-month' : 'mek-month mek-month--plain'}>
    <caption class="mek-month__name">{monthNames[lang][month]}</caption>
    <thead>
      <tr>
        {weekdayLetters[lang].map((letters, place) => (
          <th scope="col" abbr={weekdayNames[lang][place]}>
            {letters}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeks.map((week) => (
        <tr>
          {week.map((cell) =>
            cell ? <Day lang={lang} country={country} cell={cell} isYearPublished={isYearPublished} /> : <td />,
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

type DayProps = Pick<Props, 'lang' | 'country' | 'isYearPublished'> & { readonly cell: DayCell }

const Day = ({ lang, country, cell, isYearPublished }: DayProps) => {
  const { mark } = cell
  const isDoubtful = mark !== undefined && cell.isProvisional && isYearPublished
  const words = wordsOf(cell, lang)
  const inner = (
    <>
      {cell.date}
      {words !== '' && <span class="mek-month__words">, {words}</span>}
      <span class="mek-month__sign" aria-hidden="true">
        {signOf(cell)}
        {isDoubtful && '?'}
      </span>
    </>
  )
  return (
    <td
      class={`mek-month__day mek-month__day--${mark && cell.kind === 'worked' ? 'named' : cell.kind}${mark ? ' mek-month__day--marked' : ''}`}
    >
      {mark ? <a href={paths.staffCalendarMark(country, cell.day, mark.holidayId)}>{inner}</a> : inner}
    </td>
  )
}

const signs = { holiday: '×', weekend: '', named: '·' }

// A shortened day shows when it ends.
function signOf({ kind, mark, endsAt }: DayCell): string {
  if (kind === 'shortened') return endsAt === undefined ? '' : timeOfDay(endsAt)
  if (kind === 'worked') return mark ? signs.named : ''
  return signs[kind]
}

function wordsOf({ kind, mark, isProvisional }: DayCell, lang: Lang): string {
  if (kind === 'weekend') return t.weekend[lang]
  if (!mark) return ''
  return [kindNames[mark.kind][lang], mark.name[lang], ...(isProvisional ? [t.provisional[lang]] : [])].join(', ')
}

export const Legend = ({ lang }: { readonly lang: Lang }) => (
  <ul class="govuk-list mek-legend" aria-label={t.legend[lang]}>
    <li>
      <span class="mek-legend__day mek-month__day--holiday">{signs.holiday}</span> {kindNames.nonWorking[lang]}
    </li>
    <li>
      <span class="mek-legend__day mek-month__day--weekend" /> {t.weekend[lang]}
    </li>
    <li>
      <span class="mek-legend__day mek-month__day--shortened">17:00</span> {kindNames.shortened[lang]}
    </li>
    <li>
      <span class="mek-legend__day mek-month__day--named">{signs.named}</span> {kindNames.working[lang]}
    </li>
    <li>
      <span class="mek-legend__day">?</span> {t.provisional[lang]}
    </li>
  </ul>
)
