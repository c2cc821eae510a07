import { join } from 'node:path'
import { commandsOn, runCommandLine } from './app/commands/run.ts'
import { sayOn } from './app/commands/terminal.ts'
import { keysFor } from './app/keys.ts'
import { createPortal, type Portal } from './app/portal.ts'
import { offerFigures } from './app/metrics/offer-figures.ts'
import { greet } from './app/greeting.ts'
import { systemClock, systemRandom } from './platform/clock.ts'
import { readConfig, type Config } from './platform/config.ts'
import { openDatabase } from './platform/database/open.ts'
import { prepareDatabase } from './platform/database/prepare.ts'
import { makePrivateFolder } from './platform/private-folder.ts'

/** What this process does: answer requests, run jobs, or both. The embedded database has one owner, so there it is always both. */
type Part = 'web' | 'worker' | 'all'
const parts: readonly string[] = ['web', 'worker', 'all'] satisfies Part[]

async function start(config: Config, part: Part) {
  if (!config.databaseUrl && part !== 'all')
    throw new Error(
      'The embedded database has one owner process: start it without "web" or "worker", or set DATABASE_URL.',
    )
  makePrivateFolder(config.dataDir)
  const keys = keysFor(config)
  const database = await openDatabase(config)
  await prepareDatabase(database, join(process.cwd(), 'migrations'))
  const portal = await createPortal({
    config,
    database,
    keys,
    clock: systemClock,
    random: systemRandom,
    rootDir: process.cwd(),
  })
  database.owner?.answer(commandsOn({ deps: portal.deps, database }))
  if (part !== 'web') await portal.jobs.start()
  if (part !== 'worker') await portal.app.listen({ port: config.port, host: config.host })
  const figures = await offerFigures(portal.deps)
  stopOnSignal(portal, async () => {
    await figures?.close()
    await database.close()
  })
  await greet(portal.deps)
}

/** SIGTERM finishes what was accepted; a second one does not wait. */
function stopOnSignal(portal: Portal, closeDatabase: () => Promise<void>) {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    portal
      .close()
      .then(closeDatabase)
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function fail(error: unknown): never {
  const isWhole = read.ok && read.config.isDev
  console.error(error instanceof Error && !isWhole ? error.message : error)
  process.exit(1)
}

const read = readConfig(process.env)
if (!read.ok) fail(`Not started:\n${read.problems.map((problem) => `  ${problem}`).join('\n')}`)
const part = process.argv[2] ?? 'all'
if (parts.includes(part)) {
  await start(read.config, part as Part).catch(fail) // `parts` holds exactly the values of Part
} else {
  const say = sayOn(process.stdout, () => systemClock.now())
  await runCommandLine(read.config, process.argv.slice(2), say).then((code) => process.exit(code), fail)
}
