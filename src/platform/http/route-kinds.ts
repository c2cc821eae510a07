import type { Access } from '#src/kernel/roles.ts'

/**
 * What every route declares (a route without it keeps the server from starting):
 * who may enter, how much of it one visitor may ask for, whether a browser may keep the answer, how large a body may be.
 */
export type RoutePolicy = {
  readonly access: Access
  readonly rate: RateClass
  readonly cache: 'nothing' | 'aMinute' | 'forever'
  /** Bytes. */
  readonly bodyLimit: number
  /** The page is the same for everybody without a session: made once a minute (kept-pages.ts). */
  readonly kept?: true
  /**
   * Public, and yet who has a session is recognised: the limit goes by the appeal, and only strangers share their address's.
   * `toAct`: a post does something in the session's name. `toKnow`: the session only fills in what somebody would choose anyway.
   */
  readonly greets?: 'toAct' | 'toKnow'
  /** Posted from our other host too: what it carries is sealed by us, good once, and leans on no cookie. */
  readonly handedOver?: true
}

/**
 * Requests a minute for whoever is known by then (the holder of an appeal, a member of staff), else for one address, hashed
 * under a key of the day: wide, since a dormitory shares one address.
 */
export const rateClasses = {
  page: 1200,
  form: 600,
  upload: 120,
  /** Words to an appeal or about one, with files. */
  message: 600,
  secret: 300,
  signIn: 120,
  danger: 1200,
} as const
export type RateClass = keyof typeof rateClasses

const KB = 1024
const MB = KB * KB
/**
 * Most bytes of a form that is parsed in one piece: 170,000 Cyrillic letters as a browser sends them. Who pastes too much is
 * told so on the page, with the words still there.
 */
export const LONGEST_FORM = MB
const formBody = LONGEST_FORM
/**
 * Most bytes that are read at all. A browser shows an answer only after it could send everything, and a phone's picture of
 * 25 MB is nobody's ill will: it is read to its end, thrown away, and a page says why.
 */
export const LONGEST_READ = 64 * MB

/** A page anyone may read and a browser may keep for a minute. */
export const publicPage = {
  config: { access: 'public', rate: 'page', cache: 'aMinute', bodyLimit: KB, kept: true },
} as const
/** A step of a form: nothing of it is kept. */
export const publicForm = { config: { access: 'public', rate: 'form', cache: 'nothing', bodyLimit: formBody } } as const
/** What the staff host hands to the people's host. */
export const handOverForm = { config: { ...publicForm.config, bodyLimit: 16 * KB, handedOver: true } } as const
/** The first screen of a form, where nobody has typed anything yet: no browser keeps it, the server does. */
export const firstScreen = { config: { ...publicForm.config, kept: true } } as const
/** One file of a form; the stream itself is limited by modules/files. */
export const publicUpload = {
  config: { access: 'public', rate: 'upload', cache: 'nothing', bodyLimit: LONGEST_READ },
} as const
/** A message to an appeal: whoever wrote for longer than their session lasted must not lose it, so the route asks itself. */
export const publicMessage = { config: { ...publicUpload.config, rate: 'message', greets: 'toAct' } } as const
/** Pictures come many at once with the page that shows them: they do not use up what its forms may ask for. */
export const publicPicture = { config: { ...publicForm.config, rate: 'page' } } as const
/** Where a secret is tried. */
export const secretForm = {
  config: { access: 'public', rate: 'secret', cache: 'nothing', bodyLimit: 16 * KB },
} as const
/** The danger page: never refused for its number, and let in when all else is shed. */
export const dangerForm = {
  config: { access: 'public', rate: 'danger', cache: 'nothing', bodyLimit: formBody },
} as const
/** Pages of one appeal, for who has proved its secret. */
export const personPage = { config: { access: 'person', rate: 'form', cache: 'nothing', bodyLimit: formBody } } as const
export const personPicture = { config: { ...personPage.config, rate: 'page' } } as const
export const signInForm = {
  config: { access: 'public', rate: 'signIn', cache: 'nothing', bodyLimit: 16 * KB },
} as const

/** A staff page for whoever holds the right. */
export const staffPage = (access: Exclude<Access, 'public' | 'person'>) =>
  ({ config: { access, rate: 'form', cache: 'nothing', bodyLimit: formBody } }) as const
export const staffUpload = (access: Exclude<Access, 'public' | 'person'>) =>
  ({ config: { access, rate: 'message', cache: 'nothing', bodyLimit: LONGEST_READ } }) as const
export const staffPicture = (access: Exclude<Access, 'public' | 'person'>) =>
  ({ config: { ...staffPage(access).config, rate: 'page' } }) as const
