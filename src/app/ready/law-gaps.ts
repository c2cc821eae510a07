import type { Calendar } from '#src/kernel/calendar.ts'
import { addDays, yearOf, type IsoDay } from '#src/kernel/iso-day.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { addWorkingDays } from '#src/kernel/working-time.ts'
import { statutoryTerm, type Catalogue, type DeadlineRule } from '#src/modules/catalogue/index.ts'
import { needsLegalReview } from '#src/modules/catalogue/rules/deadline-rules.ts'
import { paths } from '#src/paths.ts'
import { gapsIn, some, type Gap } from './gap.ts'
import { uncertainIn, uncertainTexts } from './uncertain-texts.ts'

const { must, should } = gapsIn('Law and language')

/** What no lawyer has read, what no editor is sure of, and years whose holidays nobody has published. */
export const lawGaps = (data: Catalogue, calendar: Calendar, now: Date): Gap[] => [
  ...reviewGaps(data),
  ...calendarGaps(data, calendar, now),
  ...languageGaps(data),
]

function reviewGaps({ rules, urgencyLevels, settings }: Catalogue): Gap[] {
  const counting = new Set(urgencyLevels.flatMap(({ statutory }) => [statutory.registration, statutory.answer]))
  const unread = rules.filter(needsLegalReview).map(({ id }) => id)
  const shown = unread.filter((id) => counting.has(id))
  const others = unread.filter((id) => !counting.has(id))
  const open = rules.filter(({ id }) => counting.has(id)).flatMap(openQuestions)
  const remedy = 'Have a lawyer check it; write date and office into legalReview in catalogue/deadline-rules.json.'
  return [
    ...must(shown.length > 0, () => ({
      what: `Rules by which people’s terms are counted, and no lawyer has read (${some(shown)}).`,
      remedy,
    })),
    ...must(settings.privacy.legalReview === 'required', () => ({
      what: 'The privacy notice, which no lawyer has read.',
      remedy: 'Have a lawyer check it; write date and office into privacy.legalReview in catalogue/settings.json.',
    })),
    ...should(open.length > 0, () => ({
      what: `What nobody has read in the law behind those rules (${open.join(', ')}).`,
      remedy: 'Ask the lawyer; fill calc of the rule in catalogue/deadline-rules.json, with its source.',
    })),
    ...should(others.length > 0, () => ({ what: `Other rules that no lawyer has read (${some(others)}).`, remedy })),
  ]
}

/** "kg-appeal-answer transfer.amount": nobody has read it in the law, or only heard of it. */
function openQuestions({ id, versions }: DeadlineRule): string[] {
  const unknown = (value: unknown, path: string): string[] => {
    if (value === null) return [`${id} ${path}`]
    if (typeof value !== 'object') return []
    if ('confidence' in value && value.confidence === 'low') return [`${id} ${path}`]
    return Object.entries(value).flatMap(([key, inner]) => unknown(inner, path === '' ? key : `${path}.${key}`))
  }
  return versions.filter((one) => one.status === 'inForce' && one.enabled).flatMap(({ calc }) => unknown(calc, ''))
}

function calendarGaps(data: Catalogue, calendar: Calendar, now: Date): Gap[] {
  const ends = yearOf(longestTermFrom(data, calendar, dayAt(calendar.timeZone, now)))
  const { lastPublishedYear } = calendar
  return should(lastPublishedYear === undefined || lastPublishedYear < ends, () => ({
    what: `Terms that begin today end in ${ends}, and holidays are published up to ${lastPublishedYear ?? 'no year'}.`,
    remedy: `When the government has named its days off, publish the year at ${paths.staffCalendars()}.`,
  }))
}

/** The last day that anything begun on this day can be due: registered late, extended, or our own longest promise. */
function longestTermFrom({ urgencyLevels, rule }: Catalogue, calendar: Calendar, today: IsoDay): IsoDay {
  const ends = urgencyLevels.map(({ statutory, targetSolve }) => {
    const terms = [statutory.registration, statutory.answer].flatMap((id) => {
      const found = rule(id)
      return (found && statutoryTerm(found, today)) ?? []
    })
    const own = targetSolve.unit === 'workingDay' ? targetSolve.value : 0
    const days = Math.max(
      own,
      terms.reduce((sum, term) => sum + term.workingDays + extensionOf(term, 'workingDay'), 0),
    )
    const calendarDays = terms.reduce((sum, term) => sum + extensionOf(term, 'calendarDay'), 0)
    return addDays(addWorkingDays(calendar, today, days).day, calendarDays)
  })
  return ends.toSorted().at(-1) ?? today
}

type Term = NonNullable<ReturnType<typeof statutoryTerm>>
const extensionOf = ({ extension }: Term, unit: 'workingDay' | 'calendarDay') =>
  extension?.unit === unit ? extension.amount : 0

function languageGaps(data: Catalogue): Gap[] {
  const ours = uncertainTexts()
  const words = uncertainIn(data)
  return [
    ...should(ours.length > 0, () => ({
      what: `Texts of pages and letters whose Kyrgyz an editor must check (${some(ours)}).`,
      remedy: 'Mend them in the file, and take the name out of its kyUncertain.',
    })),
    ...should(words.length > 0, () => ({
      what: `Texts of the catalogue whose Kyrgyz an editor must check (${some(words)}).`,
      remedy: 'Look for "kyUncertain" in catalogue/*.json; mend the text and take the mark out.',
    })),
  ]
}
