import type { PageContext } from '#src/kernel/page.ts'
import { ButtonLink, Code, StaffPage, WarningText } from '#src/ui/index.ts'
import { accountTexts as t } from '../texts/account.ts'

/** The only page that ever shows them. */
export const RecoveryCodesPage = ({
  page,
  codes,
  next,
}: {
  page: PageContext
  codes: readonly string[]
  next: string
}) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.codesTitle}>
      <h1 class="govuk-heading-l">{t.codesTitle[lang]}</h1>
      <WarningText>{t.codesOnce[lang]}</WarningText>
      <p class="govuk-body">{t.codesWhy[lang]}</p>
      <ul class="govuk-list">
        {codes.map((code) => (
          <li>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <ButtonLink href={next}>{t.codesKept[lang]}</ButtonLink>
    </StaffPage>
  )
}
