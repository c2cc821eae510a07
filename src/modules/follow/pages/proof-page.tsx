import type { PageContext } from '#src/kernel/page.ts'
import { markTexts } from '#src/modules/appeals/texts.ts'
import { paths } from '#src/paths.ts'
import { Button, Checkboxes, Code, Details, Form, InsetText, Page, RecordMark, SummaryList } from '#src/ui/index.ts'
import { proofTexts as t } from '../texts/proof.ts'
import { QrCode } from './qr-code.tsx'

type Props = {
  page: PageContext
  /** Of the portal, as it stands in the code. */
  portal: string
  /** Undefined where the portal has no key for it. */
  proof:
    | {
        readonly token: string
        readonly rows: readonly { readonly key: string; readonly value: string }[]
        readonly mark: string
      }
    | undefined
  service: string
  /** Undefined where it may not be named: of a protected matter, or of one whose topic nobody chose. */
  group: { readonly isNamed: boolean } | undefined
}

/** What one shows elsewhere. Nothing else of the appeal stands on it, on the screen or on paper. */
export const ProofPage = ({ page, portal, proof, service, group }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={t.title} isTitleNeutral exit back={{ href: paths.myAppealView(lang), text: t.back[lang] }}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      {proof ? (
        <>
          <p class="govuk-body-l">{t.received(service)[lang]}</p>
          <SummaryList
            rows={proof.rows.map(({ key, value }) => ({
              key,
              value: key === t.number[lang] ? <Code>{value}</Code> : value,
            }))}
          />
          <p class="govuk-body">{t.nothingMore[lang]}</p>
          <p class="govuk-body">
            {t.checkHow[lang]} <strong>{`${portal}${paths.checkProof(lang)}`}</strong>
          </p>
          <QrCode text={`${portal}${paths.checkProof(lang)}#${proof.token}`} label={t.qr[lang]} />
          <RecordMark label={markTexts.mark[lang]} mark={proof.mark} whatFor={markTexts.whatFor[lang]} />
          <div class="mek-no-print">
            {group && <NameGroup page={page} isNamed={group.isNamed} />}
            <Button type="button" attributes={{ 'data-print': true, hidden: true }}>
              {t.print[lang]}
            </Button>
            <p class="govuk-body">{t.printHint[lang]}</p>
            <Details summary={t.asText[lang]}>
              <p class="govuk-body">{t.asTextHint[lang]}</p>
              <p class="mek-token">{proof.token}</p>
            </Details>
          </div>
        </>
      ) : (
        <InsetText>{t.noKey[lang]}</InsetText>
      )}
    </Page>
  )
}

const NameGroup = ({ page, isNamed }: { page: PageContext; isNamed: boolean }) => (
  <Form page={page} method="get" action={paths.myAppealProof(page.lang)}>
    <Checkboxes name="group" items={[{ value: 'yes', text: t.withGroup[page.lang] }]} values={isNamed ? ['yes'] : []} />
    <Button kind="secondary">{t.show[page.lang]}</Button>
  </Form>
)
