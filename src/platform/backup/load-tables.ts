import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { SqlSession } from '#src/platform/database/session.ts'
import type { Manifest } from './manifest.ts'
import { tableFile } from './manifest.ts'

type Table = Manifest['tables'][number]

/** Fills migrated, empty tables with what `dumpTables` wrote: all of it, or nothing. Throws when a count differs. */
export async function loadTables(session: SqlSession, folder: string, manifest: Manifest): Promise<void> {
  await session.script('begin')
  try {
    // Rows come table by table; whether each finds the one it names is checked when all are there.
    const links = await session.rows<{ drop: string; add: string }>(FOREIGN_KEYS)
    for (const { drop } of links) await session.script(drop)
    for (const table of manifest.tables) await loadTable(session, folder, table)
    for (const { add } of links) await session.script(add)
    for (const { name, value } of manifest.sequences)
      await session.rows('select setval($1::regclass, $2::bigint)', [name, value])
    await session.script('commit')
  } catch (error) {
    await session.script('rollback')
    throw error
  }
}

async function loadTable(session: SqlSession, folder: string, table: Table): Promise<void> {
  const full = `"${table.schema}"."${table.name}"`
  const [seeded] = await session.rows<{ some: boolean }>(`select exists (select 1 from ${full}) as some`)
  // Rows that migrations made are in the backup as well. (Not asked of the audit log, which refuses even to be asked.)
  if (seeded?.some) await session.script(`delete from ${full}`)
  const columns = (await session.rows<{ name: string }>(COLUMNS, [full])).map(({ name }) => name).join(', ')
  const insert = `insert into ${full} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${full}, $1::json)`
  let rows = 0
  let batch: string[] = []
  const send = async () => {
    if (batch.length > 0) await session.rows(insert, [`[${batch.join(',')}]`])
    rows += batch.length
    batch = []
  }
  for await (const line of createInterface({
    input: createReadStream(tableFile(folder, table)).pipe(createGunzip()),
  })) {
    batch.push(line)
    if (batch.length === 500) await send()
  }
  await send()
  if (rows !== table.rows) throw new Error(`${table.schema}.${table.name}: ${rows} rows instead of ${table.rows}.`)
}

const FOREIGN_KEYS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
  from pg_constraint
  where contype = 'f' and conparentid = 0 and connamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`

const COLUMNS = `
  select quote_ident(attname) as name from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`
