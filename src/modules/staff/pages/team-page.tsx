import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { roleNames } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Code,
  errorOf,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  Radios,
  Select,
  StaffPage,
  Table,
  Tag,
  valueOf,
  valuesOf,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { Team, TeamMember } from '../store/teams.ts'
import { peopleTexts } from '../texts/people.ts'
import { teamsTexts as t } from '../texts/teams.ts'
import { stateColours } from './people-page.tsx'
import { DoneBanner, languageItems } from './parts.tsx'

type FormProps = { page: PageContext; errors?: readonly FormError[]; filled: Filled }

export const NewTeamPage = ({ page, errors = [], filled }: FormProps) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.newTeam} nav={staffNav(page, 'teams')} hasErrors={errors.length > 0}>
      <BackLink href={paths.staffTeams()}>{t.backToTeams[lang]}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.newTeam[lang]}</h1>
      <Form page={page} action={paths.staffTeamNew()}>
        <TeamFields page={page} errors={errors} filled={filled} />
        <Radios
          name="kind"
          legend={t.kind[lang]}
          legendSize="s"
          hint={t.kindFixed[lang]}
          items={[
            { value: 'ordinary', text: t.ordinary[lang] },
            { value: 'protection', text: t.protection[lang], hint: t.protectionHint[lang] },
          ]}
          value={valueOf(filled, 'kind')}
          error={errorOf(errors, 'kind', lang)}
        />
        <Button preventDoubleClick>{t.makeTeam[lang]}</Button>
      </Form>
    </StaffPage>
  )
}

const nameFields = [
  ['nameKy', t.nameKy, 'ky'],
  ['nameRu', t.nameRu, 'ru'],
  ['nameEn', t.nameEn, 'en'],
] as const

const TeamFields = ({ page: { lang }, errors = [], filled }: FormProps) => (
  <>
    {nameFields.map(([name, label, own]) => (
      <Input
        name={name}
        label={label[lang]}
        attributes={{ lang: own }}
        value={valueOf(filled, name)}
        error={errorOf(errors, name, lang)}
      />
    ))}
    <Checkboxes
      name="langs"
      legend={t.languages[lang]}
      legendSize="s"
      items={languageItems}
      values={valuesOf(filled, 'langs')}
      error={errorOf(errors, 'langs', lang)}
    />
  </>
)

type TeamProps = FormProps & {
  team: Team
  members: readonly TeamMember[]
  /** Who could still be added. */
  candidates: readonly { readonly id: string; readonly name: string }[]
  /** False to who is no protector, on the page of a protection team. */
  mayAdd: boolean
  done?: Text | undefined
}

export const TeamPage = (props: TeamProps) => {
  const { page, team, errors = [], filled, done } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={team.name} nav={staffNav(page, 'teams')} hasErrors={errors.length > 0}>
      <BackLink href={paths.staffTeams()}>{t.backToTeams[lang]}</BackLink>
      <DoneBanner done={done} lang={lang} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{team.name[lang]}</h1>
      {team.kind === 'protection' && <InsetText>{t.protectionHint[lang]}</InsetText>}
      <Members {...props} />
      <h2 class="govuk-heading-m">{t.aboutTeam[lang]}</h2>
      <Form page={page} action={paths.staffTeam(team.id)}>
        <TeamFields page={page} errors={errors} filled={filled} />
        <Radios
          name="state"
          legend={t.state[lang]}
          legendSize="s"
          isInline
          hint={t.closedHint[lang]}
          items={[
            { value: 'open', text: t.open[lang] },
            { value: 'closed', text: t.closed[lang] },
          ]}
          value={valueOf(filled, 'state')}
          error={errorOf(errors, 'state', lang)}
        />
        <Button>{t.save[lang]}</Button>
      </Form>
    </StaffPage>
  )
}

const Members = (props: TeamProps) => {
  const { page, team, members, mayAdd } = props
  const { lang } = page
  const action = paths.staffTeamMembers(team.id)
  return (
    <>
      <h2 class="govuk-heading-m">{t.members[lang]}</h2>
      {members.length === 0 && <p class="govuk-body">{t.noMembers[lang]}</p>}
      {members.length > 0 && (
        <Table
          isStacked
          firstCellIsHeader
          caption={t.members[lang]}
          isCaptionHidden
          columns={[t.person, t.role, t.action].map((title) => ({ title: title[lang] }))}
          rows={members.map((member) => [
            <>
              {member.name}{' '}
              {member.state !== 'active' && (
                <Tag colour={stateColours[member.state]}>{peopleTexts[member.state][lang]}</Tag>
              )}
            </>,
            roleNames[member.role][lang],
            <Form page={page} action={action}>
              <input type="hidden" name="staffId" value={member.staffId} />
              <Button kind="secondary" name="move" value="remove">
                {t.remove[lang]}
                <span class="govuk-visually-hidden"> {member.name}</span>
              </Button>
            </Form>,
          ])}
        />
      )}
      {mayAdd ? <NewMember {...props} /> : <HowToAdd page={page} isEmpty={members.length === 0} />}
    </>
  )
}

const NewMember = ({ page, team, candidates, errors = [] }: TeamProps) => {
  const { lang } = page
  return (
    <Form page={page} action={paths.staffTeamMembers(team.id)}>
      <Select
        name="staffId"
        label={t.addMember[lang]}
        items={[{ value: '', text: t.choose[lang] }, ...candidates.map(({ id, name }) => ({ value: id, text: name }))]}
        error={errorOf(errors, 'staffId', lang)}
      />
      <Button kind="secondary" name="move" value="add">
        {t.add[lang]}
      </Button>
    </Form>
  )
}

const HowToAdd = ({ page: { lang }, isEmpty }: { page: PageContext; isEmpty: boolean }) => (
  <InsetText>
    <p class="govuk-body">{t.protectorsOnly[lang]}</p>
    {isEmpty && (
      <p class="govuk-body">
        {t.firstProtector[lang]} <Code>mekendesh staff protect --email …</Code>
      </p>
    )}
  </InsetText>
)
