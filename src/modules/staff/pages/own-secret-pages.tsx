import type { ComponentChildren } from 'preact'
import type { FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { BackLink, Button, errorOf, ErrorSummary, Form, Input, StaffPage } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { accountTexts as t } from '../texts/account.ts'
import { FactorFields } from './factor-fields.tsx'

type Props = { page: PageContext; errors?: readonly FormError[] }

const Shell = ({ page, title, errors = [], children }: Props & { title: Text; children: ComponentChildren }) => (
  <StaffPage page={page} title={title} nav={staffNav(page, undefined)} hasErrors={errors.length > 0}>
    <BackLink href={paths.staffAccount()}>{t.accountTitle[page.lang]}</BackLink>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">{title[page.lang]}</h1>
    {children}
  </StaffPage>
)

const PresentPassword = ({ page: { lang }, errors = [] }: Props) => (
  <Input
    name="presentPassword"
    type="password"
    autocomplete="current-password"
    label={t.presentPassword[lang]}
    error={errorOf(errors, 'presentPassword', lang)}
  />
)

export const PasswordPage = ({ page, errors = [] }: Props) => {
  const { lang } = page
  return (
    <Shell page={page} title={t.passwordTitle} errors={errors}>
      <p class="govuk-body">{t.othersEnd[lang]}</p>
      <Form page={page} action={paths.staffPassword()}>
        <PresentPassword page={page} errors={errors} />
        <Input
          name="password"
          type="password"
          autocomplete="new-password"
          label={t.newPassword[lang]}
          hint={t.passwordHint[lang]}
          error={errorOf(errors, 'password', lang)}
        />
        <Button preventDoubleClick>{t.savePassword[lang]}</Button>
      </Form>
    </Shell>
  )
}

/** The first step of a new app, and of new recovery codes: who found an open telephone does not know the password. */
export const ConfirmPage = ({ page, errors = [], purpose }: Props & { purpose: 'app' | 'recoveryCodes' }) => {
  const { lang } = page
  const isApp = purpose === 'app'
  return (
    <Shell page={page} title={isApp ? t.appTitle : t.newCodesTitle} errors={errors}>
      <p class="govuk-body">{isApp ? `${t.appWhy[lang]} ${t.othersEnd[lang]}` : t.newCodesWhy[lang]}</p>
      <Form page={page} action={isApp ? paths.staffApp() : paths.staffRecoveryCodes()}>
        <PresentPassword page={page} errors={errors} />
        <Button preventDoubleClick>{isApp ? t.goOn[lang] : t.makeCodes[lang]}</Button>
      </Form>
    </Shell>
  )
}

type NewAppProps = Props & { email: string; offer: { readonly secret: string; readonly sealed: string } }

export const NewAppPage = ({ page, errors = [], email, offer }: NewAppProps) => (
  <Shell page={page} title={t.appTitle} errors={errors}>
    <Form page={page} action={paths.staffAppConfirm()}>
      <FactorFields lang={page.lang} offer={offer} email={email} issuer={page.serviceName[page.lang]} errors={errors} />
      <Button preventDoubleClick>{t.saveApp[page.lang]}</Button>
    </Form>
  </Shell>
)
