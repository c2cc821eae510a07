import type { Calendar } from '#src/kernel/calendar.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { daysInWords } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import { BackLink, ButtonLink, InsetText, NotificationBanner, StaffPage, SummaryList, Table } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { MarkRun } from '../rules/runs.ts'
import { monthsOf, summaryOf } from '../rules/year.ts'
import { calendarTexts as t, kindNames } from '../texts.ts'
import { Legend, MonthTable } from './month-table.tsx'

type Props = {
  readonly page: PageContext
  readonly calendar: Calendar
  /** The country's name. */
  readonly name: string
  readonly year: number
  /** Years that have a page, this one among them. */
  readonly years: readonly number[]
  /** Marks of the year. */
  readonly runs: readonly MarkRun[]
  readonly isSaved: boolean
}

/** One year: its marks as a list, and all its days as a picture. */
export const YearPage = (props: Props) => {
  const { page, calendar, name, year, isSaved } = props
  const { lang } = page
  const { isPublished, workingDays, markedDays } = summaryOf(calendar, year)
  const isNext = calendar.lastPublishedYear === undefined || year === calendar.lastPublishedYear + 1
  const title = `${name}, ${year}`
  return (
    <StaffPage page={page} title={title} nav={staffNav(page, 'calendars')}>
      <BackLink href={paths.staffCalendars()} />
      {isSaved && <NotificationBanner kind="success" heading={t.saved[lang]} />}
      <h1 class="govuk-heading-l">{title}</h1>
      <OtherYears {...props} />
      {!isPublished && <InsetText>{t.provisionalYear(year)[lang]}</InsetText>}
      <SummaryList
        rows={[
          { key: t.state[lang], value: (isPublished ? t.published : t.provisional)[lang] },
          { key: t.workingDays[lang], value: String(workingDays) },
          { key: t.markedDays[lang], value: String(markedDays) },
        ]}
      />
      <div class="govuk-button-group">
        <ButtonLink href={paths.staffCalendarAdd(calendar.country, { year: String(year) })}>{t.add[lang]}</ButtonLink>
        {!isPublished && isNext && (
          <ButtonLink href={paths.staffCalendarPublish(calendar.country, year)} kind="secondary">
            {t.publish(year)[lang]}
          </ButtonLink>
        )}
      </div>
      <Marks {...props} />
      <section aria-labelledby="picture">
        <h2 class="govuk-heading-m" id="picture">
          {t.picture[lang]}
        </h2>
        <Legend lang={lang} />
        <div class="mek-year">
          <div class="mek-year__months">
            {monthsOf(calendar, year).map((weeks, month) => (
              <MonthTable
                lang={lang}
                country={calendar.country}
                month={month}
                weeks={weeks}
                isYearPublished={isPublished}
              />
            ))}
          </div>
        </div>
      </section>
    </StaffPage>
  )
}

const OtherYears = ({ page: { lang }, calendar, year, years }: Props) => (
  <nav aria-label={t.years[lang]}>
    <ul class="govuk-list mek-year-links">
      {years.map((other) => (
        <li>
          {other === year ? (
            <strong aria-current="page">{other}</strong>
          ) : (
            <a class="govuk-link" href={paths.staffCalendarYear(calendar.country, other)}>
              {other}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

const Marks = ({ page: { lang }, calendar, runs }: Props) => (
  <section aria-labelledby="marks">
    <h2 class="govuk-heading-m" id="marks">
      {t.marks[lang]}
    </h2>
    {runs.length === 0 ? (
      <p class="govuk-body">{t.noMarks[lang]}</p>
    ) : (
      <Table
        isStacked
        caption={t.marks[lang]}
        isCaptionHidden
        columns={[t.days, t.kind, t.name, t.act].map((title) => ({ title: title[lang] }))}
        rows={runs.map((run) => [
          daysInWords(run.from, run.to)[lang],
          run.isProvisional ? `${kindNames[run.kind][lang]}, ${t.provisional[lang]}` : kindNames[run.kind][lang],
          run.name[lang],
          <MarkLinks country={calendar.country} run={run} lang={lang} />,
        ])}
      />
    )}
  </section>
)

const MarkLinks = ({ country, run, lang }: { country: string; run: MarkRun; lang: PageContext['lang'] }) => {
  // A link is heard without its row: it names the holiday itself.
  const of = <span class="govuk-visually-hidden">: {run.name[lang]}</span>
  return (
    <>
      {run.from === run.to && (
        <>
          <a class="govuk-link" href={paths.staffCalendarMark(country, run.from, run.holidayId)}>
            {t.change[lang]}
            {of}
          </a>{' '}
        </>
      )}
      <a class="govuk-link" href={paths.staffCalendarRemove(country, run.from, run.holidayId)}>
        {t.remove[lang]}
        {of}
      </a>
    </>
  )
}
