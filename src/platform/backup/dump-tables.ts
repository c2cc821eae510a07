import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { SqlSession } from '#src/platform/database/session.ts'
import type { Manifest } from './manifest.ts'
import { tableFile } from './manifest.ts'
import { writeStream } from './write-file.ts'

type Dumped = Pick<Manifest, 'tables' | 'sequences' | 'migrations' | 'queueVersion'>

/** Writes every row as a line of JSON, as all tables were at one moment. */
export async function dumpTables(session: SqlSession, folder: string): Promise<Dumped> {
  await session.script('begin isolation level repeatable read, read only')
  try {
    const tables = []
    for (const table of await session.rows<{ schema: string; name: string }>(TABLES)) {
      const count = { rows: 0 }
      const { sha256 } = await writeStream(Readable.from(linesOf(session, table, count)), tableFile(folder, table), [
        createGzip(),
      ])
      tables.push({ ...table, rows: count.rows, sha256 })
    }
    return {
      tables,
      sequences: await session.rows(SEQUENCES),
      migrations: await session.rows('select number, name, sha256 from schema_migrations order by number'),
      queueVersion: await queueVersion(session),
    }
  } finally {
    await session.script('rollback')
  }
}

export async function queueVersion(session: SqlSession): Promise<number> {
  const [found] = await session.rows<{ version: number }>('select version::int as version from pgboss.version')
  if (!found) throw new Error('The queue has no tables: run "mekendesh migrate" first.')
  return found.version
}

async function* linesOf(session: SqlSession, table: { schema: string; name: string }, count: { rows: number }) {
  await session.script(
    `declare backup no scroll cursor for select row_to_json(t)::text as line from "${table.schema}"."${table.name}" t`,
  )
  for (;;) {
    const rows = await session.rows<{ line: string }>('fetch 1000 from backup')
    if (rows.length === 0) break
    count.rows += rows.length
    yield rows.map(({ line }) => `${line}\n`).join('')
  }
  await session.script('close backup')
}

// Of the queue: what is still to do. Its own figures and list of processes are of the day.
const TABLES = `
  select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and ((n.nspname = 'public' and c.relname <> 'schema_migrations')
      or (n.nspname = 'pgboss' and c.relname in ('queue', 'schedule', 'subscription', 'job', 'job_dependency')))
  order by 1, 2`

const SEQUENCES = `
  select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as value
  from pg_sequences where schemaname = 'public' and last_value is not null order by 1`
