import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { SortedCountries } from '#src/modules/intake/rules/countries.ts'
import { dangerTexts as t } from '#src/modules/intake/texts/danger.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  Code,
  errorOf,
  ErrorSummary,
  Form,
  InsetText,
  Page,
  Textarea,
  valueOf,
  WarningText,
} from '#src/ui/index.ts'
import { CountrySelect } from './country-select.tsx'

/** The emergency ways of one country; what nobody knows is left out. */
export type EmergencyWays = {
  readonly country: Text
  readonly number: string | undefined
  readonly isNumberUnchecked: boolean
  readonly missions: readonly {
    readonly name: Text
    readonly phone: string | undefined
    readonly address: string | undefined
  }[]
}

export type Duty =
  | { readonly is: 'onDuty' }
  | { readonly is: 'working' }
  | { readonly is: 'off'; readonly readAt: Text }

type Props = {
  page: PageContext
  errors: readonly FormError[]
  filled: Filled
  countries: SortedCountries
  chosen: string | undefined
  ways: EmergencyWays | undefined
  /** Whether somebody is told at once, or when one of us reads. */
  duty: Duty
  /** Added by the owner. */
  note: Text | undefined
  formKey: string
}

export const DangerPage = (props: Props) => {
  const { page, errors, countries, chosen, ways, note } = props
  const { lang } = page
  return (
    <Page page={page} title={t.title} isTitleNeutral exit hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      {note && <InsetText>{note[lang]}</InsetText>}
      {ways && <Ways lang={lang} ways={ways} />}
      <Form page={page} method="get" action={paths.danger(lang)}>
        <CountrySelect
          lang={lang}
          name="country"
          label={t.countryLabel[lang]}
          labelSize="s"
          countries={countries}
          value={chosen}
        />
        <Button kind="secondary">{t.countryShow[lang]}</Button>
      </Form>
      <h2 class="govuk-heading-m">{t.formTitle[lang]}</h2>
      <DutyNow lang={lang} duty={props.duty} />
      <p class="govuk-body">{t.formIntro[lang]}</p>
      <ThreeFields {...props} />
    </Page>
  )
}

const Ways = ({ lang, ways }: { lang: Lang; ways: EmergencyWays }) => (
  <>
    <h2 class="govuk-heading-m">{t.callTitle[lang]}</h2>
    {ways.number === undefined ? (
      <p class="govuk-body">{t.callUnknown(ways.country[lang])[lang]}</p>
    ) : (
      <>
        <p class="govuk-body">{t.callBody(ways.country[lang])[lang]}</p>
        <p class="govuk-body-l">
          {ways.number.split(/\s*\/\s*/).map((number, at) => (
            <>
              {at > 0 && ' · '}
              <a class="govuk-link" href={`tel:${number}`}>
                <Code isLarge>{number}</Code>
              </a>
            </>
          ))}
        </p>
        {ways.isNumberUnchecked && <p class="govuk-hint">{t.callUnchecked[lang]}</p>}
      </>
    )}
    {ways.missions.length > 0 && (
      <>
        <h3 class="govuk-heading-s">{t.missions[lang]}</h3>
        <ul class="govuk-list govuk-list--bullet">
          {ways.missions.map(({ name, phone, address }) => (
            <li>
              {name[lang]}
              {phone !== undefined && (
                <>
                  {', '}
                  <a class="govuk-link" href={`tel:${phone}`}>
                    {phone}
                  </a>
                </>
              )}
              {address !== undefined && `, ${address}`}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const DutyNow = ({ lang, duty }: { lang: Lang; duty: Duty }) => {
  if (duty.is === 'onDuty') return <p class="govuk-body">{t.onDuty[lang]}</p>
  const words = duty.is === 'working' ? t.noDutyWorking : t.noDuty(duty.readAt[lang])
  return <WarningText>{words[lang]}</WarningText>
}

const ThreeFields = ({ page, errors, filled, chosen, formKey }: Props) => {
  const { lang } = page
  const field = (name: string) => ({ name, value: valueOf(filled, name), error: errorOf(errors, name, lang) })
  return (
    <Form page={page} action={paths.danger(lang)}>
      <input type="hidden" name="key" value={formKey} />
      {chosen !== undefined && <input type="hidden" name="country" value={chosen} />}
      <Textarea label={t.where[lang]} labelSize="s" hint={t.whereHint[lang]} rows={2} {...field('where')} />
      <Textarea label={t.what[lang]} labelSize="s" hint={t.whatHint[lang]} rows={4} {...field('what')} />
      <Textarea label={t.reach[lang]} labelSize="s" hint={t.reachHint[lang]} rows={2} {...field('reach')} />
      <Button preventDoubleClick>{t.send[lang]}</Button>
    </Form>
  )
}
