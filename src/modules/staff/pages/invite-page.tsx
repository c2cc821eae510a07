import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Checkboxes,
  Code,
  errorOf,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  Select,
  StaffPage,
  valueOf,
  valuesOf,
  WarningText,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { Team } from '../store/teams.ts'
import { peopleTexts as t } from '../texts/people.ts'
import { languageItems, roleItems } from './parts.tsx'

type Props = {
  page: PageContext
  /** Those an invitation may name. */
  teams: readonly Team[]
  isMailOn: boolean
  errors?: readonly FormError[]
  filled?: Filled
}

export const InvitePage = ({
  page,
  teams,
  isMailOn,
  errors = [],
  filled = { role: 'operator', lang: 'ru' },
}: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.invite} nav={staffNav(page, 'people')} hasErrors={errors.length > 0}>
      <BackLink href={paths.staffPeople()}>{t.backToPeople[lang]}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.invite[lang]}</h1>
      {!isMailOn && <InsetText>{t.mailOff[lang]}</InsetText>}
      <Form page={page} action={paths.staffInvite()}>
        <Input
          name="email"
          type="email"
          autocomplete="off"
          spellcheck={false}
          label={t.email[lang]}
          value={valueOf(filled, 'email')}
          error={errorOf(errors, 'email', lang)}
        />
        <PersonFields page={page} errors={errors} filled={filled} />
        <Checkboxes
          name="teams"
          legend={t.teams[lang]}
          legendSize="s"
          hint={t.teamsHint[lang]}
          items={teams.map(({ id, name }) => ({ value: id, text: name[lang] }))}
          values={valuesOf(filled, 'teams')}
          error={errorOf(errors, 'teams', lang)}
        />
        <Button preventDoubleClick>{isMailOn ? t.sendInvite[lang] : t.makeInvite[lang]}</Button>
      </Form>
    </StaffPage>
  )
}

type FieldsProps = { page: PageContext; errors: readonly FormError[]; filled: Filled }

/** Name, role and language: the same for a new account and a known one. */
export const PersonFields = ({ page: { lang }, errors, filled }: FieldsProps) => (
  <>
    <Input
      name="name"
      autocomplete="off"
      label={t.name[lang]}
      hint={t.nameHint[lang]}
      value={valueOf(filled, 'name')}
      error={errorOf(errors, 'name', lang)}
    />
    <Select
      name="role"
      label={t.role[lang]}
      items={roleItems(lang)}
      value={valueOf(filled, 'role')}
      error={errorOf(errors, 'role', lang)}
    />
    <Select
      name="lang"
      label={t.language[lang]}
      items={languageItems}
      value={valueOf(filled, 'lang')}
      error={errorOf(errors, 'lang', lang)}
    />
  </>
)

/** Without mail the link is shown to the administrator, once. */
export const LinkPage = ({ page, link }: { page: PageContext; link: string }) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.linkTitle} nav={staffNav(page, 'people')}>
      <h1 class="govuk-heading-l">{t.linkTitle[lang]}</h1>
      <WarningText>{t.linkOnce[lang]}</WarningText>
      <p class="govuk-body">
        <Code>{link}</Code>
      </p>
      <ButtonLink kind="secondary" href={paths.staffPeople()}>
        {t.backToPeople[lang]}
      </ButtonLink>
    </StaffPage>
  )
}
