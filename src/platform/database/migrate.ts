import type { Migration } from './migration-files.ts'
import type { SqlSession } from './session.ts'

type Applied = { number: number; name: string; sha256: string; is_breaking: boolean }

// Any number, the same for every process of the portal.
const ADVISORY_LOCK = 5_310_061

/**
 * Brings the tables to the newest migration, forward only, each file in a transaction of its own.
 * Throws, and changes nothing more, when one fails, when a file that has run was changed,
 * or when the database is ahead of this version by a breaking migration.
 * Gives the names of those that ran.
 */
export async function migrate(session: SqlSession, migrations: readonly Migration[]): Promise<string[]> {
  // Two processes that start at once: the second waits here and then finds nothing to do.
  await session.rows('select pg_advisory_lock($1)', [ADVISORY_LOCK])
  try {
    await session.script(LEDGER)
    const waiting = checkApplied(await readApplied(session), migrations)
    for (const migration of waiting) await apply(session, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await session.rows('select pg_advisory_unlock($1)', [ADVISORY_LOCK])
  }
}

/** Migrations that have not run yet. Throws when what has run does not fit the files. */
export function checkApplied(applied: readonly Applied[], migrations: readonly Migration[]): Migration[] {
  const byNumber = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, sha256, is_breaking } of applied) {
    const file = byNumber.get(number)
    if (file && file.sha256 !== sha256) {
      throw new Error(
        `migrations/${file.name} was changed after it had run. Undo the change and write a new migration.`,
      )
    }
    // One step back must work after an update: a newer, non-breaking migration is let be.
    if (!file && is_breaking)
      throw new Error(
        `The database was migrated by a newer version (${name}). Start that version, or restore a backup.`,
      )
  }
  const last = Math.max(0, ...applied.map(({ number }) => number))
  const done = new Set(applied.map(({ number }) => number))
  const waiting = migrations.filter(({ number }) => !done.has(number))
  const late = waiting.find(({ number }) => number < last)
  if (late)
    throw new Error(`migrations/${late.name} has a lower number than one that has run. Give it the next free number.`)
  return waiting
}

/** Migrations that have not run yet, looked up without changing anything. Throws as `migrate` does. */
export async function waitingMigrations(session: SqlSession, migrations: readonly Migration[]): Promise<Migration[]> {
  const [found] = await session.rows<{ there: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as there`,
  )
  return checkApplied(found?.there === true ? await readApplied(session) : [], migrations)
}

const readApplied = (session: SqlSession) =>
  session.rows<Applied>('select number, name, sha256, is_breaking from schema_migrations order by number')

const LEDGER = `create table if not exists schema_migrations (
  number int primary key, name text not null, sha256 text not null, is_breaking boolean not null,
  applied_at timestamptz not null default now())`

async function apply(session: SqlSession, migration: Migration): Promise<void> {
  await session.script('begin')
  try {
    // A table in use must not make the whole portal queue behind a migration that waits for it.
    await session.script(`set local lock_timeout = '5s'`)
    await session.script(migration.sql)
    await session.rows('insert into schema_migrations (number, name, sha256, is_breaking) values ($1, $2, $3, $4)', [
      migration.number,
      migration.name,
      migration.sha256,
      migration.isBreaking,
    ])
    await session.script('commit')
  } catch (error) {
    await session.script('rollback')
    throw new Error(`migrations/${migration.name} failed and was taken back: ${String(error)}`, { cause: error })
  }
}
