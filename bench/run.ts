// npm run bench [-- --appeals N] [--only embedded|server] [--seconds N] [--say-only]: one table from one run, beside each
// figure its limit in the same run; kept in docs/bench.md, unless it is only to be said. Ends with 1 when a goal is missed.
// Measures the built portal on the embedded database and on a throw-away PostgreSQL; nothing leaves 127.0.0.1.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openServerSession } from '#src/platform/database/server.ts'
import { exitOnSignal } from '#tools/trust/support/ending.ts'
import { findPostgres, startPostgres } from '#tools/trust/support/postgres.ts'
import { measure, type Figures, type Setting } from './support/measure.ts'
import { goalLines, goalsOf, shortfallsOf, tableOf } from './support/table.ts'

const { values } = parseArgs({
  options: {
    appeals: { type: 'string', default: '100000' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    keep: { type: 'boolean' },
    'say-only': { type: 'boolean' },
  },
})
const [loadBefore = 0] = loadavg()
const REMARKS = '## Remarks'
const appeals = Number(values.appeals)
const seconds = Number(values.seconds)
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)

exitOnSignal()
execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
const folder = mkdtempSync(join(tmpdir(), 'mekendesh-bench-'))
// Also after a signal: 100,000 appeals are gigabytes. What writes there was ended just before (ending.ts).
process.once('exit', () => {
  if (!values.keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
const folderOf = (name: string) => {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true, mode: 0o755 })
  return path
}

async function onEmbedded(): Promise<Figures> {
  const place = (name: string) => ({ dataDir: folderOf(`embedded-${name}`), databaseUrl: undefined })
  return measure(settingOf(place), say)
}

async function onServer(): Promise<Figures> {
  // The user postgres must be able to pass through.
  execFileSync('chmod', ['755', folder])
  const server = await startPostgres(join(folder, 'postgres'), ['shared_buffers=256MB', 'max_wal_size=4GB'])
  try {
    const admin = await openServerSession(server.url)
    for (const name of ['few', 'many']) await admin.script(`create database ${name}`)
    await admin.close()
    const url = (name: string) => server.url.replace(/postgres$/, name === 'peer' ? 'many' : name)
    return await measure(
      settingOf((name) => ({ dataDir: folderOf(`server-${name}`), databaseUrl: url(name) })),
      say,
    )
  } finally {
    await server.stop()
  }
}

const settingOf = (place: (name: string) => Setting['few']): Setting => ({
  few: place('few'),
  many: place('many'),
  peer: place('peer'),
  appeals,
  folder: folderOf('plan'),
  seconds,
})

const parts: string[] = []
const short: string[] = []
for (const [kind, title, run] of [
  ['server', 'On PostgreSQL', onServer],
  ['embedded', 'On the embedded database', onEmbedded],
] as const) {
  if (values.only !== undefined && values.only !== kind) continue
  if (kind === 'server' && findPostgres() === undefined) {
    parts.push(`## ${title}\n\nNot measured: there are no PostgreSQL programs on this machine.`)
    continue
  }
  say(title)
  const figures = await run()
  const goals = goalsOf(figures, kind)
  const found = shortfallsOf(figures.lines, goals)
  short.push(...found.map((one) => `- ${title}: ${one}.`))
  parts.push(`## ${title}\n\n${tableOf(figures)}\n\n${goalLines(goals)}`)
  console.log(`\n${parts.at(-1)}\n`)
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
const version = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
const head = `# What was measured

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, version ${version}, ${machine}; load of the machine before it
began ${loadBefore.toFixed(1)}. Few is 500 appeals, many is ${appeals}. Ten connections, the best of three rounds of ${seconds} s, portal and
limit turn by turn; HTTP/1.1, bytes are head and compressed body as they came. The limit is a bare Fastify in the same run that
sends the same bytes, after the same statements where the page has any.
`
const shortfalls = `## Where it falls short\n\n${short.length > 0 ? short.join('\n') : 'Nowhere: all goals are met.'}`
console.log(shortfalls)
if (!values['say-only']) {
  // What people wrote about the figures stays.
  const page = 'docs/bench.md'
  const remarks = existsSync(page) ? (readFileSync(page, 'utf8').split(REMARKS)[1] ?? '\n') : '\n'
  writeFileSync(page, `${head}\n${parts.join('\n\n')}\n\n${shortfalls}\n\n${REMARKS}${remarks}`)
}
process.exit(short.length > 0 ? 1 : 0)
