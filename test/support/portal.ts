import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse as Response } from 'fastify'
import type { Role } from '#src/kernel/roles.ts'
import { createPortal } from '#src/app/portal.ts'
import { readConfig, type Config } from '#src/platform/config.ts'
import { newKeyFileText, parseKeyFile } from '#src/platform/key-file.ts'
import type { KeyMaterial } from '#src/platform/keyring.ts'
import { fakeClock, seededRandom } from './clock.ts'
import { openTestDatabase } from './database.ts'
import { startMailServer } from './mail-server.ts'
import { signInAs, type StaffOptions } from './staff.ts'

export type Cookies = Readonly<Record<string, string>>

type Options = {
  /** When the portal's clock stands at first; a Monday morning in Bishkek. */
  readonly now?: string
  readonly config?: Partial<Config>
  readonly seed?: string
  readonly keys?: KeyMaterial
  /** The queue goes by the real time, and its workers fetch as they do in production. */
  readonly hasWorkers?: boolean
}

// Monday 15 June 2026, 10:00 in Bishkek, 07:00 in Moscow: a working hour without a holiday near.
const usualMonday = '2026-06-15T04:00:00Z'

const GB = 1024 ** 3

export type TestPortal = Awaited<ReturnType<typeof startPortal>>

/** The whole portal on a database of its own, with a clock that stands still and a real mail server. */
export async function startPortal({
  now = usualMonday,
  config: changed = {},
  seed = 'test',
  keys = parseKeyFile(newKeyFileText()),
  hasWorkers = false,
}: Options = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'mekendesh-test-'))
  const [database, mail] = await Promise.all([openTestDatabase({ isOnRealTime: hasWorkers }), startMailServer()])
  const clock = fakeClock(now)
  const config: Config = { ...testConfig(), dataDir, smtpUrl: mail.url, ...changed }
  const random = seededRandom(seed)
  const disk = { free: 100 * GB, size: 200 * GB }
  let isBusy = false
  let most = Number.POSITIVE_INFINITY
  const portal = await createPortal({
    config,
    database,
    keys,
    clock,
    random,
    disk: () => Promise.resolve({ ...disk }),
    rootDir: process.cwd(),
    isBusy: () => isBusy,
    mostOf: (usual) => Math.min(most, usual * config.limitFactor),
  })
  await portal.app.ready()
  const { app, deps, jobs } = portal

  return {
    app,
    deps,
    database,
    db: deps.db,
    clock,
    random,
    /** What the portal sees of its disk: roomy, until a test changes it. */
    disk,
    /** Letters that have arrived, and a switch that makes the server refuse. */
    mail,
    get: (path: string, cookies: Cookies = {}) => app.inject({ method: 'GET', url: path, cookies: { ...cookies } }),
    /** Posts a form as a browser would from our own page. */
    post: (path: string, body: Readonly<Record<string, string | readonly string[]>>, cookies: Cookies = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        cookies: { ...cookies },
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: encodeForm(body),
      }),
    /** From now on jobs run by themselves; for a portal that has workers. */
    startWorkers: () => jobs.start(),
    /** Runs every job that is due by the portal's clock, and those that follow from them. */
    runJobs: (options: { readonly mayFail?: boolean } = {}) => jobs.runDue(options),
    /** As if more people asked than can be answered. */
    sheds: (now: boolean) => void (isBusy = now),
    /** From now on so many requests a minute of one kind are let through. */
    limitTo: (requests: number) => void (most = requests),
    signIn: (role: Role, options: StaffOptions = {}) => signInAs(deps, role, options),
    async close() {
      await portal.close()
      await Promise.all([database.close(), mail.close()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function testConfig(): Config {
  const read = readConfig({ LOG_LEVEL: 'silent', MAIL_FROM: 'portal@example.org' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.config
}

function encodeForm(body: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return new URLSearchParams(pairs).toString()
}

/** The cookies a browser would hold after this answer. */
export function cookiesAfter(answer: Response, before: Cookies = {}): Cookies {
  const now = { ...before }
  for (const { name, value, maxAge, expires } of answer.cookies) {
    if (maxAge === 0 || (expires && expires.getTime() === 0) || value === '') delete now[name]
    else now[name] = value
  }
  return now
}
