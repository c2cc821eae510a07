import { weekdays } from '#src/kernel/iso-day.ts'
import { weekdayNames } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import { errorOf, Input, InsetText, valueOf } from '#src/ui/index.ts'
import type { Settings } from '../rules/change.ts'
import { hoursText } from '../rules/hours.ts'
import type { MarkRun } from '../rules/runs.ts'
import { calendarTexts as t } from '../texts.ts'
import { markWords } from './change-words.ts'
import { FormPage, type FormState } from './form-page.tsx'

type HoursProps = FormState & { readonly country: string; readonly settings: Settings }

export const HoursPage = ({ country, settings, ...state }: HoursProps) => {
  const { page, errors, filled } = state
  const { lang } = page
  return (
    <FormPage
      {...state}
      title={t.changeHours[lang]}
      action={paths.staffCalendarHours(country)}
      back={paths.staffCalendars()}
      button={t.save[lang]}
    >
      <p class="govuk-hint">{t.hoursHint[lang]}</p>
      {weekdays.map((day, place) => (
        <Input
          name={day}
          label={weekdayNames[lang][place] ?? day}
          width="30"
          value={valueOf(filled, day) ?? hoursText(settings.hours[day])}
          error={errorOf(errors, day, lang)}
        />
      ))}
      <Input
        name="shortenedBy"
        label={t.shortenedBy[lang]}
        width="4"
        inputmode="numeric"
        suffix={t.minutes[lang]}
        value={valueOf(filled, 'shortenedBy') ?? String(settings.shortenedByMinutes)}
        error={errorOf(errors, 'shortenedBy', lang)}
      />
    </FormPage>
  )
}

type PublishProps = FormState & { readonly country: string; readonly year: number; readonly runs: readonly MarkRun[] }

export const PublishPage = ({ country, year, runs, ...state }: PublishProps) => {
  const { lang } = state.page
  return (
    <FormPage
      {...state}
      title={t.publish(year)[lang]}
      action={paths.staffCalendarPublish(country, year)}
      back={paths.staffCalendarYear(country, year)}
      button={t.save[lang]}
      targets={{ year: null }}
    >
      <p class="govuk-body">{t.publishHelp[lang]}</p>
      <InsetText>
        {runs.length === 0 ? t.noMarks[lang] : runs.map((run) => <p class="govuk-body">{markWords(run, lang)}</p>)}
      </InsetText>
    </FormPage>
  )
}
