/** How long a sign-in lasts (trust.md S14: AAL2). */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 60 * 60_000
/** A session's last use is written at most this often: a page is a read, not a write. */
export const TOUCH_MS = 60_000

// Clocks of two processes differ a little. More than this means that a clock was set back, and a session must not live longer by it.
const SLACK_MS = 60_000

/** Neither idle too long nor too old; also not from the future. */
export function isSessionAlive(session: { readonly createdAt: Date; readonly seenAt: Date }, now: Date): boolean {
  const age = now.getTime() - session.createdAt.getTime()
  const idle = now.getTime() - session.seenAt.getTime()
  return age >= -SLACK_MS && idle >= -SLACK_MS && age < ABSOLUTE_MS && idle < IDLE_MS
}

/** When a session ends if nothing more is asked for. */
export const sessionEnd = (session: { readonly createdAt: Date; readonly seenAt: Date }): Date =>
  new Date(Math.min(session.createdAt.getTime() + ABSOLUTE_MS, session.seenAt.getTime() + IDLE_MS))

// In this order: most browsers also call themselves Chrome, and all but Firefox Safari.
const browsers = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bYaBrowser\//, 'Yandex'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  // Also Chromium and HeadlessChrome.
  [/Chrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  // Only Safari itself names a version of its own.
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
] as const

const systems = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
] as const

/** "Chrome, Android": enough for the owner to know a session again, too little to follow anybody. Empty when unknown. */
export function deviceOf(userAgent: string | undefined): string {
  const nameIn = (list: typeof browsers | typeof systems) => list.find(([mark]) => mark.test(userAgent ?? ''))?.[1]
  return [nameIn(browsers), nameIn(systems)].filter((name) => name !== undefined).join(', ')
}

/** A staff page to come back to after signing in; nothing else, so that no link leads away from here. */
export const staffPathIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/staff\/[\w/-]*(\?[\w=&.%-]*)?$/.test(value) ? value : undefined
