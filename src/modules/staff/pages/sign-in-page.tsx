import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  Details,
  errorOf,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  NotificationBanner,
  StaffPage,
  valueOf,
} from '#src/ui/index.ts'
import { signInTexts as t } from '../texts/sign-in.ts'

type Props = {
  page: PageContext
  /** Where to go after signing in. */
  next?: string | undefined
  errors?: readonly FormError[]
  filled?: Filled
  /** The session was over when something was posted. */
  hasEnded?: boolean
  /** That post, sealed for the account that made it. */
  kept?: string | undefined
  /** Or its words, where nobody knows whose they are. */
  words?: readonly string[]
}

export const SignInPage = (props: Props) => {
  const { page, next, errors = [], hasEnded = false, kept, words = [] } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {hasEnded && (
        <NotificationBanner heading={t.ended[lang]}>
          {kept !== undefined && <p class="govuk-body">{t.endedKept[lang]}</p>}
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      {page.isRehearsal && <InsetText>{t.rehearsalHint[lang]}</InsetText>}
      <Form page={page} action={paths.staffSignIn()}>
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        {kept !== undefined && <input type="hidden" name="kept" value={kept} />}
        <Fields {...props} />
        <Button preventDoubleClick>{t.signIn[lang]}</Button>
      </Form>
      {words.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t.whatYouWrote[lang]}</h2>
          {words.map((one) => (
            <p class="govuk-body typed">{one}</p>
          ))}
        </>
      )}
    </StaffPage>
  )
}

const Fields = ({ page: { lang }, errors = [], filled = {} }: Props) => (
  <>
    <Input
      name="email"
      type="email"
      autocomplete="username"
      spellcheck={false}
      label={t.email[lang]}
      value={valueOf(filled, 'email')}
      error={errorOf(errors, 'email', lang)}
    />
    <Input
      name="password"
      type="password"
      autocomplete="current-password"
      label={t.password[lang]}
      error={errorOf(errors, 'password', lang)}
    />
    <Input
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      width="10"
      isCode
      label={t.code[lang]}
      hint={t.codeHint[lang]}
      error={errorOf(errors, 'code', lang)}
    />
    <Details summary={t.noPhone[lang]}>
      <Input
        name="recoveryCode"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        width="20"
        isCode
        label={t.recoveryCode[lang]}
        hint={t.recoveryHint[lang]}
      />
      <p class="govuk-body">{t.noCodesEither[lang]}</p>
    </Details>
  </>
)
