import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openDurable } from '#src/platform/database/durable.ts'
import { syncFile, syncFolder } from '#src/platform/database/dirty-files.ts'
import { readMigrations } from '#src/platform/database/migration-files.ts'
import type { Migration } from '#src/platform/database/migration-files.ts'
import type { Database } from '#src/platform/database/open.ts'
import { becomeOwner } from '#src/platform/database/ownership.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import { readTemplate } from '#src/platform/database/template-file.ts'
import { openServer, openServerSession } from '#src/platform/database/server.ts'
import type { Config } from '#src/platform/config.ts'
import type { Db } from '#src/platform/db.ts'
import { problemsOf } from './check-backup.ts'
import { queueVersion } from './dump-tables.ts'
import { loadTables } from './load-tables.ts'
import type { Manifest } from './manifest.ts'
import { readManifest } from './manifest.ts'

type Where = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseAdminUrl'>
export type RestoreOptions = {
  /** Replaces what is there. The embedded database's old folder and the old files are moved aside, not removed. */
  readonly isForced: boolean
  readonly now: Date
  /** What the new embedded database is made from: the built template by itself. */
  readonly template?: Blob | undefined
  /** Writes into what was restored that it was. */
  readonly note?: (db: Db) => Promise<void>
}

/** Puts a backup in the place of an empty portal. Nothing is touched before the whole backup was found good. */
export async function restore(folder: string, where: Where, options: RestoreOptions): Promise<Manifest> {
  const manifest = readManifest(folder)
  const migrations = readMigrations('migrations')
  const problems = await problemsOf(folder, manifest, migrations)
  if (problems.length > 0) throw new Error(`This backup cannot be restored:\n${problems.join('\n')}`)
  // Also holds off a start in the middle: the portal takes the same lock.
  const owner = await becomeOwner(where.dataDir)
  try {
    const aside = `before-restore-${options.now.toISOString().replaceAll(/[:.]/g, '-')}`
    refuseFull(join(where.dataDir, 'files'), options.isForced)
    if (where.databaseUrl === undefined)
      await restoreEmbedded(folder, manifest, migrations, where.dataDir, aside, options)
    else await restoreServer(folder, manifest, migrations, { ...where, databaseUrl: where.databaseUrl }, options)
    await restoreFiles(folder, manifest, where.dataDir, aside)
  } finally {
    await owner.release()
  }
  return manifest
}

function refuseFull(path: string, isForced: boolean): void {
  if (existsSync(path) && !isForced) {
    throw new Error(`There is already something at ${path}. With --force it is replaced.`)
  }
}

// Made whole beside its place; only then the old folder is moved aside.
async function restoreEmbedded(
  folder: string,
  manifest: Manifest,
  migrations: readonly Migration[],
  dataDir: string,
  aside: string,
  { isForced, template = readTemplate(), note }: RestoreOptions,
): Promise<void> {
  const place = join(dataDir, 'pg')
  refuseFull(place, isForced)
  const made = join(dataDir, 'restoring')
  rmSync(made, { recursive: true, force: true })
  const database = await openDurable(
    made,
    manifest.migrations.length < migrations.length ? { from: 'nothing' } : { from: template },
  )
  try {
    await fill(database, folder, manifest, migrations, note)
  } finally {
    await database.close()
  }
  if (existsSync(place)) renameSync(place, join(dataDir, `pg.${aside}`))
  renameSync(join(made, 'pg'), place)
  rmSync(made, { recursive: true })
  await syncFolder(dataDir)
}

async function restoreServer(
  folder: string,
  manifest: Manifest,
  migrations: readonly Migration[],
  where: Where & { databaseUrl: string },
  { isForced, note }: RestoreOptions,
): Promise<void> {
  const admin = await openServerSession(where.databaseAdminUrl ?? where.databaseUrl)
  try {
    const [others] = await admin.rows<{ n: number }>(OTHER_SESSIONS)
    if (others && others.n > 0)
      throw new Error(`${others.n} other connections use this database. Stop the portal first.`)
    const full = (await admin.rows<{ rows: boolean }>(FULL_TABLES)).length
    if (full > 0 && !isForced)
      throw new Error(`This database is not empty (${full} tables). With --force all of it is replaced.`)
    await admin.script(
      'begin; drop schema if exists pgboss cascade; drop schema public cascade; create schema public; commit',
    )
  } finally {
    await admin.close()
  }
  const database = await openServer({ url: where.databaseUrl, adminUrl: where.databaseAdminUrl })
  try {
    await fill(database, folder, manifest, migrations, note)
  } finally {
    await database.close()
  }
}

/** Tables as they were when the backup was made, its rows, and then the migrations that came since. */
async function fill(
  database: Database,
  folder: string,
  manifest: Manifest,
  migrations: readonly Migration[],
  note: RestoreOptions['note'],
): Promise<void> {
  const last = manifest.migrations.at(-1)?.number ?? 0
  await prepareDatabase(
    database,
    migrations.filter(({ number }) => number <= last),
  )
  const admin = await database.openAdmin()
  try {
    const version = await queueVersion(admin)
    if (version !== manifest.queueVersion)
      throw new Error(
        `The backup holds a queue of version ${manifest.queueVersion}; this version of the portal makes ${version}.`,
      )
    await loadTables(admin, folder, manifest)
    await admin.script('analyze')
  } finally {
    await admin.close()
  }
  await prepareDatabase(database, migrations)
  await note?.(database.db)
  await database.settle()
}

async function restoreFiles(folder: string, { files }: Manifest, dataDir: string, aside: string): Promise<void> {
  for (const name of ['files', 'checkpoints.log']) {
    const place = join(dataDir, name)
    if (existsSync(place)) renameSync(place, `${place}.${aside}`)
  }
  for (const { path } of files) {
    const place = join(dataDir, path)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    copyFileSync(join(folder, 'data', path), place)
    await syncFile(place)
  }
  await syncFolder(dataDir)
}

const OTHER_SESSIONS = `
  select count(*)::int as n from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`

const FULL_TABLES = `
  select true as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname = 'public' and c.relname <> 'schema_migrations'
    and pg_relation_size(c.oid) > 0`
