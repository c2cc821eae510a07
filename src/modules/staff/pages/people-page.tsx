import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { roleNames, type Role } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink, StaffPage, Table, Tag } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { StaffState } from '../store/accounts.ts'
import { peopleTexts as t } from '../texts/people.ts'
import { DoneBanner, Moment } from './parts.tsx'

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly state: StaffState
  readonly signedInAt: Date | null
  readonly teams: readonly Text[]
}

type Props = { page: PageContext; people: readonly Person[]; timeZone: string; done?: Text | undefined }

export const stateColours = { invited: 'yellow', active: 'green', disabled: 'grey' } as const

export const PeoplePage = ({ page, people, timeZone, done }: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'people')}>
      <DoneBanner done={done} lang={lang} />
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <ButtonLink href={paths.staffInvite()}>{t.invite[lang]}</ButtonLink>
      <Table
        isStacked
        isWide
        firstCellIsHeader
        caption={t.title[lang]}
        isCaptionHidden
        columns={[t.name, t.email, t.role, t.teams, t.state, t.lastSignIn].map((title) => ({ title: title[lang] }))}
        rows={people.map((person) => [
          <a class="govuk-link" href={paths.staffPerson(person.id)}>
            {person.name}
          </a>,
          <Email address={person.email} />,
          roleNames[person.role][lang],
          person.teams.map((team) => team[lang]).join(', '),
          <Tag colour={stateColours[person.state]}>{t[person.state][lang]}</Tag>,
          person.signedInAt ? <Moment at={person.signedInAt} timeZone={timeZone} /> : t.never[lang],
        ])}
      />
    </StaffPage>
  )
}

/** On a phone an address breaks before its host, not in the middle of a word. */
const Email = ({ address }: { address: string }) => {
  const [name, ...host] = address.split('@')
  return (
    <>
      {name}
      <wbr />@{host.join('@')}
    </>
  )
}
