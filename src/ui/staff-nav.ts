import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { may, type Right, type Role } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import type { SideNavItem, SideNavSection } from './navigation.tsx'

/** Where in the staff pages one is; the entry of that name is marked. */
export type StaffPlace = keyof typeof places

/** Open appeals by queue, as the desk counts them; shown where a page has them. */
export type QueueCounts = Readonly<Partial<Record<StaffPlace, number>>>

const queue = (text: Text, view: string, isUrgent = false) =>
  ({ section: 'work', right: 'appealsRead', text, href: paths.staffQueue(view), isUrgent }) as const
const tool = (right: Right, text: Text, href: string) =>
  ({ section: 'service', right, text, href, isUrgent: false }) as const

const places = {
  urgent: queue({ ky: 'Шашылыш', ru: 'Срочные', en: 'Urgent' }, 'urgent', true),
  myTeam: queue({ ky: 'Менин тобум', ru: 'Моя группа', en: 'My team' }, 'myTeam'),
  new: queue({ ky: 'Жаңылар', ru: 'Новые', en: 'New' }, 'new'),
  mine: queue({ ky: 'Мендегилер', ru: 'Мои', en: 'Mine' }, 'mine'),
  waiting: queue({ ky: 'Адамды күтүүдө', ru: 'Ждут человека', en: 'Waiting for the person' }, 'waiting'),
  dueToday: queue({ ky: 'Мөөнөтү бүгүн бүтөт', ru: 'Срок сегодня', en: 'Due today' }, 'dueToday'),
  overdue: queue({ ky: 'Мөөнөтү өткөндөр', ru: 'Просроченные', en: 'Overdue' }, 'overdue', true),
  toCall: queue({ ky: 'Чалуу керек', ru: 'Нужно позвонить', en: 'To call' }, 'toCall'),
  closed: queue({ ky: 'Жабылгандар', ru: 'Закрытые', en: 'Closed' }, 'closed'),
  fileFor: tool(
    'appealsFile',
    { ky: 'Адам үчүн кайрылуу', ru: 'Подать за человека', en: 'File for a person' },
    paths.staffFileFor(),
  ),
  ratings: tool('ratingsRead', { ky: 'Берилген баа', ru: 'Оценки', en: 'Ratings' }, paths.staffRatings()),
  system: tool(
    'systemRead',
    { ky: 'Порталдын абалы', ru: 'Состояние портала', en: 'State of the portal' },
    paths.staffSystem(),
  ),
  people: tool('staffManage', { ky: 'Кызматкерлер', ru: 'Сотрудники', en: 'Staff' }, paths.staffPeople()),
  teams: tool('teamsManage', { ky: 'Топтор', ru: 'Группы', en: 'Teams' }, paths.staffTeams()),
  duty: tool('teamsManage', { ky: 'Нөөмөт тизмеси', ru: 'Список дежурных', en: 'Duty list' }, paths.staffDuty()),
  routing: tool('routingManage', { ky: 'Багыттоо', ru: 'Маршрутизация', en: 'Routing' }, paths.staffRouting()),
  calendars: tool('calendarsManage', { ky: 'Календарлар', ru: 'Календари', en: 'Calendars' }, paths.staffCalendars()),
  notices: tool('noticesRead', { ky: 'Билдирмелер', ru: 'Уведомления', en: 'Notices' }, paths.staffNotices()),
  audit: tool('auditRead', { ky: 'Аракеттердин журналы', ru: 'Журнал действий', en: 'Audit log' }, paths.staffAudit()),
} as const satisfies Record<
  string,
  { section: 'work' | 'service'; right: Right; text: Text; href: string; isUrgent: boolean }
>

/** For who sees the appeals of every team, "my team" holds them all. */
const allTeams: Text = { ky: 'Бардык топтор', ru: 'Все группы', en: 'All teams' }

const titles = {
  work: { ky: 'Иш', ru: 'Работа', en: 'Work' },
  service: { ky: 'Кызмат', ru: 'Служба', en: 'Service' },
} as const satisfies Record<string, Text>

/** Counts stop at 100, see modules/appeals. */
const countText = (count: number) => (count >= 100 ? '99+' : String(count))

/** What this role may open, in sections; nothing before sign-in. */
export function staffNav(
  { lang, staff }: Pick<PageContext, 'lang' | 'staff'>,
  here: StaffPlace | undefined,
  counts: QueueCounts = {},
): SideNavSection[] {
  if (!staff) return []
  return (['work', 'service'] as const).flatMap((section) => {
    const items = itemsOf(section, staff.role).map(([name, place]): SideNavItem => {
      const count = counts[name]
      return {
        href: place.href,
        text: (name === 'myTeam' && may(staff.role, 'appealsAllTeams') ? allTeams : place.text)[lang],
        count: count === undefined ? undefined : countText(count),
        isCurrent: name === here,
        isUrgent: place.isUrgent && count !== undefined && count > 0,
      }
    })
    return items.length > 0 ? [{ title: titles[section][lang], items }] : []
  })
}

const names: readonly StaffPlace[] = [
  'urgent',
  'myTeam',
  'new',
  'mine',
  'waiting',
  'dueToday',
  'overdue',
  'toCall',
  'closed',
  'fileFor',
  'ratings',
  'system',
  'people',
  'teams',
  'duty',
  'routing',
  'calendars',
  'notices',
  'audit',
]

const itemsOf = (section: 'work' | 'service', role: Role) =>
  names
    .map((name) => [name, places[name]] as const)
    .filter(([, place]) => place.section === section && may(role, place.right))
