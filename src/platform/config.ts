import { z } from 'zod'

/**
 * Everything that can be configured, in one table. `.env.example` is checked against it (test/drift.test.ts).
 * `for` says who must set it: `production` needs those marked so; a secret has no working default.
 */
const port = z.coerce.number().int().min(0).max(65_535)
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''))
/** "127.0.0.1:9464" or "[::1]:9464". An address, no name: whether it is this machine alone must be seen from it. */
const listenAddress = z
  .string()
  .regex(/^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{1,5}$/i, 'must be address:port, as in 127.0.0.1:9464')
  .transform((text, context) => {
    const [, host = '', end = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(text) ?? []
    const number = port.safeParse(end)
    if (number.success) return { host, port: number.data }
    context.addIssue('must end with a port from 0 to 65535')
    return z.NEVER
  })

/** "127.0.0.1:3310", "clamd.local:3310" or the path of a socket, "/run/clamav/clamd.ctl". */
const socketAddress = z.string().transform((text, context) => {
  if (text.startsWith('/')) return { path: text }
  const [, host = '', end = ''] = /^\[?([^\s[\]]+?)\]?:(\d+)$/.exec(text) ?? []
  const number = port.safeParse(end)
  if (host !== '' && number.success) return { host, port: number.data }
  context.addIssue('must be host:port, as in 127.0.0.1:3310, or the path of a socket, as in /run/clamav/clamd.ctl')
  return z.NEVER
})

export const settings = {
  MEKENDESH_MODE: {
    is: z.enum(['rehearsal', 'production']).default('rehearsal'),
    says: 'rehearsal: made-up accounts and keys, a line on every page. production: real people.',
  },
  PORT: { is: port.default(3000), says: 'Port the web server listens on.' },
  HOST: { is: z.string().default('127.0.0.1'), says: 'Address the web server listens on.' },
  DATA_DIR: {
    is: z.string().default('./data'),
    says: 'Folder for the embedded database, files, rehearsal keys and checkpoints.',
  },
  DATABASE_URL: {
    is: z.string().optional(),
    says: 'PostgreSQL 15 or newer, as the role that may change rows. Unset: the embedded database.',
  },
  DATABASE_ADMIN_URL: {
    is: z.string().optional(),
    says: 'The same database as the role that may change tables; migrations use it. Unset: DATABASE_URL.',
  },
  PUBLIC_URL: {
    is: httpUrl.optional(),
    says: 'Address people type, for example https://example.kg. Production needs it.',
  },
  STAFF_URL: { is: httpUrl.optional(), says: 'Address of the staff pages when they live on their own host.' },
  TRUST_PROXY: {
    is: z.string().optional(),
    says: 'Addresses of the proxies in front, comma separated, or "none". Production needs it.',
  },
  KEYS_FILE: {
    is: z.string().optional(),
    says: 'File with the keys (mekendesh keys new). Production needs it, outside DATA_DIR.',
  },
  CATALOGUE_DIR: {
    is: z.string().default('./catalogue'),
    says: 'Folder with topics, bodies, countries, calendars and the owner’s settings.',
  },
  SMTP_URL: {
    is: z.string().optional(),
    says: 'Mail server, smtp://user:password@host:port. Unset: notices wait in the outbox page.',
  },
  MAIL_FROM: { is: z.string().default('noreply@localhost'), says: 'Sender of notices.' },
  AUDIT_MAIL_TO: {
    is: z.string().optional(),
    says: 'Addresses that keep signed checkpoints of the audit log, comma separated.',
  },
  MEKENDESH_DEV: {
    is: z.enum(['0', '1']).default('0'),
    says: 'Set by npm run dev: 1 shows /_gallery and whole errors.',
  },
  LIMIT_FACTOR: {
    is: z.coerce.number().min(1).default(1),
    says: 'How many times as often one place or account may ask. For measuring in a rehearsal (npm run bench).',
  },
  METRICS_LISTEN: {
    is: listenAddress.optional(),
    says: 'Address of its own for the figures of Prometheus, for example 127.0.0.1:9464. Unset: there are none.',
  },
  METRICS_TOKEN: {
    is: z.string().min(24).optional(),
    says: 'What Prometheus must send to read them (a bearer token). Needed where METRICS_LISTEN is not this machine alone.',
  },
  CLAMD_ADDRESS: {
    is: socketAddress.optional(),
    says: 'Where the virus scanner clamd listens, host:port or the path of its socket. Unset: files are not scanned.',
  },
  LOG_LEVEL: { is: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), says: 'How much is logged.' },
} as const satisfies Record<string, { is: z.ZodType; says: string }>

