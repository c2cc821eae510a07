import type { ComponentChildren } from 'preact'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { BackLink, Button, ErrorSummary, errorOf, Form, StaffPage, Textarea, valueOf } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { calendarTexts as t } from '../texts.ts'

export type FormState = {
  readonly page: PageContext
  /** Id of the newest change: a change on top of another's unseen one is refused. */
  readonly seen: string
  readonly errors: readonly FormError[]
  readonly filled: Filled
}

type Props = FormState & {
  readonly title: string
  readonly action: string
  readonly back: string
  readonly button: string
  /** Where the error of a field leads, where not to the field's own name. */
  readonly targets?: Readonly<Record<string, string | null>>
  readonly children?: ComponentChildren
  /** Under the form: what else can be done. */
  readonly below?: ComponentChildren
}

/** Every form about a calendar: its own fields, and the reason without which nothing changes. */
export const FormPage = ({
  page,
  seen,
  errors,
  filled,
  title,
  action,
  back,
  button,
  targets,
  children,
  below,
}: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={title} nav={staffNav(page, 'calendars')} hasErrors={errors.length > 0}>
      <BackLink href={back} />
      <ErrorSummary errors={errors} targets={{ seen: null, ...targets }} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Form page={page} action={action}>
        <input type="hidden" name="seen" value={seen} />
        {children}
        <Textarea
          name="reason"
          label={t.reason[lang]}
          hint={t.reasonHint[lang]}
          rows={3}
          value={valueOf(filled, 'reason')}
          error={errorOf(errors, 'reason', lang)}
        />
        <Button preventDoubleClick>{button}</Button>
      </Form>
      {below}
    </StaffPage>
  )
}
