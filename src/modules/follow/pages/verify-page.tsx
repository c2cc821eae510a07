import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Button, Form, Page, Panel } from '#src/ui/index.ts'
import { openTexts as t } from '../texts/open.ts'

type Props = { page: PageContext; token: string; result: 'confirmed' | 'expired' | undefined }

export const VerifyPage = ({ page, token, result }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={t.verifyTitle} isTitleNeutral exit>
      {result === 'confirmed' ? (
        <>
          <Panel title={t.verifiedTitle[lang]} />
          <p class="govuk-body">{t.verifiedBody[lang]}</p>
        </>
      ) : (
        <>
          <h1 class="govuk-heading-l">{t.verifyTitle[lang]}</h1>
          <p class="govuk-body">{result === 'expired' ? t.linkExpired[lang] : t.verifyBody[lang]}</p>
          {result === undefined && (
            <Form page={page} action={paths.verifyContact(lang, token)}>
              <Button>{t.verify[lang]}</Button>
            </Form>
          )}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.myAppeal(lang)}>
          {t.title[lang]}
        </a>
      </p>
    </Page>
  )
}
