import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { formatNumber } from '#src/language/numbers.ts'
import { scores } from '#src/modules/appeals/rules/rating.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { Team } from '#src/modules/staff/index.ts'
import { paths } from '#src/paths.ts'
import { StaffPage, Table } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { figuresBy, figuresOf, periods, type ClosingCount, type Figures, type Period } from '../rules/ratings.ts'
import { ratingTexts as t } from '../texts/ratings.ts'

type Props = {
  page: PageContext
  days: Period
  counts: readonly ClosingCount[]
  isProtector: boolean
  teams: readonly Team[]
  /** Those whose queue the reader may choose. */
  offered: readonly Team[]
  catalogue: Catalogue
}

export const RatingsPage = (props: Props) => {
  const { page, counts, days } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'ratings')}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">
        {t.lead[lang]} {!props.isProtector && t.withoutProtected[lang]}
      </p>
      <Periods page={page} current={days} />
      {counts.length === 0 ? (
        <p class="govuk-body">{t.nothing[lang]}</p>
      ) : (
        <>
          <FiguresTable page={page} caption={t.byTeam} first={t.team} lines={teamLines(props)} />
          <FiguresTable page={page} caption={t.byTopic} first={t.topic} lines={topicLines(props)} />
        </>
      )}
    </StaffPage>
  )
}

const Periods = ({ page: { lang }, current }: { page: PageContext; current: Period }) => (
  <nav aria-label={t.period[lang]}>
    <ul class="govuk-list mek-tabs">
      {periods.map((days) => (
        <li>
          <a
            class="govuk-link"
            href={paths.staffRatings({ days: String(days) })}
            aria-current={days === current ? 'page' : undefined}
          >
            {t.days(days)[lang]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** `href`: the closed appeals behind it, as far as they are closed still. */
type Line = Figures & { readonly name: string; readonly href?: string | undefined }

const teamLines = ({ page: { lang }, counts, teams, offered }: Props): Line[] => [
  { name: t.all[lang], href: paths.staffQueue('closed'), ...figuresOf(counts) },
  ...figuresBy(counts, 'teamId').map((line) => ({
    ...line,
    name: teams.find(({ id }) => id === line.id)?.name[lang] ?? line.id,
    href: offered.some(({ id }) => id === line.id) ? paths.staffQueue('closed', { team: line.id }) : undefined,
  })),
]

const topicLines = ({ page: { lang }, counts, catalogue }: Props): Line[] =>
  figuresBy(counts, 'topicId').map(({ id, ...figures }) => ({
    ...figures,
    name: id === undefined ? t.noTopic[lang] : (catalogue.topic(id)?.name[lang] ?? id),
    href: id === undefined ? undefined : paths.staffQueue('closed', { topic: id }),
  }))

type TableProps = { page: PageContext; caption: Text; first: Text; lines: readonly Line[] }

const FiguresTable = ({ page: { lang }, caption, first, lines }: TableProps) => (
  <Table
    isStacked
    firstCellIsHeader
    caption={caption[lang]}
    captionSize="m"
    columns={[
      { title: first[lang] },
      ...[t.closed, t.rated, ...scores.map((score) => t[score])].map((title) => ({
        title: title[lang],
        isNumeric: true,
      })),
    ]}
    rows={lines.map(({ name, href, closed, rated }) => [
      href === undefined ? (
        name
      ) : (
        <a class="govuk-link" href={href}>
          {name}
        </a>
      ),
      formatNumber(closed, lang),
      rated ? formatNumber(rated.count, lang) : t.fewer[lang],
      ...scores.map((score) => (rated ? t.percent(rated.shares[score])[lang] : '')),
    ])}
  />
)
