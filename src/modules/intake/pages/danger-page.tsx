import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { SortedCountries } from '#src/modules/intake/rules/countries.ts'
import { dangerTexts as t } from '#src/modules/intake/texts/danger.ts'
import { paths } from '#src/paths.ts'
import { Button, errorOf, ErrorSummary, Form, InsetText, Page, Textarea, valueOf } from '#src/ui/index.ts'
import { keptPairs } from '#src/ui/typed-fields.ts'
import { CountrySelect } from './country-select.tsx'
import { DutyNow, Ways, type Duty, type EmergencyWays } from './emergency-ways.tsx'

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
  const { page, errors, ways, note, chosen } = props
  const { lang } = page
  // Whoever helps may read another language. What was typed goes along by a post, as it came.
  const isPosted = page.alternates === undefined
  const at = (other: Lang) => paths.danger(other, chosen === undefined ? {} : { country: chosen })
  return (
    <Page
      page={page}
      title={t.title}
      isTitleNeutral
      exit
      hasErrors={errors.length > 0}
      alternates={page.alternates ?? { ky: at('ky'), ru: at('ru'), en: at('en') }}
      carried={isPosted ? () => keptPairs({ ...props.filled, key: props.formKey, act: 'again' }) : undefined}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      {note && <InsetText>{note[lang]}</InsetText>}
      {ways && ways.number === undefined && (
        <p class="govuk-body">{(ways.country ? t.callUnknown(ways.country[lang]) : t.callUnknownHere)[lang]}</p>
      )}
      {ways && <Ways lang={lang} ways={ways} title={t.callTitle} />}
      <Report {...props} />
    </Page>
  )
}

/** One form: whoever has typed already and then asks for the numbers keeps every word. */
const Report = (props: Props) => {
  const { page, errors, filled, countries, chosen, formKey } = props
  const { lang } = page
  const field = (name: string) => ({ name, value: valueOf(filled, name), error: errorOf(errors, name, lang) })
  return (
    <Form page={page} action={paths.danger(lang)}>
      <input type="hidden" name="key" value={formKey} />
      <CountrySelect
        lang={lang}
        label={t.countryLabel[lang]}
        labelSize="s"
        hint={t.countryHint[lang]}
        countries={countries}
        {...field('country')}
        value={chosen}
      />
      <Button kind="secondary" name="act" value="show">
        {t.countryShow[lang]}
      </Button>
      <h2 class="govuk-heading-m">{t.formTitle[lang]}</h2>
      <DutyNow lang={lang} duty={props.duty} />
      <p class="govuk-body">{t.formIntro[lang]}</p>
      <Textarea label={t.where[lang]} labelSize="s" hint={t.whereHint[lang]} rows={2} {...field('where')} />
      <Textarea label={t.what[lang]} labelSize="s" hint={t.whatHint[lang]} rows={4} {...field('what')} />
      <Textarea label={t.reach[lang]} labelSize="s" hint={t.reachHint[lang]} rows={2} {...field('reach')} />
      <Button name="act" value="send" preventDoubleClick>
        {t.send[lang]}
      </Button>
    </Form>
  )
}
