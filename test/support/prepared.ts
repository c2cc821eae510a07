import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { openServer, openServerSession } from '#src/platform/database/server.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import { templateKey } from '#src/platform/database/template-file.ts'
import { makeTemplate } from '#src/platform/database/template.ts'

const CACHE = '.cache/database'

/** Changes with the migrations and with what installs tables of its own. */
function preparedKey(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const parts = [dependencies['@electric-sql/pglite'], dependencies['pg-boss'], templateKey()]
  return createHash('sha256').update(parts.join()).digest('hex').slice(0, 16)
}

/** A data folder with all tables and no rows, made once for these migrations: cloning it takes a tenth of making it. */
export async function preparedDump(): Promise<Blob> {
  const file = `${CACHE}/${preparedKey()}.tar`
  if (!existsSync(file))
    await onceAtATime(`${file}.lock`, () => (existsSync(file) ? Promise.resolve() : makeDump(file)))
  return new Blob([readFileSync(file)])
}

async function makeDump(file: string): Promise<void> {
  // Not packed: unpacking takes longer than reading.
  writeFileSync(`${file}.part`, await makeTemplate('none'))
  renameSync(`${file}.part`, file)
}

/** Name of a database on the test server with all tables and no rows. */
export async function preparedTemplate(serverUrl: string): Promise<string> {
  const name = `mekendesh_template_${preparedKey()}`
  await onceAtATime(`${CACHE}/${name}.lock`, async () => {
    const session = await openServerSession(serverUrl)
    try {
      const [found] = await session.rows('select 1 from pg_database where datname = $1', [name])
      if (found) return
      await session.script(`drop database if exists ${name}_part`)
      await session.script(
        `create database ${name}_part template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`,
      )
      const database = await openServer({ url: urlOf(serverUrl, `${name}_part`), adminUrl: undefined })
      await prepareDatabase(database)
      await database.close()
      await session.script(`alter database ${name}_part rename to ${name}`)
    } finally {
      await session.close()
    }
  })
  return name
}

export function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

// Several test processes start at once; one makes it, the others wait. A lock older than a minute is a dead one's.
async function onceAtATime(lock: string, make: () => Promise<void>): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > 60_000) rmSync(lock, { recursive: true, force: true })
      await setTimeout(100)
    }
  }
  try {
    await make()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
