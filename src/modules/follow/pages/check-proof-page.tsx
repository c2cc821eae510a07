import type { FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Form,
  Page,
  Panel,
  SummaryList,
  Textarea,
  WarningText,
} from '#src/ui/index.ts'
import { proofTexts as t } from '../texts/proof.ts'

export type CheckedProof = {
  readonly number: string
  readonly when: Text
  /** In the language of the paper. */
  readonly service: string
  readonly group: Text | undefined
  /** Whether the log holds the entry that the proof names. */
  readonly entry: 'held' | 'waiting' | 'missing'
}

type Props = { page: PageContext; typed: string; errors: readonly FormError[]; checked: CheckedProof | undefined }

/** Open to everybody: an employer, a court, the police. */
export const CheckProofPage = ({ page, typed, errors, checked }: Props) => {
  const { lang } = page
  return (
    <Page
      page={page}
      title={t.checkTitle}
      hasErrors={errors.length > 0}
      islands={['check-proof']}
      alternates={{ ky: paths.checkProof('ky'), ru: paths.checkProof('ru'), en: paths.checkProof('en') }}
    >
      <ErrorSummary errors={errors} />
      {checked ? <Genuine page={page} {...checked} /> : <h1 class="govuk-heading-l">{t.checkTitle[lang]}</h1>}
      <Form
        page={page}
        action={paths.checkProof(lang)}
        attributes={checked || errors.length > 0 ? undefined : { 'data-check-proof': 'yes' }}
      >
        <Textarea
          name="token"
          label={t.token[lang]}
          labelSize="s"
          hint={t.checkIntro[lang]}
          rows={4}
          value={typed}
          spellcheck={false}
          error={errorOf(errors, 'token', lang)}
        />
        <Button kind={checked ? 'secondary' : 'main'} preventDoubleClick>
          {t.check[lang]}
        </Button>
      </Form>
      <p class="govuk-body-s">
        <a class="govuk-link" href={paths.proofKeys()}>
          {t.keys[lang]}
        </a>
      </p>
    </Page>
  )
}

const Genuine = ({ page: { lang }, number, when, service, group, entry }: { page: PageContext } & CheckedProof) => (
  <>
    <Panel title={t.genuine[lang]} />
    <p class="govuk-body-l">{t.received(service)[lang]}</p>
    <SummaryList
      rows={[
        { key: t.number[lang], value: <Code>{number}</Code> },
        { key: t.when[lang], value: when[lang] },
        ...(group ? [{ key: t.group[lang], value: group[lang] }] : []),
      ]}
    />
    {entry === 'missing' ? <WarningText>{t.missing[lang]}</WarningText> : <p class="govuk-body">{t[entry][lang]}</p>}
    <p class="govuk-body">{t.nothingMore[lang]}</p>
  </>
)
