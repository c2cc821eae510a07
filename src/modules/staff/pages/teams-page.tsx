import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink, StaffPage, Table, Tag } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { Team } from '../store/teams.ts'
import { languageNames } from '../texts/languages.ts'
import { teamsTexts as t } from '../texts/teams.ts'
import { DoneBanner } from './parts.tsx'

type Props = {
  page: PageContext
  teams: readonly Team[]
  /** By team: names of active members. */
  members: ReadonlyMap<string, readonly string[]>
  done?: Text | undefined
}

export const TeamsPage = ({ page, teams, members, done }: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'teams')}>
      <DoneBanner done={done} lang={lang} />
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">{t.intro[lang]}</p>
      <ButtonLink href={paths.staffTeamNew()}>{t.newTeam[lang]}</ButtonLink>
      <Table
        isStacked
        firstCellIsHeader
        caption={t.title[lang]}
        isCaptionHidden
        columns={[t.team, t.kind, t.languages, t.members, t.state].map((title) => ({ title: title[lang] }))}
        rows={teams.map((team) => {
          const names = members.get(team.id) ?? []
          const isUnattended = team.isActive && names.length === 0
          return {
            isCritical: isUnattended,
            cells: [
              <a class="govuk-link" href={paths.staffTeam(team.id)}>
                {team.name[lang]}
              </a>,
              t[team.kind][lang],
              team.langs.map((code) => languageNames[code]).join(', '),
              isUnattended ? <strong>{t.noMembersWarning[lang]}</strong> : names.join(', '),
              <Tag colour={team.isActive ? 'green' : 'grey'}>{team.isActive ? t.open[lang] : t.closed[lang]}</Tag>,
            ],
          }
        })}
      />
    </StaffPage>
  )
}
