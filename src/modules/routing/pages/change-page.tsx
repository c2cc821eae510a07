import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  errorOf,
  Form,
  InsetText,
  Select,
  type SelectOption,
  StaffPage,
  Textarea,
  valueOf,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { ANY } from '../rules.ts'
import type { Change, Place } from '../store.ts'
import { routingTexts as t } from '../texts.ts'
import type { Names } from './names.ts'

type Typed = { readonly errors: readonly FormError[]; readonly filled: Filled }

type ChangeProps = Typed & {
  readonly page: PageContext
  readonly names: Names
  readonly place: Place
  /** What stands in the row now; null: nothing. */
  readonly current: string | null
  /** Bodies, or teams in work. */
  readonly options: readonly SelectOption[]
  /** Other rows of the topic or language that may be made: countries or groups. */
  readonly scopes: readonly SelectOption[]
  readonly action: string
}

/** One row: how it stands, and a form that changes it with a reason. */
export const ChangePage = (props: ChangeProps) => {
  const { page, names, place, current, options, errors, filled, action } = props
  const { lang } = page
  const label = place.kind === 'body' ? t.body[lang] : t.team[lang]
  const title = names.subject(place)
  return (
    <StaffPage page={page} title={title} nav={staffNav(page, 'routing')} hasErrors={errors.length > 0}>
      <BackLink href={paths.staffRouting()} />
      <ErrorSummary errors={errors} targets={{ scope: null, before: null }} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{names.scope(place)}</p>
      <InsetText>
        {t.now[lang]}: {names.target(place.kind, current)}
      </InsetText>
      <Form page={page} action={action}>
        <input type="hidden" name="scope" value={place.scope} />
        <input type="hidden" name="before" value={current ?? ''} />
        <Select
          name="after"
          label={label}
          value={valueOf(filled, 'after') ?? current ?? ''}
          error={errorOf(errors, 'after', lang)}
          items={[...withoutRow(props), ...options]}
        />
        <Textarea
          name="words"
          label={t.reason[lang]}
          hint={t.reasonHint[lang]}
          rows={3}
          value={valueOf(filled, 'words')}
          error={errorOf(errors, 'words', lang)}
        />
        <Button preventDoubleClick>{t.save[lang]}</Button>
      </Form>
      <ScopeForm {...props} />
    </StaffPage>
  )
}

// A language always keeps its general team; everything else may be taken out.
function withoutRow({ page, place }: ChangeProps): SelectOption[] {
  if (place.scope !== ANY) return [{ value: '', text: t.takeOut[page.lang] }]
  return place.kind === 'body' ? [{ value: '', text: t.takeOutAll[page.lang] }] : []
}

const ScopeForm = ({ page, place, scopes, action }: ChangeProps) => {
  const { lang } = page
  const isBody = place.kind === 'body'
  return (
    <section aria-labelledby="other-row">
      <h2 class="govuk-heading-m" id="other-row">
        {isBody ? t.addCountry[lang] : t.addGroup[lang]}
      </h2>
      <Form page={page} action={action} method="get">
        <Select
          name={isBody ? 'country' : 'group'}
          label={isBody ? t.country[lang] : t.topicGroup[lang]}
          items={[{ value: ANY, text: isBody ? t.anyCountry[lang] : t.anyGroup[lang] }, ...scopes]}
          value={place.scope}
        />
        <Button kind="secondary">{t.go[lang]}</Button>
      </Form>
    </section>
  )
}

type UndoProps = Typed & { readonly page: PageContext; readonly names: Names; readonly change: Change }

export const UndoPage = ({ page, names, change, errors, filled }: UndoProps) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.undoTitle} nav={staffNav(page, 'routing')} hasErrors={errors.length > 0}>
      <BackLink href={paths.staffRouting()} />
      <ErrorSummary errors={errors} targets={{ change: null }} />
      <h1 class="govuk-heading-l">{t.undoTitle[lang]}</h1>
      <p class="govuk-body-l">
        {names.subject(change)}, {names.scope(change)}
      </p>
      <InsetText>
        {names.target(change.kind, change.after)} → {names.target(change.kind, change.before)}
      </InsetText>
      <Form page={page} action={paths.staffRoutingUndo(change.id)}>
        <Textarea
          name="words"
          label={t.reason[lang]}
          hint={t.reasonHint[lang]}
          rows={3}
          value={valueOf(filled, 'words')}
          error={errorOf(errors, 'words', lang)}
        />
        <Button preventDoubleClick>{t.undo[lang]}</Button>
      </Form>
    </StaffPage>
  )
}
