import type { FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { receiptTexts as t } from '#src/modules/intake/texts/receipt.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonLink, ErrorSummary, Form, Page } from '#src/ui/index.ts'
import { Prove } from './receipt-page.tsx'

/** With `staffHome`, of an operator who filed it for somebody, and where he goes on. */
export const ProvedPage = ({ page, staffHome }: { page: PageContext; staffHome: string | undefined }) => {
  const { lang } = page
  const isAssisted = staffHome !== undefined
  return (
    <Page page={page} title={t.provedTitle} isTitleNeutral exit>
      <h1 class="govuk-heading-l">{(isAssisted ? t.provedTitleAssisted : t.provedTitle)[lang]}</h1>
      <p class="govuk-body">{(isAssisted ? t.provedBodyAssisted : t.provedBody)[lang]}</p>
      <ButtonLink href={staffHome ?? paths.myAppeal(lang)}>
        {(isAssisted ? t.assistedDone : t.toMyAppeal)[lang]}
      </ButtonLink>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.home(lang)}>
          {t.toHome[lang]}
        </a>
      </p>
    </Page>
  )
}

/** Wrong words when the receipt itself may no longer be shown. */
export const ProveAgainPage = ({
  page,
  proof,
  errors,
  isAssisted,
}: {
  page: PageContext
  proof: string
  errors: readonly FormError[]
  isAssisted: boolean
}) => (
  <Page page={page} title={t.proveTitle} isTitleNeutral exit hasErrors>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">{t.alreadyTitle[page.lang]}</h1>
    <Prove page={page} proof={proof} errors={errors} isAssisted={isAssisted} />
  </Page>
)

/** A receipt that perhaps never arrived, to be asked for once more. */
export const Unseen = ({ page, draftId }: { page: PageContext; draftId: string }) => (
  <Form page={page} action={paths.askSend(page.lang)}>
    <p class="govuk-body">{t.unseenBody[page.lang]}</p>
    <input type="hidden" name="draft" value={draftId} />
    <Button kind="secondary" preventDoubleClick>
      {t.showReceipt[page.lang]}
    </Button>
  </Form>
)

/** With `unseen`, the draft whose receipt perhaps never arrived: it can be asked for once more. */
export const AlreadyPage = ({ page, unseen }: { page: PageContext; unseen?: string | undefined }) => {
  const { lang } = page
  return (
    <Page page={page} title={t.alreadyTitle} isTitleNeutral exit>
      <h1 class="govuk-heading-l">{t.alreadyTitle[lang]}</h1>
      <p class="govuk-body">{t.alreadyBody[lang]}</p>
      <ButtonLink href={paths.myAppeal(lang)}>{t.toMyAppeal[lang]}</ButtonLink>
      {unseen !== undefined && <Unseen page={page} draftId={unseen} />}
    </Page>
  )
}

type BusyProps = { page: PageContext; action: string; hidden: Readonly<Record<string, string>> }

/** Nothing was sent, nothing is lost: the same button once more. */
export const BusyPage = ({ page, action, hidden }: BusyProps) => {
  const { lang } = page
  return (
    <Page page={page} title={t.busyTitle} isTitleNeutral exit>
      <h1 class="govuk-heading-l">{t.busyTitle[lang]}</h1>
      <p class="govuk-body">{t.busyBody[lang]}</p>
      <Form page={page} action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button preventDoubleClick>{t.sendAgain[lang]}</Button>
      </Form>
    </Page>
  )
}
