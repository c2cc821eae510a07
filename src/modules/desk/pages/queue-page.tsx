import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { may } from '#src/kernel/roles.ts'
import type { QueueFilter, QueueRow, QueueView } from '#src/modules/appeals/index.ts'
import { stateNames } from '#src/modules/appeals/texts.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { Team } from '#src/modules/staff/index.ts'
import { paths } from '#src/paths.ts'
import { StaffPage, Table, type TableRow } from '#src/ui/index.ts'
import { staffNav, type QueueCounts } from '#src/ui/staff-nav.ts'
import { whereTexts } from '../texts/done.ts'
import { queueTexts as t } from '../texts/queue.ts'
import { DoneBanner, type DoneAct } from './done-banner.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { FindByNumber } from './find-by-number.tsx'
import { KeyList } from './key-list.tsx'
import { DueCell, HolderCell, NumberCell, PlaceCell, StateCell, TopicCell } from './queue-cells.tsx'

export type QueuePageProps = {
  page: PageContext
  view: QueueView
  rows: readonly QueueRow[]
  next: string | undefined
  isFirst: boolean
  counts: QueueCounts
  filter: QueueFilter
  teams: readonly Team[]
  /** Those the reader may choose one of. */
  offered: readonly Team[]
  staffNames: ReadonlyMap<string, string>
  /** Id of the reader. */
  me: string
  hasKeys: boolean
  now: Date
  catalogue: Catalogue
  /** What was searched for in vain. */
  notFound?: string | undefined
  /** The act that took an appeal out of the reader's reach, and the team that has it now. */
  gone: { readonly act: DoneAct; readonly wentTo: Text | undefined } | undefined
}

/** One queue: critical ones on top, then what is due first. */
export const QueuePage = (props: QueuePageProps) => {
  const { page, view, rows, counts, gone } = props
  const title = titleOf(props)
  return (
    <StaffPage
      page={page}
      title={title}
      nav={staffNav(page, view, counts)}
      islands={props.hasKeys ? ['staff-keys'] : []}
    >
      {gone && <DoneBanner page={page} act={gone.act} where={whereIsGone(gone.wentTo)} />}
      <div class="mek-title-row">
        <h1 class="govuk-heading-l">{title}</h1>
        <FindByNumber page={page} notFound={props.notFound} />
      </div>
      <QueueFilters {...props} />
      {rows.length === 0 ? <NothingHere page={page} /> : <QueueTable {...props} />}
      <QueueLinks {...props} />
      <KeyList page={page} on="queue" hasKeys={props.hasKeys} />
    </StaffPage>
  )
}

/** Whose appeals: one team's where one is chosen, all teams' for who sees them all. */
function titleOf({ page: { lang, staff }, view, filter, offered }: QueuePageProps): string {
  if (view !== 'myTeam') return t[view][lang]
  const chosen = offered.find(({ id }) => id === filter.teamId)
  const seesAll = staff !== undefined && may(staff.role, 'appealsAllTeams')
  return (chosen?.name ?? (seesAll ? t.allTeams : t.myTeam))[lang]
}

const whereIsGone = (team: Text | undefined) => [...(team ? [whereTexts.withTeam(team)] : []), whereTexts.outOfReach]

const NothingHere = ({ page: { lang } }: { page: PageContext }) => (
  <div class="govuk-inset-text">
    <h2 class="govuk-heading-s">{t.emptyTitle[lang]}</h2>
    <p class="govuk-body">{t.emptyBody[lang]}</p>
  </div>
)

const QueueTable = (props: QueuePageProps) => {
  const { lang } = props.page
  const titles = [t.number, t.topic, t.place, t.state, t.due, t.holder]
  return (
    <Table
      caption={titleOf(props)}
      isCaptionHidden
      isStacked
      firstCellIsHeader
      columns={titles.map((title) => ({ title: title[lang] }))}
      rows={props.rows.map((row): TableRow => rowOf(row, props))}
    />
  )
}

function rowOf(row: QueueRow, { page, me, now, catalogue, teams, staffNames }: QueuePageProps): TableRow {
  const { lang } = page
  return {
    isCritical: row.urgency === 'critical',
    attributes: { 'data-row': paths.staffAppeal(row.id) },
    cells: [
      <NumberCell row={row} lang={lang} />,
      <TopicCell row={row} lang={lang} catalogue={catalogue} />,
      <PlaceCell row={row} lang={lang} catalogue={catalogue} />,
      <StateCell row={row} lang={lang} name={stateNames[row.state][lang]} />,
      <DueCell row={row} lang={lang} now={now} timeZone={catalogue.settings.numberTimeZone} />,
      <HolderCell row={row} lang={lang} me={me} teams={teams} staffNames={staffNames} />,
    ],
  }
}

const QueueLinks = ({ page: { lang }, view, filter, next, isFirst }: QueuePageProps) => {
  const query = {
    team: filter.teamId,
    topic: filter.topicId,
    country: filter.country,
    lang: filter.lang,
    state: filter.state,
  }
  return (
    <p class="govuk-body mek-queue__links">
      {!isFirst && (
        <a class="govuk-link" href={paths.staffQueue(view, query)}>
          {t.firstPage[lang]}
        </a>
      )}{' '}
      {next !== undefined && (
        <a class="govuk-link" rel="next" href={paths.staffQueue(view, { ...query, after: next })}>
          {t.nextPage[lang]}
        </a>
      )}
    </p>
  )
}
