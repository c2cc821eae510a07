import type { Lang } from '#src/kernel/lang.ts'
import { daysInFull, weekdayNames } from '#src/language/dates.ts'
import { formatMinutes } from '#src/language/durations.ts'
import { weekdays } from '#src/kernel/iso-day.ts'
import type { Mark, Patch, Settings } from '../rules/change.ts'
import { hoursByRun, sameHoursIn, type HoursRow } from '../rules/hours.ts'
import { runsOf, type MarkRun } from '../rules/runs.ts'
import { calendarTexts as t, kindNames } from '../texts.ts'

/** What a change did, a line for each thing. */
export function changeWords({ removed, added, settings }: Patch, lang: Lang): string[] {
  const lines = (title: string, marks: readonly Mark[]) =>
    runsOf(marks).map((run) => `${title}: ${markWords(run, lang)}`)
  return [
    ...lines(t.removed[lang], removed),
    ...lines(t.added[lang], added),
    ...(settings ? settingsWords(settings, lang) : []),
  ]
}

export const markWords = (run: MarkRun, lang: Lang): string =>
  [
    daysInFull(run.from, run.to)[lang],
    kindNames[run.kind][lang],
    run.name[lang],
    ...(run.isProvisional ? [t.provisional[lang]] : []),
  ].join(', ')

function settingsWords({ before, after }: { before: Settings; after: Settings }, lang: Lang): string[] {
  const hours = (title: string, settings: Settings) =>
    `${title}: ${hoursByRun(settings.hours)
      .map((row) => `${weekdaysOf(row, lang)} ${row.text === '' ? t.dayOff[lang] : row.text}`)
      .join('; ')}`
  const isSame = sameHoursIn(before.hours, after.hours)
  const year = (settings: Settings) => settings.lastPublishedYear ?? t.nothing[lang]
  return [
    ...(isSame ? [] : [hours(t.hoursBefore[lang], before), hours(t.hoursAfter[lang], after)]),
    ...(before.shortenedByMinutes === after.shortenedByMinutes
      ? []
      : [
          `${t.shortenedBy[lang]}: ${formatMinutes(before.shortenedByMinutes, lang)} → ${formatMinutes(after.shortenedByMinutes, lang)}`,
        ]),
    ...(before.lastPublishedYear === after.lastPublishedYear
      ? []
      : [`${t.publishedUntil[lang]}: ${year(before)} → ${year(after)}`]),
  ]
}

/** "Monday – Friday". */
export function weekdaysOf({ days }: HoursRow, lang: Lang): string {
  const names = [days.at(0), days.at(-1)].map((day) => (day ? (weekdayNames[lang][weekdays.indexOf(day)] ?? '') : ''))
  return [...new Set(names)].join(' – ')
}
