import type { Lang } from '#src/kernel/lang.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { addDays } from '#src/kernel/iso-day.ts'
import { dayInWords, timeIn } from '#src/language/dates.ts'
import type { QueueRow } from '#src/modules/appeals/index.ts'
import { topicNotSet } from '#src/modules/appeals/texts.ts'
import type { AppealState } from '#src/modules/appeals/rules/states.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { Team } from '#src/modules/staff/index.ts'
import { paths } from '#src/paths.ts'
import { Code, Tag, type TagColour } from '#src/ui/index.ts'
import { queueTexts as t } from '../texts/queue.ts'

type Cell = { row: QueueRow; lang: Lang }

export const NumberCell = ({ row, lang }: Cell) => (
  <>
    <a class="govuk-link" href={paths.staffAppeal(row.id)}>
      <Code>{row.number}</Code>
    </a>
    <span class="mek-note">{t[row.lang][lang]}</span>
  </>
)

export const TopicCell = ({ row, lang, catalogue }: Cell & { catalogue: Catalogue }) => (
  <>
    {row.isTopicSet ? (catalogue.topic(row.topicId)?.name[lang] ?? row.topicId) : topicNotSet.staff[lang]}
    {row.isUnread && row.state !== 'submitted' && <strong class="mek-note">{t.hasNews[lang]}</strong>}
    {row.isFlagged && <strong class="mek-note">{t.noRoute[lang]}</strong>}
    {row.needsCall && <strong class="mek-note">{t.needsCall[lang]}</strong>}
  </>
)

export const PlaceCell = ({ row, lang, catalogue }: Cell & { catalogue: Catalogue }) => (
  <>{catalogue.country(row.country)?.name[lang] ?? row.country}</>
)

const colours = {
  submitted: 'blue',
  registered: 'blue',
  underReview: 'green',
  moreInfoNeeded: 'yellow',
  answered: 'green',
  closed: 'grey',
} as const satisfies Record<AppealState, TagColour>

export const StateCell = ({ row, lang, name }: Cell & { name: string }) => (
  <>
    {row.urgency === 'critical' && <Tag colour="red">{t.critical[lang]}</Tag>}{' '}
    {row.level === 'protected' && <Tag colour="red">{t.protected[lang]}</Tag>}{' '}
    <Tag colour={colours[row.state]}>{name}</Tag>
  </>
)

const MINUTE = 60_000
/** Nearer than this a deadline is shown in minutes. */
const NEAR_MINUTES = 120

export const DueCell = ({ row, lang, now, timeZone }: Cell & { now: Date; timeZone: string }) => {
  if (!row.dueAt) return <>—</>
  const minutes = Math.floor((row.dueAt.getTime() - now.getTime()) / MINUTE)
  // What runs while we wait for the person is the law's term alone.
  const note = row.state === 'moreInfoNeeded' ? t.lawRuns[lang] : undefined
  return (
    <>
      {minutes < 0 ? (
        <strong class="mek-late">{t.late[lang]}</strong>
      ) : minutes < NEAR_MINUTES ? (
        <strong class="mek-late">{t.minutes(minutes)[lang]}</strong>
      ) : (
        dayWords(row.dueAt, now, timeZone, lang)
      )}
      {note !== undefined && <span class="mek-note">{note}</span>}
    </>
  )
}

function dayWords(at: Date, now: Date, timeZone: string, lang: Lang): string {
  const [day, today] = [dayAt(timeZone, at), dayAt(timeZone, now)]
  const time = timeIn(timeZone, at)
  if (day === today) return `${t.today[lang]} ${time}`
  if (day === addDays(today, 1)) return `${t.tomorrow[lang]} ${time}`
  return dayInWords(day, today)[lang]
}

type HolderProps = Cell & { me: string; teams: readonly Team[]; staffNames: ReadonlyMap<string, string> }

export const HolderCell = ({ row, lang, me, teams, staffNames }: HolderProps) => {
  const team = teams.find(({ id }) => id === row.teamId)
  const holder =
    row.assigneeId === undefined ? t.nobody[lang] : row.assigneeId === me ? t.me[lang] : staffNames.get(row.assigneeId)
  return (
    <>
      {holder}
      <span class="mek-note">{team?.name[lang]}</span>
    </>
  )
}
