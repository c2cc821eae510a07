import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeAt } from '#src/modules/staff/rules/one-time-code.ts'
import { freePort } from '#tools/trust/support/postgres.ts'
import { startPortalProcess } from '#tools/trust/support/portal-process.ts'
import { aVisitor, type Visitor } from './visitor.ts'

export type Place = { readonly dataDir: string; readonly databaseUrl: string | undefined }

const environmentOf = ({ dataDir, databaseUrl }: Place) => ({
  DATA_DIR: dataDir,
  TRUST_PROXY: '127.0.0.1',
  // One session asks here as often as thousands would.
  LIMIT_FACTOR: '1000000',
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
})

export type Portal = {
  readonly port: number
  /** Milliseconds from the start of the process to the first answer. */
  readonly readyAfter: number
  /** Megabytes that the process holds now, and the most it ever held. */
  memory(): { readonly now: number; readonly most: number }
  stop(): Promise<void>
}

/** The built portal as its own process. `record`: a file for every statement it runs. */
export async function startPortal(place: Place, record?: string): Promise<Portal> {
  const port = await freePort()
  const settings = { ...environmentOf(place), ...(record === undefined ? {} : { RECORD_SQL: record }) }
  const preload = record === undefined ? undefined : join(process.cwd(), 'bench/support/record-sql.ts')
  const started = await startPortalProcess(port, settings, preload)
  const pid = started.process.pid ?? 0
  return {
    port,
    readyAfter: started.readyAfter,
    memory() {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
      return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
    },
    stop: () => started.kill('SIGTERM'),
  }
}

/** Fills a database with made-up appeals; gives how many a second. */
export function rehearse(place: Place, appeals: number): number {
  if (!existsSync('dist/server/main.js')) throw new Error('Build first: npm run build.')
  const args = ['--liftoff-only', 'dist/server/main.js', 'rehearse', '--appeals', String(appeals)]
  const said = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environmentOf(place), LOG_LEVEL: 'error' },
  })
  return Number(/made-up appeals, (\d+) a second/.exec(said)?.[1] ?? 0)
}

/** Signs in as the supervisor of the rehearsal, who sees every team. */
export async function signInAsSupervisor({ dataDir }: Place, port: number): Promise<Visitor> {
  const accounts = readFileSync(join(dataDir, 'rehearsal-accounts.txt'), 'utf8')
  const line = accounts.split('\n').find((one) => one.includes('supervisor')) ?? ''
  const [, email = '', password = '', secret = ''] = /(\S+@\S+)\s+password (\S+)\s+secret (\S+)/.exec(line) ?? []
  const visitor = aVisitor(port)
  const code = codeAt(secret, new Date())
  const page = await visitor.post('/staff/sign-in', { email, password, code })
  if (page.status !== 200 || page.text.includes('name="password"')) throw new Error('The sign-in was refused.')
  return visitor
}
