import type { FormError } from '#src/kernel/form.ts'
import { langs, type Lang, type Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { receiptTexts as t } from '#src/modules/intake/texts/receipt.ts'
import { contactTexts } from '#src/modules/intake/texts/contact.ts'
import { markTexts } from '#src/modules/appeals/texts.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  Code,
  Details,
  errorOf,
  ErrorSummary,
  Form,
  Input,
  Page,
  ReceiptPanel,
  RecordMark,
  SecretWords,
  Timeline,
  WarningText,
} from '#src/ui/index.ts'
import { DutyNow, Ways, type Duty, type EmergencyWays } from './emergency-ways.tsx'

/** What happens next, in order. */
export type NextStep = {
  readonly datetime: string
  readonly when: Text
  readonly title: Text
  readonly notes: readonly Text[]
  readonly isNow: boolean
}

export type ShownReceipt = {
  readonly number: string
  readonly words: Readonly<Record<Lang, readonly string[]>>
  readonly digits: string
  /** Where the portal is, "https://…": the paper must lead back to it. */
  readonly portal: string
  readonly mark: string
  readonly staffHome: string
  /** Of an appeal that cannot wait: whom one can call meanwhile, and who reads it when. */
  readonly urgent: { readonly ways: EmergencyWays | undefined; readonly duty: Duty } | undefined
  readonly steps: readonly NextStep[]
  /** How the person will hear of news. */
  readonly reach: 'email' | 'phone' | 'silent' | 'anonymous' | 'inWords' | undefined
  /** Sealed, for the form of "prove once". */
  readonly proof: string
}

type Props = {
  page: PageContext
  receipt: ShownReceipt
  /** A member of staff sees it, to read it out or print it. */
  isAssisted?: boolean
  errors?: readonly FormError[]
}

export const ReceiptPage = ({ page, receipt, isAssisted = false, errors = [] }: Props) => {
  const { lang } = page
  const { number, words, digits, reach, urgent } = receipt
  return (
    <Page page={page} title={t.title} isTitleNeutral exit hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <ReceiptPanel title={t.title[lang]} numberLabel={t.number[lang]} number={number} />
      <WordsIntro lang={lang} isAssisted={isAssisted} />
      <SecretWords words={words[lang]} />
      <p class="govuk-body">
        {t.orDigits[lang]} <Code isLarge>{digits}</Code>
      </p>
      <p class="govuk-body">
        {t.openAt[lang]} <strong>{`${receipt.portal}${paths.myAppeal(lang)}`}</strong>
      </p>
      {reach === 'anonymous' && <WarningText>{(isAssisted ? t.lossAssisted : t.anonymousLoss)[lang]}</WarningText>}
      <OtherWords lang={lang} words={words} />
      <Print lang={lang} isAssisted={isAssisted} />
      <Prove page={page} proof={receipt.proof} errors={errors} isAssisted={isAssisted} />
      {urgent?.ways && <Ways lang={lang} ways={urgent.ways} title={t.helpNow} />}
      <h2 class="govuk-heading-m">{t.nextTitle[lang]}</h2>
      {urgent && <DutyNow lang={lang} duty={urgent.duty} />}
      <Timeline
        items={receipt.steps.map((step) => ({
          datetime: step.datetime,
          when: step.when[lang],
          title: step.title[lang],
          isNow: step.isNow,
          isAhead: !step.isNow,
          children: step.notes.length > 0 ? <p>{step.notes.map((note) => note[lang]).join(' ')}</p> : undefined,
        }))}
      />
      <Reach lang={lang} reach={reach} />
      <RecordMark label={markTexts.mark[lang]} mark={receipt.mark} whatFor={markTexts.whatFor[lang]} />
      <p class="govuk-body govuk-!-display-none-print">
        <a class="govuk-link" href={isAssisted ? receipt.staffHome : paths.myAppeal(lang)}>
          {(isAssisted ? t.assistedDone : t.toMyAppeal)[lang]}
        </a>
      </p>
    </Page>
  )
}

type Shown = { lang: Lang; isAssisted: boolean }

/** The paper is the person's, whoever filled in the form; the screen is the operator's. */
const WordsIntro = ({ lang, isAssisted }: Shown) =>
  isAssisted ? (
    <>
      <div class="govuk-!-display-none-print">
        <h2 class="govuk-heading-m">{t.wordsTitleAssisted[lang]}</h2>
        <p class="govuk-body">{t.wordsAssisted[lang]}</p>
      </div>
      <p class="govuk-body">{t.wordsOnPaper[lang]}</p>
    </>
  ) : (
    <>
      <h2 class="govuk-heading-m">{t.wordsTitle[lang]}</h2>
      <p class="govuk-body">{t.wordsBody[lang]}</p>
    </>
  )

const OtherWords = ({ lang, words }: { lang: Lang; words: ShownReceipt['words'] }) => (
  <Details summary={t.otherLanguages[lang]}>
    <p>{t.otherLanguagesBody[lang]}</p>
    {langs
      .filter((other) => other !== lang)
      .map((other) => (
        <>
          <h3 class="govuk-heading-s">{t[other][lang]}</h3>
          <SecretWords words={words[other]} lang={other} />
        </>
      ))}
  </Details>
)

const Print = ({ lang, isAssisted }: Shown) => (
  <div class="govuk-!-display-none-print">
    <Button type="button" attributes={{ 'data-print': true, hidden: true }}>
      {t.print[lang]}
    </Button>
    <p class="govuk-body">{(isAssisted ? t.printHintAssisted : t.printHint)[lang]}</p>
  </div>
)

type ProveProps = { page: PageContext; proof: string; errors: readonly FormError[]; isAssisted: boolean }

/** Two of the words, typed from the note: a loss is found out while the receipt is still there. */
export const Prove = ({ page, proof, errors, isAssisted }: ProveProps) => {
  const { lang } = page
  const word = { autocomplete: 'off', autocapitalize: 'off', spellcheck: false, width: '20' } as const
  return (
    <section class="govuk-!-display-none-print">
      <h2 class="govuk-heading-m">{(isAssisted ? t.proveTitleAssisted : t.proveTitle)[lang]}</h2>
      <p class="govuk-body">{(isAssisted ? t.proveBodyAssisted : t.proveBody)[lang]}</p>
      <Form page={page} action={paths.receiptProve(lang)}>
        <input type="hidden" name="proof" value={proof} />
        <Input
          name="secondWord"
          label={t.secondWord[lang]}
          labelSize="s"
          error={errorOf(errors, 'secondWord', lang)}
          {...word}
        />
        <Input name="fourthWord" label={t.fourthWord[lang]} labelSize="s" {...word} />
        <Button kind="secondary" preventDoubleClick>
          {t.prove[lang]}
        </Button>
      </Form>
    </section>
  )
}

const Reach = ({ lang, reach }: { lang: Lang; reach: ShownReceipt['reach'] }) => {
  if (reach === undefined) return null
  const words = {
    email: t.noticeTo,
    phone: contactTexts.phoneOnly,
    silent: t.noticeNone,
    anonymous: t.noticeNone,
    inWords: t.noticeInWords,
  }[reach]
  return <p class="govuk-body">{words[lang]}</p>
}
