import type { FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonLink, errorOf, ErrorSummary, Form, Input, StaffPage } from '#src/ui/index.ts'
import { accountTexts as t } from '../texts/account.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { FactorFields } from './factor-fields.tsx'

type Props = {
  page: PageContext
  token: string
  name: string
  email: string
  offer: { readonly secret: string; readonly sealed: string }
  errors?: readonly FormError[]
}

/** Behind a one-time link: password and authenticator app on one page. */
export const SetUpPage = ({ page, token, name, email, offer, errors = [] }: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.setUpTitle} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.setUpTitle[lang]}</h1>
      <p class="govuk-body">{t.setUpIntro(name, email)[lang]}</p>
      <Form page={page} action={paths.staffSetUp(token)}>
        {/* For the browser's own keeper of passwords. */}
        <input type="hidden" name="username" value={email} autocomplete="username" />
        <Input
          name="password"
          type="password"
          autocomplete="new-password"
          label={t.choosePassword[lang]}
          labelSize="m"
          hint={t.passwordHint[lang]}
          error={errorOf(errors, 'password', lang)}
        />
        <FactorFields lang={lang} offer={offer} email={email} issuer={page.serviceName[lang]} errors={errors} />
        <Button preventDoubleClick>{t.finishSetUp[lang]}</Button>
      </Form>
    </StaffPage>
  )
}

export const LinkDeadPage = ({ page }: { page: PageContext }) => (
  <StaffPage page={page} title={t.linkDeadTitle}>
    <h1 class="govuk-heading-l">{t.linkDeadTitle[page.lang]}</h1>
    <p class="govuk-body">{t.linkDead[page.lang]}</p>
    <ButtonLink href={paths.staffSignIn()}>{signInTexts.signIn[page.lang]}</ButtonLink>
  </StaffPage>
)