type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['is']> }

export type Config = {
  readonly mode: 'rehearsal' | 'production'
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly databaseAdminUrl: string | undefined
  readonly publicUrl: string
  readonly staffUrl: string | undefined
  readonly trustProxy: readonly string[]
  readonly keysFile: string | undefined
  readonly catalogueDir: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly auditMailTo: readonly string[]
  readonly isDev: boolean
  readonly limitFactor: number
  readonly metricsListen: Settings['METRICS_LISTEN']
  readonly metricsToken: string | undefined
  readonly clamdAddress: Settings['CLAMD_ADDRESS']
  readonly logLevel: Settings['LOG_LEVEL']
}

/** Reads the environment once, at start. Gives all problems together, so that nobody mends them one by one. */
export function readConfig(env: NodeJS.ProcessEnv): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const given: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, { is }] of Object.entries(settings)) {
    const value = env[name]?.trim()
    const parsed = is.safeParse(value === '' ? undefined : value)
    if (parsed.success) given[name] = parsed.data
    else problems.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`)
  }
  // Every name was parsed by its own schema just above.
  const all = given as Settings
  problems.push(...wrongInProduction(all), ...openToAll(all))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: configFrom(all) }
}

function wrongInProduction(all: Settings): string[] {
  if (all.MEKENDESH_MODE !== 'production') return []
  const needed = ['PUBLIC_URL', 'TRUST_PROXY', 'KEYS_FILE'] as const
  const missing = needed
    .filter((name) => all[name] === undefined)
    .map((name) => `${name}: production needs it. ${settings[name].says}`)
  // One would show the gallery to everybody and whole errors in the log, the other open the door to whoever guesses.
  const unfit = [
    ...(all.MEKENDESH_DEV === '1' ? ['MEKENDESH_DEV: not in production. It shows /_gallery and whole errors.'] : []),
    ...(all.LIMIT_FACTOR === 1 ? [] : ['LIMIT_FACTOR: not in production. The limits keep guessing slow.']),
  ]
  return [...missing, ...unfit]
}

/** The figures name nobody, and yet they say when somebody called for help: in no mode are they for everybody. */
function openToAll({ METRICS_LISTEN: at, METRICS_TOKEN: token }: Settings): string[] {
  if (!at || token !== undefined || at.host === '::1' || at.host.startsWith('127.')) return []
  return [`METRICS_TOKEN: ${at.host} can be reached from other machines. ${settings.METRICS_TOKEN.says}`]
}

const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== 'none')

const configFrom = (all: Settings): Config => ({
  mode: all.MEKENDESH_MODE,
  port: all.PORT,
  host: all.HOST,
  dataDir: all.DATA_DIR,
  databaseUrl: all.DATABASE_URL,
  databaseAdminUrl: all.DATABASE_ADMIN_URL,
  publicUrl: all.PUBLIC_URL ?? `http://localhost:${all.PORT}`,
  staffUrl: all.STAFF_URL,
  trustProxy: listOf(all.TRUST_PROXY),
  keysFile: all.KEYS_FILE,
  catalogueDir: all.CATALOGUE_DIR,
  smtpUrl: all.SMTP_URL,
  mailFrom: all.MAIL_FROM,
  auditMailTo: listOf(all.AUDIT_MAIL_TO),
  isDev: all.MEKENDESH_DEV === '1',
  limitFactor: all.LIMIT_FACTOR,
  metricsListen: all.METRICS_LISTEN,
  metricsToken: all.METRICS_TOKEN,
  clamdAddress: all.CLAMD_ADDRESS,
  logLevel: all.LOG_LEVEL,
})
