// npm run bench [-- --appeals N] [--only embedded|server]: one table from one run, beside each figure its limit in the same
// run. Measures the built portal on the embedded database and on a throw-away PostgreSQL; nothing leaves 127.0.0.1.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openServerSession } from '#src/platform/database/server.ts'
import { findPostgres, startPostgres } from '#tools/trust/support/postgres.ts'
import { measure, type Figures, type Setting } from './support/measure.ts'
import { goalLines, goalsOf, tableOf } from './support/table.ts'

const { values } = parseArgs({
  options: { appeals: { type: 'string', default: '100000' }, only: { type: 'string' }, keep: { type: 'boolean' } },
})
const REMARKS = '## Remarks'
const appeals = Number(values.appeals)
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)

execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
const folder = mkdtempSync(join(tmpdir(), 'mekendesh-bench-'))
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
})

const parts: string[] = []
let isAllMet = true
try {
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
    isAllMet &&= goals.every(({ isMet }) => isMet)
    parts.push(`## ${title}\n\n${tableOf(figures)}\n\n${goalLines(goals)}`)
    console.log(`\n${parts.at(-1)}\n`)
  }
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
const head = `# What was measured

\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, ${machine}. Few is 500 appeals, many is ${appeals}. Ten connections,
the best of three rounds of three seconds, portal and limit turn by turn; HTTP/1.1, bytes are head and compressed body as they
came. The limit is a bare Fastify in the same run that sends the same bytes, after the same statements where the page has any.
`
// What people wrote about the figures stays.
const page = 'docs/bench.md'
const remarks = existsSync(page) ? (readFileSync(page, 'utf8').split(REMARKS)[1] ?? '') : '\n'
writeFileSync(page, `${head}\n${parts.join('\n\n')}\n\n${REMARKS}${remarks}`)
console.log(isAllMet ? 'All other goals are met.' : 'Some goals are missed; see above.')
