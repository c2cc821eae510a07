import { sql, type Insertable } from 'kysely'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

type Table = keyof Schema
/** `id` is one that reserveIds gave. */
export type BulkRow<Of extends Table> = Insertable<Schema[Of]> & { readonly id?: string }

/** Ids that nobody else will get, for rows of a table whose id the database makes. */
export async function reserveIds(db: Db, table: Table, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select nextval(pg_get_serial_sequence(${table}, 'id'))::text as id
    from generate_series(1, ${sql.lit(count)})`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Writes many rows in one statement with one parameter: ten times as fast as a list of values, and without its limit of
 * 65,535 parameters. All rows have the columns of the first; `json` names those that hold JSON as text.
 */
export async function insertMany<Of extends Table>(
  db: Db,
  table: Of,
  rows: readonly BulkRow<Of>[],
  json: readonly (keyof Schema[Of] & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const texts = rows.map(
    (row) =>
      `{${Object.entries(row)
        .map((pair) => fieldOf(pair, json))
        .join(',')}}`,
  )
  await sql`insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${`[${texts.join(',')}]`}::json)`.execute(
    db,
  )
}

function fieldOf([column, value]: [string, unknown], json: readonly string[]): string {
  const name = JSON.stringify(column)
  if (value instanceof Uint8Array) return `${name}:"\\\\x${Buffer.from(value).toString('hex')}"`
  if (typeof value === 'string' && json.includes(column)) return `${name}:${value}`
  return `${name}:${JSON.stringify(value ?? null)}`
}
