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
} as const

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
