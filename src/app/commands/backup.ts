import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '#src/platform/backup/back-up.ts'
import { noteBackup } from '#src/platform/backup/last-backup.ts'
import { readManifest, type KeyMark } from '#src/platform/backup/manifest.ts'
import { restore } from '#src/platform/backup/restore.ts'
import { systemClock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import type { Db } from '#src/platform/db.ts'
import { openPglite, sessionOn } from '#src/platform/database/embedded.ts'
import { openDurable } from '#src/platform/database/durable.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { askOwner } from '#src/platform/database/ownership.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import { openServerSession } from '#src/platform/database/server.ts'
import type { OpenSession } from '#src/platform/database/session.ts'
import { readKeyFile } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import type { Command, Say } from './command.ts'
import { onlyOne } from './command.ts'
import { keyFileOf } from './keys.ts'
import { noteAct, recordAct } from './note-act.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'DIR',
  says: 'Writes everything but the keys to a new folder, while the portal runs.',
  restIsPath: true,
  runs: 'here',
  async run(config, given, say) {
    const folder = onlyOne(given, 'folder')
    const snapshot = `${folder}.snapshot`
    const now = systemClock.now()
    // Somebody has a copy of everything. But a database that takes no more rows needs its backup most.
    await noteAct(config, { what: 'backup.begun', id: now.toISOString() }).catch((error: unknown) =>
      say(
        `The audit log does not say that this backup is made: ${error instanceof Error ? error.message : String(error)}`,
      ),
    )
    try {
      const { tables, files, madeAt } = await backUp({
        dataDir: config.dataDir,
        folder,
        madeAt: now,
        keys: keyMark(config),
        database: config.databaseUrl === undefined ? 'embedded' : 'server',
        openSession: () =>
          config.databaseUrl === undefined ? openCopy(config.dataDir, snapshot) : openServerSession(config.databaseUrl),
      })
      noteBackup(config.dataDir, { madeAt, folder })
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      say(`${folder}: ${rows} rows of ${tables.length} tables, ${files.length} files.`)
      say(
        `The keys are NOT in it. Keep a copy of ${keyFileOf(config)} elsewhere: without it sealed texts cannot be read.`,
      )
      return 0
    } finally {
      rmSync(snapshot, { recursive: true, force: true })
    }
  },
}

/** What the running portal is asked for by `backup`; not a command of its own. */
export const SNAPSHOT = 'snapshot'

// The rows are read from a copy of the folder, so that the portal waits for the copying only.
async function openCopy(dataDir: string, snapshot: string): Promise<OpenSession> {
  if (!existsSync(join(dataDir, 'pg'))) throw new Error(`There is no database in ${dataDir}.`)
  const asked = await askOwner(dataDir, { command: SNAPSHOT, args: [snapshot] }, (line) => console.error(line))
  if (asked === undefined) {
    const database = await openDurable(dataDir)
    await database.snapshot(snapshot).finally(() => database.close())
  } else if (asked !== 0) throw new Error('The running portal could not copy its database.')
  const pglite = await openPglite({ folder: snapshot })
  return { ...sessionOn(pglite, async () => {}), close: () => pglite.close() }
}

function keyMark(config: Config): KeyMark {
  const material = readKeyFile(keyFileOf(config))
  return { ids: material.main.map(({ id }) => id), check: keyringFrom(material).lookup('backup', 'check') }
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'DIR [--force]',
  says: 'Puts a backup in the place of an empty portal that does not run. --force replaces what is there.',
  options: { force: 'flag' },
  restIsPath: true,
  runs: 'here',
  async run(config, given, say) {
    const folder = onlyOne(given, 'folder')
    const isForced = given.options['force'] === true
    const note = (db: Db) =>
      recordAct({ db, clock: systemClock }, { what: 'backup.restored', id: readManifest(folder).madeAt })
    const { tables, files, madeAt } = await restore(folder, config, { isForced, now: systemClock.now(), note })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    say(`Restored what was there on ${madeAt}: ${rows} rows of ${tables.length} tables, ${files.length} files.`)
    sayOfKeys(config, folder, say)
    return 0
  },
}

function sayOfKeys(config: Config, folder: string, say: Say): void {
  const { keys } = readManifest(folder)
  const file = keyFileOf(config)
  if (existsSync(file) && keyMark(config).check === keys.check) return
  say(
    `Put the key file that was in force then (with the keys ${keys.ids.join(', ')}) at ${file} before you start the portal.`,
  )
}

/** What a running portal is asked: its start has brought the tables to its own version. */
export const MIGRATE = 'migrate'

export const migrateCommand: Command = {
  name: MIGRATE,
  usage: '',
  says: 'Brings the tables to this version, as DATABASE_ADMIN_URL, and gives the role of DATABASE_URL its rights.',
  runs: 'here',
  async run(config, _given, say) {
    const request = { command: MIGRATE, args: [] }
    const asked = config.databaseUrl === undefined ? await askOwner(config.dataDir, request, say) : undefined
    if (asked !== undefined) return asked
    const database = await openDatabase(config)
    try {
      const ran = await prepareDatabase(database)
      say(ran.length === 0 ? 'Nothing to do.' : `Ran ${ran.join(', ')}.`)
      return 0
    } finally {
      await database.close()
    }
  },
}
