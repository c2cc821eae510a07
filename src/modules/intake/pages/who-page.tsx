import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { asWhos, kinds } from '#src/modules/appeals/rules/states.ts'
import type { Question } from '#src/modules/catalogue/index.ts'
import type { SortedCountries } from '#src/modules/intake/rules/countries.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { receiptTexts } from '#src/modules/intake/texts/receipt.ts'
import { resumeTexts } from '#src/modules/intake/texts/resume.ts'
import { paths } from '#src/paths.ts'
import { Button, errorOf, Form, Input, NotificationBanner, Radios, valueOf } from '#src/ui/index.ts'
import { Unseen } from './after-sending.tsx'
import { CountrySelect } from './country-select.tsx'
import { kindNames } from './words-heading.ts'
import { KeptAlong, StepPage, type Place } from './step-page.tsx'

type Start = {
  readonly kind: AppealKind | undefined
  readonly topicId: string | undefined
  readonly isKindAsked: boolean
}

type Props = {
  page: PageContext
  place: Place
  errors: readonly FormError[]
  filled: Filled
  countries: SortedCountries
  /** The words of the common questions, which belong to the catalogue. */
  question: (id: string) => Question | undefined
  /** Carried along until there is a draft to keep it. A kind that was asked for may be chosen anew, as that of a draft may. */
  start: Start
  isDraftLost: boolean
  /** A draft was sent from here and its receipt perhaps never seen: once another is begun, it cannot be asked for any more. */
  unseen?: string | undefined
}

const languageNames = { ky: 'Кыргызча', ru: 'Русский', en: 'English' } as const

export const WhoPage = (props: Props) => {
  const { page, place, errors, start } = props
  const { lang } = page
  return (
    <StepPage page={page} place={place} title={t.whoTitle} errors={errors} filled={props.filled}>
      {props.isDraftLost && (
        <NotificationBanner>
          <p class="govuk-body">{t.draftLost[lang]}</p>
          <a class="govuk-link" href={paths.myAppeal(lang)}>
            {receiptTexts.toMyAppeal[lang]}
          </a>
        </NotificationBanner>
      )}
      {props.unseen !== undefined && (
        <NotificationBanner heading={receiptTexts.earlierTitle[lang]}>
          <Unseen page={page} draftId={props.unseen} />
        </NotificationBanner>
      )}
      <p class="govuk-body">{t.whoIntro[lang]}</p>
      <Form page={page} action={paths.askStep(lang, 'who')}>
        <KeptAlong place={place} />
        {start.topicId !== undefined && <input type="hidden" name="topic" value={start.topicId} />}
        {start.isKindAsked && <Kind {...props} />}
        {!start.isKindAsked && <input type="hidden" name="kind" value={start.kind} />}
        <Person {...props} />
        <Where {...props} />
        <Danger {...props} />
        <Radios
          name="lang"
          legend={t.lang[lang]}
          legendSize="s"
          isInline
          items={(['ky', 'ru', 'en'] as const).map((one) => ({
            value: one,
            text: <span lang={one}>{languageNames[one]}</span>,
          }))}
          value={valueOf(props.filled, 'lang') ?? lang}
          error={errorOf(errors, 'lang', lang)}
        />
        <Button preventDoubleClick>{t.continue[lang]}</Button>
      </Form>
      {place.seen === undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.resume(lang)}>
            {resumeTexts.resumeLink[lang]}
          </a>
        </p>
      )}
    </StepPage>
  )
}

const Kind = ({ page: { lang }, errors, start }: Props) => (
  <>
    <input type="hidden" name="kindIs" value="asked" />
    <Radios
      name="kind"
      legend={t.kind[lang]}
      legendSize="s"
      items={kinds.map((kind) => ({ value: kind, text: kindNames[kind][lang] }))}
      value={start.kind}
      error={errorOf(errors, 'kind', lang)}
    />
  </>
)

const Person = ({ page: { lang }, errors, filled, question }: Props) => (
  <>
    <Radios
      name="asWho"
      legend={t.asWho[lang]}
      legendSize="s"
      items={asWhos.map((who) => ({ value: who, text: t[who][lang] }))}
      value={valueOf(filled, 'asWho')}
      error={errorOf(errors, 'asWho', lang)}
    />
    <Radios
      name="onBehalf"
      legend={question('onBehalf')?.text[lang]}
      legendSize="s"
      // Without a script the labels below cannot change with this answer.
      hint={t.onBehalfHint[lang]}
      isInline
      items={yesNo(lang)}
      value={valueOf(filled, 'onBehalf')}
      error={errorOf(errors, 'onBehalf', lang)}
    />
  </>
)

const Where = ({ page: { lang }, errors, filled, countries, question }: Props) => {
  const words = (id: string) => ({ label: question(id)?.text[lang] })
  const field = (name: string) => ({ name, value: valueOf(filled, name), error: errorOf(errors, name, lang) })
  return (
    <>
      <CountrySelect lang={lang} labelSize="s" countries={countries} {...words('country')} {...field('country')} />
      <Input labelSize="s" autocomplete="off" {...words('city')} {...field('city')} />
      <CountrySelect
        lang={lang}
        labelSize="s"
        countries={countries}
        isHomeFirst
        {...words('citizenshipNow')}
        {...field('citizenship')}
      />
    </>
  )
}

const Danger = ({ page: { lang }, errors, filled, question }: Props) => (
  <Radios
    name="inDanger"
    legend={question('inDanger')?.text[lang]}
    legendSize="s"
    hint={
      <>
        {t.dangerHint[lang]}{' '}
        <a class="govuk-link" href={paths.danger(lang)}>
          {t.dangerLink[lang]}
        </a>
      </>
    }
    isInline
    items={yesNo(lang)}
    value={valueOf(filled, 'inDanger')}
    error={errorOf(errors, 'inDanger', lang)}
  />
)

const yesNo = (lang: PageContext['lang']) => [
  { value: 'yes', text: t.yes[lang] },
  { value: 'no', text: t.no[lang] },
]
