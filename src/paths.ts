import type { Lang } from '#src/kernel/lang.ts'

/** Every address of the portal: the pattern a route is registered under, beside the link that leads to it. */
const lang = '/:lang(^(?:ky|ru|en)$)'

export const patterns = {
  root: '/',
  home: lang,
  topics: `${lang}/topics`,
  foreigners: `${lang}/foreigners`,
  about: `${lang}/about`,
  privacy: `${lang}/privacy`,
  accessibility: `${lang}/accessibility`,
  danger: `${lang}/danger`,
  exit: '/exit',

  ask: `${lang}/ask`,
  askStep: `${lang}/ask/:step`,
  askFile: `${lang}/ask/files`,
  askFileRemove: `${lang}/ask/files/remove`,
  receiptProve: `${lang}/receipt/prove`,

  myAppeal: `${lang}/appeal`,
  myAppealOpen: `${lang}/appeal/open`,
  myAppealAct: `${lang}/appeal/:act`,
  myAppealFile: `${lang}/appeal/files/:fileId`,
  verifyContact: `${lang}/verify/:token`,

  assets: '/assets/*',
  health: '/healthz',
  ready: '/readyz',

  staffSignIn: '/staff/sign-in',
  staffSignOut: '/staff/sign-out',
  staffHome: '/staff',
  staffSetUp: '/staff/set-up/:token',
  staffAccount: '/staff/account',
  staffAccountAct: '/staff/account/:act',
  staffPeople: '/staff/people',
  staffInvite: '/staff/people/invite',
  staffPerson: '/staff/people/:id',
  staffPersonAct: '/staff/people/:id/:act',
  staffTeams: '/staff/teams',
  staffTeamNew: '/staff/teams/new',
  staffTeam: '/staff/teams/:id',
  staffTeamMembers: '/staff/teams/:id/members',
  staffDuty: '/staff/duty',
  staffCalendars: '/staff/calendars',
  staffRouting: '/staff/routing',
  staffRoutingTopic: '/staff/routing/topics/:topic',
  staffRoutingTeam: '/staff/routing/teams/:language',
  staffRoutingUndo: '/staff/routing/changes/:change',
  staffNotices: '/staff/notices',
  staffAudit: '/staff/audit',
  staffSystem: '/staff/system',
  staffQueue: '/staff/queue/:view',
  staffFind: '/staff/find',
  staffFileFor: '/staff/file-for-a-person',
  staffAppeal: '/staff/appeals/:id',
  staffAppealAct: '/staff/appeals/:id/:act',
  staffAppealFiles: '/staff/appeals/:id/files',
  staffAppealFile: '/staff/appeals/:id/files/:fileId',
} as const

export const paths = {
  home: (lang: Lang) => `/${lang}`,
  topics: (lang: Lang) => `/${lang}/topics`,
  foreigners: (lang: Lang) => `/${lang}/foreigners`,
  about: (lang: Lang) => `/${lang}/about`,
  privacy: (lang: Lang) => `/${lang}/privacy`,
  accessibility: (lang: Lang) => `/${lang}/accessibility`,
  danger: (lang: Lang) => `/${lang}/danger`,
  exit: () => '/exit',

  ask: (lang: Lang, start: { kind?: 'consultation' | 'problem-report'; topic?: string } = {}) =>
    withQuery(`/${lang}/ask`, start),
  askStep: (lang: Lang, step: string) => `/${lang}/ask/${step}`,
  askFile: (lang: Lang) => `/${lang}/ask/files`,
  askFileRemove: (lang: Lang) => `/${lang}/ask/files/remove`,
  receiptProve: (lang: Lang) => `/${lang}/receipt/prove`,

  myAppeal: (lang: Lang) => `/${lang}/appeal`,
  myAppealOpen: (lang: Lang) => `/${lang}/appeal/open`,
  myAppealAct: (lang: Lang, act: string) => `/${lang}/appeal/${act}`,
  myAppealFile: (lang: Lang, fileId: string) => `/${lang}/appeal/files/${fileId}`,
  verifyContact: (lang: Lang, token: string) => `/${lang}/verify/${token}`,

  staffSignIn: () => '/staff/sign-in',
  staffSignOut: () => '/staff/sign-out',
  staffHome: () => '/staff',
  staffSetUp: (token: string) => `/staff/set-up/${token}`,
  staffAccount: () => '/staff/account',
  staffAccountAct: (act: string) => `/staff/account/${act}`,
  staffPeople: () => '/staff/people',
  staffInvite: () => '/staff/people/invite',
  staffPerson: (id: string) => `/staff/people/${id}`,
  staffPersonAct: (id: string, act: string) => `/staff/people/${id}/${act}`,
  staffTeams: () => '/staff/teams',
  staffTeamNew: () => '/staff/teams/new',
  staffTeam: (id: string) => `/staff/teams/${id}`,
  staffTeamMembers: (id: string) => `/staff/teams/${id}/members`,
  staffDuty: () => '/staff/duty',
  staffCalendars: () => '/staff/calendars',
  staffRouting: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/staff/routing', query),
  staffRoutingTopic: (topic: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/staff/routing/topics/${topic}`, query),
  staffRoutingTeam: (lang: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/staff/routing/teams/${lang}`, query),
  staffRoutingUndo: (change: string) => `/staff/routing/changes/${change}`,
  staffNotices: () => '/staff/notices',
  staffAudit: () => '/staff/audit',
  staffSystem: () => '/staff/system',
  staffQueue: (view: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/staff/queue/${view}`, query),
  staffFind: () => '/staff/find',
  staffFileFor: () => '/staff/file-for-a-person',
  staffAppeal: (id: string) => `/staff/appeals/${id}`,
  staffAppealAct: (id: string, act: string) => `/staff/appeals/${id}/${act}`,
  staffAppealFiles: (id: string) => `/staff/appeals/${id}/files`,
  staffAppealFile: (id: string, fileId: string) => `/staff/appeals/${id}/files/${fileId}`,
} as const

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
