import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openDurable } from '#src/platform/database/durable.ts'
import { writingsOf, type Canary } from './canaries.ts'
import { startPortalProcess } from './portal-process.ts'
import { freePort } from './postgres.ts'

export type Machine = {
  readonly port: number
  readonly pid: number
  readonly home: string
  readonly dataDir: string
  /** Stops the portal and gives every file that can be taken away, the dumps of all tables among them. */
  seize(): Promise<readonly string[]>
  remove(): Promise<void>
}

/** The real program with a data folder, a folder for temporary files, a log and a backup of its own. */
export async function startMachine(settings: Readonly<Record<string, string>>, preload?: string): Promise<Machine> {
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-seized-'))
  const [dataDir, temp] = [join(home, 'data'), join(home, 'temp')]
  mkdirSync(temp)
  const port = await freePort()
  const env = { DATA_DIR: dataDir, TMPDIR: temp, LOG_LEVEL: 'debug', ...settings }
  const said: string[] = []
  const portal = await startPortalProcess(port, env, preload, (text) => said.push(text))
  return {
    port,
    pid: portal.process.pid ?? 0,
    home,
    dataDir,
    async seize() {
      // While it runs: what a moment later is tidied away counts, too.
      const lively = join(home, 'while-running')
      execFileSync('cp', ['-r', temp, lively])
      backUp(env, join(home, 'backup'))
      await portal.kill('SIGTERM')
      writeFileSync(join(home, 'log'), said.join(''))
      await dump(dataDir, join(home, 'dump'))
      return filesIn(home)
    },
    async remove() {
      await portal.kill('SIGKILL')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function backUp(env: Readonly<Record<string, string>>, folder: string) {
  const main =
    existsSync('dist/server/main.js') && !process.env['MEKENDESH_DEV']
      ? ['dist/server/main.js']
      : ['--import', 'tsx', 'src/main.ts']
  execFileSync(process.execPath, ['--liftoff-only', ...main, 'backup', folder], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
  })
}

/** Every row of every table as PostgreSQL writes it, bytes as hex: what a thief with a dump reads. */
async function dump(dataDir: string, folder: string) {
  mkdirSync(folder)
  const database = await openDurable(dataDir)
  const session = await database.openAdmin()
  const tables = await session.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) {
    const rows = await session.rows<{ line: string }>(`select t::text as line from ${name} t`)
    writeFileSync(join(folder, name.replaceAll('"', '')), rows.map(({ line }) => line).join('\n'))
  }
  await session.close()
  await database.close()
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

export type Find = { readonly canary: Canary; readonly places: readonly string[] }

/** Which canaries sing where. Places are named without their changing parts. */
export function search(home: string, files: readonly string[], canaries: readonly Canary[]): Find[] {
  const places = new Map<Canary, Set<string>>()
  const wanted = canaries.map((canary) => ({ canary, writings: writingsOf(canary.text) }))
  for (const file of files) {
    const bytes = file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)
    for (const { canary, writings } of wanted)
      if (writings.some((writing) => bytes.includes(writing)))
        places.set(canary, (places.get(canary) ?? new Set()).add(placeOf(relative(home, file))))
  }
  return [...places].map(([canary, found]) => ({ canary, places: [...found].toSorted() }))
}

const placeOf = (path: string) =>
  path
    .replace(/^data\/pg\/pg_wal\/.*/, 'write-ahead log')
    .replace(/^data\/pg\/.*/, 'database files')
    .replace(/^data\/files\/.*/, 'uploaded files')
    .replace(/^backup\/.*/, 'backup')
    .replace(/^dump\//, 'table ')
