import { markKinds } from '#src/kernel/calendar.ts'
import type { Filled } from '#src/kernel/form.ts'
import { langs } from '#src/kernel/lang.ts'
import { yearOf } from '#src/kernel/iso-day.ts'
import { dayInFull } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import { Checkboxes, DateInput, errorOf, InsetText, Input, Radios, valueOf } from '#src/ui/index.ts'
import type { Mark, MarkKey } from '../rules/change.ts'
import { runsOf } from '../rules/runs.ts'
import { calendarTexts as t, kindNames } from '../texts.ts'
import { markWords } from './change-words.ts'
import { FormPage, type FormState } from './form-page.tsx'

type AddProps = FormState & { readonly country: string; readonly year: number }

export const AddPage = ({ country, year, ...state }: AddProps) => {
  const { lang } = state.page
  return (
    <FormPage
      {...state}
      title={t.addTitle[lang]}
      action={paths.staffCalendarAdd(country)}
      back={paths.staffCalendarYear(country, year)}
      button={t.save[lang]}
      targets={dayTargets}
    >
      <DayField {...state} name="from" legend={t.firstDay[lang]} year={year} />
      <DayField {...state} name="to" legend={t.lastDay[lang]} hint={t.lastDayHint[lang]} />
      <Saying {...state} />
    </FormPage>
  )
}

type MarkProps = FormState & {
  readonly country: string
  readonly markKey: MarkKey
  /** Undefined: somebody took it away while this was typed. */
  readonly mark: Mark | undefined
}

export const ChangePage = ({ country, markKey, mark, ...state }: MarkProps) => {
  const { lang } = state.page
  const { day, holidayId } = markKey
  return (
    <FormPage
      {...state}
      title={t.changeTitle[lang]}
      action={paths.staffCalendarMark(country, day, holidayId)}
      back={paths.staffCalendarYear(country, yearOf(day))}
      button={t.save[lang]}
      targets={dayTargets}
      below={
        <p class="govuk-body">
          <a class="govuk-link" href={paths.staffCalendarRemove(country, day, holidayId)}>
            {t.removeTitle[lang]}
          </a>
        </p>
      }
    >
      {mark && <InsetText>{markWords({ ...mark, from: day, to: day }, lang)}</InsetText>}
      <DayField {...state} name="from" legend={t.day[lang]} />
      <Saying {...state} />
    </FormPage>
  )
}

/** What a form about a mark shows at first. */
export function filledFromMark({ day, kind, name, isProvisional }: Mark): Filled {
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    'from-day': String(Number(date)),
    'from-month': String(Number(month)),
    'from-year': year,
    kind,
    nameKy: name.ky,
    nameRu: name.ru,
    nameEn: name.en,
    ...(isProvisional ? { isProvisional: 'yes' } : {}),
  }
}

type RemoveProps = FormState & {
  readonly country: string
  readonly markKey: MarkKey
  /** All days of the holiday. */
  readonly days: readonly Mark[]
}

export const RemovePage = ({ country, markKey: { day, holidayId }, days, ...state }: RemoveProps) => {
  const { lang } = state.page
  return (
    <FormPage
      {...state}
      title={t.removeTitle[lang]}
      action={paths.staffCalendarRemove(country, day, holidayId)}
      back={paths.staffCalendarYear(country, yearOf(day))}
      button={t.remove[lang]}
    >
      <InsetText>
        {runsOf(days).map((run) => (
          <p class="govuk-body">{markWords(run, lang)}</p>
        ))}
      </InsetText>
      {days.length <= 1 ? (
        <input type="hidden" name="scope" value="day" />
      ) : (
        <Radios
          name="scope"
          legend={t.removeWhat[lang]}
          legendSize="s"
          value={valueOf(state.filled, 'scope')}
          error={errorOf(state.errors, 'scope', lang)}
          items={[
            { value: 'holiday', text: t.wholeHoliday(days.length)[lang] },
            { value: 'day', text: `${t.onlyDay[lang]}: ${dayInFull(day)[lang]}` },
          ]}
        />
      )}
    </FormPage>
  )
}

const dayTargets = { from: 'from-day', to: 'to-day' }

type DayFieldProps = FormState & { name: 'from' | 'to'; legend: string; hint?: string; year?: number }

const DayField = ({ page: { lang }, errors, filled, name, legend, hint, year }: DayFieldProps) => (
  <DateInput
    name={name}
    legend={legend}
    legendSize="s"
    hint={hint}
    error={errorOf(errors, name, lang)}
    values={{
      day: valueOf(filled, `${name}-day`),
      month: valueOf(filled, `${name}-month`),
      year: valueOf(filled, `${name}-year`) ?? (year === undefined ? undefined : String(year)),
    }}
  />
)

const fieldOfName = { ky: 'nameKy', ru: 'nameRu', en: 'nameEn' } as const

const Saying = ({ page: { lang }, errors, filled }: FormState) => (
  <>
    <Radios
      name="kind"
      legend={t.kind[lang]}
      legendSize="s"
      value={valueOf(filled, 'kind')}
      error={errorOf(errors, 'kind', lang)}
      items={markKinds.map((kind) => ({ value: kind, text: kindNames[kind][lang] }))}
    />
    {langs.map((of) => (
      <Input
        name={fieldOfName[of]}
        label={t.nameIn(of)[lang]}
        value={valueOf(filled, fieldOfName[of])}
        error={errorOf(errors, fieldOfName[of], lang)}
        attributes={{ lang: of }}
      />
    ))}
    <Checkboxes
      name="isProvisional"
      isSmall
      values={filled['isProvisional'] === undefined ? [] : ['yes']}
      items={[{ value: 'yes', text: t.isProvisional[lang] }]}
    />
  </>
)
