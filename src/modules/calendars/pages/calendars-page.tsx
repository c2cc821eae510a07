import type { Calendar } from '#src/kernel/calendar.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { cityOf } from '#src/language/cities.ts'
import { momentInFigures } from '#src/language/dates.ts'
import { formatMinutes } from '#src/language/durations.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  NotificationBanner,
  StaffPage,
  SummaryList,
  Table,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { FormError } from '#src/kernel/form.ts'
import { hoursByRun } from '../rules/hours.ts'
import { summaryOf } from '../rules/year.ts'
import type { ChangeRow } from '../store.ts'
import { calendarTexts as t } from '../texts.ts'
import { changeWords, weekdaysOf } from './change-words.ts'

export type ShownCalendar = {
  readonly calendar: Calendar
  readonly name: string
  readonly years: readonly number[]
  /** The newest first. */
  readonly changes: readonly ChangeRow[]
}

type Props = {
  readonly page: PageContext
  readonly calendars: readonly ShownCalendar[]
  readonly errors: readonly FormError[]
  readonly isSaved: boolean
}

export const CalendarsPage = ({ page, calendars, errors, isSaved }: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'calendars')} hasErrors={errors.length > 0}>
      {isSaved && <NotificationBanner kind="success" heading={t.saved[lang]} />}
      <ErrorSummary errors={errors} targets={{ change: null }} />
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">{t.intro[lang]}</p>
      {calendars.map((shown) => (
        <section aria-labelledby={shown.calendar.country}>
          <h2 class="govuk-heading-m" id={shown.calendar.country}>
            {shown.name}
          </h2>
          <Years page={page} shown={shown} />
          <Hours page={page} shown={shown} />
          <History page={page} shown={shown} />
        </section>
      ))}
    </StaffPage>
  )
}

type PartProps = { readonly page: PageContext; readonly shown: ShownCalendar }

const Years = ({ page: { lang }, shown: { calendar, years } }: PartProps) => (
  <Table
    isStacked
    caption={t.years[lang]}
    captionSize="s"
    columns={[t.year, t.state, t.workingDays, t.markedDays].map((title) => ({ title: title[lang] }))}
    rows={years.map((year) => {
      const { workingDays, markedDays, isPublished } = summaryOf(calendar, year)
      const state = isPublished ? t.published : markedDays > 0 ? t.provisional : t.weekendsOnly
      const link = (
        <a class="govuk-link" href={paths.staffCalendarYear(calendar.country, year)}>
          {year}
        </a>
      )
      return [link, state[lang], String(workingDays), String(markedDays)]
    })}
  />
)

const Hours = ({ page: { lang }, shown: { calendar } }: PartProps) => (
  <>
    <h3 class="govuk-heading-s">{t.hours[lang]}</h3>
    <SummaryList
      rows={[
        ...hoursByRun(calendar.hours).map((row) => ({
          key: weekdaysOf(row, lang),
          value: row.text === '' ? t.dayOff[lang] : row.text,
        })),
        { key: t.shortenedBy[lang], value: formatMinutes(calendar.shortenedByMinutes, lang) },
        { key: t.timeZone[lang], value: cityOf(calendar.timeZone)[lang] },
      ]}
    />
    <ButtonLink href={paths.staffCalendarHours(calendar.country)} kind="secondary">
      {t.changeHours[lang]}
    </ButtonLink>
  </>
)

const History = ({ page, shown: { calendar, changes } }: PartProps) => {
  const { lang } = page
  if (changes.length === 0) {
    return (
      <>
        <h3 class="govuk-heading-s">{t.history[lang]}</h3>
        <p class="govuk-body">{t.noHistory[lang]}</p>
      </>
    )
  }
  return (
    <Table
      isStacked
      caption={t.history[lang]}
      captionSize="s"
      columns={[t.when, t.what, t.reason, t.act].map((title) => ({ title: title[lang] }))}
      rows={changes.map((change, place) => [
        `${momentInFigures(change.changedAt, calendar.timeZone)[lang]} · ${change.changedByName ?? t.byCatalogue[lang]}`,
        <ul class="govuk-list">
          {changeWords(change.patch, lang).map((line) => (
            <li>{line}</li>
          ))}
        </ul>,
        change.reason ?? (change.undoes === null ? t.byCatalogue[lang] : t.undoOf[lang]),
        // Only the newest: an older one may have others built on it.
        place === 0 ? <UndoButton page={page} country={calendar.country} change={change} /> : '',
      ])}
    />
  )
}

const UndoButton = ({ page, country, change }: { page: PageContext; country: string; change: ChangeRow }) => (
  <Form page={page} action={paths.staffCalendarUndo(country)}>
    <input type="hidden" name="change" value={change.id} />
    <Button kind="secondary" preventDoubleClick>
      {t.undo[page.lang]}
      <span class="govuk-visually-hidden">: {t.undoneChange[page.lang]}</span>
    </Button>
  </Form>
)
