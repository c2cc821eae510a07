import type { Text } from './lang.ts'

/** Who works here. The words are the glossary's codes. */
export const roles = [
  'operator',
  'lawyer',
  'supervisor',
  'editor',
  'translator',
  'bodyOfficer',
  'diasporaHelper',
  'head',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** The glossary's words, as they stand beside a name. */
export const roleNames = {
  operator: { ky: 'Оператор', ru: 'Оператор', en: 'Operator' },
  lawyer: { ky: 'Юрист', ru: 'Юрист', en: 'Lawyer' },
  supervisor: { ky: 'Көзөмөлдөөчү', ru: 'Контролёр', en: 'Supervisor' },
  editor: { ky: 'Редактор', ru: 'Редактор', en: 'Editor' },
  translator: { ky: 'Котормочу', ru: 'Переводчик', en: 'Translator' },
  bodyOfficer: { ky: 'Органдын кызматкери', ru: 'Сотрудник органа', en: 'Body officer' },
  diasporaHelper: { ky: 'Диаспорадан көмөкчү', ru: 'Помощник из диаспоры', en: 'Diaspora helper' },
  head: { ky: 'Жетекчи', ru: 'Руководитель', en: 'Head' },
  auditor: { ky: 'Аудитор', ru: 'Аудитор', en: 'Auditor' },
  administrator: { ky: 'Администратор', ru: 'Администратор', en: 'Administrator' },
} as const satisfies Record<Role, Text>

/** What one may be allowed to do. A button, a route and a job ask the same table. */
export const rights = [
  'appealsRead', // open appeals of one's teams, see queues
  'appealsWork', // take, answer, ask, note, register, close
  'appealsFile', // file for a person who phones or visits
  'appealsAllTeams', // see and hand over appeals of every team (never protected ones by this alone)
  'ratingsRead', // figures of what people said of their answers
  'urgencyLower',
  'teamsManage', // teams, who is in them, the duty list
  'routingManage',
  'calendarsManage',
  'staffManage', // accounts: invite, disable, reset
  'noticesRead', // outbox, delivery failures
  'systemRead', // the administrator's first page
  'auditRead', // acts: who, when, on what; never contents
] as const
export type Right = (typeof rights)[number]

/** Roles without work yet have no rights yet. */
export const rightsOf = {
  operator: ['appealsRead', 'appealsWork', 'appealsFile', 'urgencyLower'],
  lawyer: ['appealsRead', 'appealsWork', 'appealsFile', 'urgencyLower'],
  supervisor: [
    'appealsRead',
    'appealsWork',
    'appealsFile',
    'appealsAllTeams',
    'ratingsRead',
    'urgencyLower',
    'teamsManage',
    'routingManage',
    'calendarsManage',
    'noticesRead',
  ],
  editor: [],
  translator: [],
  bodyOfficer: [],
  diasporaHelper: [],
  head: [],
  auditor: ['auditRead'],
  administrator: [
    'teamsManage',
    'routingManage',
    'calendarsManage',
    'staffManage',
    'noticesRead',
    'systemRead',
    'auditRead',
  ],
} as const satisfies Record<Role, readonly Right[]>

export const may = (role: Role, right: Right): boolean => (rightsOf[role] as readonly Right[]).includes(right)

/** Who may enter an address. `person` holds an open appeal session; `staff` is anyone signed in; a right names the table above. */
export type Access = 'public' | 'person' | 'staff' | Right
