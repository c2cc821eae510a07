import type { SqlSession } from './session.ts'

type Column = {
  table: string
  name: string
  type: string
  isArray: boolean
  isNullable: boolean
  hasDefault: boolean
  isAlwaysMade: boolean
}
type Check = { table: string; text: string }

/** What a column's values are in TypeScript. Both databases are opened so that they give these (database/open.ts). */
const typesOf: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'Int8',
  float4: 'number',
  float8: 'number',
  numeric: 'Numeric',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  uuid: 'string',
  date: 'string',
  interval: 'string',
  tsvector: 'string',
  timestamptz: 'Time',
  jsonb: 'Json',
  bytea: 'Bytes',
}

const HEAD = `// Generated from migrations/ by \`npm run gen-types\`. Do not edit.
import type { ColumnType } from 'kysely'
`
/** Named in the generated file only where a table uses them, so that the compiler finds nothing unused. */
const aliases = {
  Int8: `/** bigint: text when read. */
type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>`,
  Numeric: 'type Numeric = ColumnType<string, string | number, string | number>',
  Time: 'type Time = ColumnType<Date, Date, Date>',
  Json: `/** jsonb: written as text made by JSON.stringify, since the two drivers disagree on arrays; read as a value to be parsed. */
type Json = ColumnType<unknown, string, string>`,
  Bytes: 'type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>',
  HasDefault: `type HasDefault<Of> = Of extends ColumnType<infer Read, infer Insert, infer Update>
  ? ColumnType<Read, Insert | undefined, Update>
  : ColumnType<Of, Of | undefined, Of>`,
  AlwaysMade: '/** The database makes it; it is never written. */\ntype AlwaysMade<Of> = ColumnType<Of, never, never>',
}

/** The text of src/platform/schema.ts for the tables of a migrated database. */
export async function schemaTypes(session: SqlSession): Promise<string> {
  const columns = await session.rows<Column>(COLUMNS)
  const choices = choicesFrom(await session.rows<Check>(CHECKS))
  const tables = Map.groupBy(columns, ({ table }) => table)
  const rows = [...tables].map(([table, own]) => tableType(table, own, choices))
  const all = [...tables.keys()].map((table) => `  ${table}: ${rowName(table)}\n`)
  const body = `${rows.join('\n')}\nexport interface Schema {\n${all.join('')}}\n`
  const used = Object.entries(aliases).filter(([name]) => new RegExp(`\\b${name}\\b`).test(body))
  return `${HEAD}\n${used.map(([, text]) => text).join('\n')}\n\n${body}`
}

function tableType(table: string, columns: readonly Column[], choices: ReadonlyMap<string, string>): string {
  const lines = columns.map(
    (column) => `  ${column.name}: ${columnType(column, choices.get(`${table}.${column.name}`))}\n`,
  )
  return `export interface ${rowName(table)} {\n${lines.join('')}}\n`
}

function columnType(column: Column, choice: string | undefined): string {
  const plain = choice ?? typesOf[column.type]
  if (plain === undefined)
    throw new Error(
      `${column.table}.${column.name}: no TypeScript type for ${column.type}; add one in database/schema-types.ts.`,
    )
  const one = column.isArray ? `${plain.includes('|') ? `(${plain})` : plain}[]` : plain
  const whole = column.isNullable ? `${one} | null` : one
  if (column.isAlwaysMade) return `AlwaysMade<${whole.replace('Int8', 'string')}>`
  return column.hasDefault && !column.isNullable ? `HasDefault<${whole}>` : whole
}

const rowName = (table: string) =>
  `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Table`

/** `check (state in ('open', 'closed'))` becomes 'open' | 'closed'; also for the elements of an array (`<@ array[…]`). */
function choicesFrom(checks: readonly Check[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { table, text } of checks) {
    const match = ONE_OF.exec(text) ?? ONLY_ONE.exec(text)
    const [, column, list] = match ?? []
    if (column === undefined || list === undefined) continue
    const values = [...list.matchAll(/'((?:[^']|'')*)'::(?:text|character varying)/g)].map(([, value]) => `'${value}'`)
    found.set(`${table}.${column}`, values.join(' | '))
  }
  return found
}
const ONE_OF = /^CHECK \(\(*(?:\w+ IS NULL\) OR \()?(\w+) (?:= ANY|<@) \(?ARRAY\[([^\]]*)\]\)*$/
const ONLY_ONE = /^CHECK \(\((\w+) = ('(?:[^']|'')*'::text)\)\)$/

const COLUMNS = `
  select c.relname as table, a.attname as name,
    case when t.typelem <> 0 and t.typlen = -1 then e.typname else t.typname end as type,
    (t.typelem <> 0 and t.typlen = -1) as "isArray",
    not a.attnotnull as "isNullable",
    (a.atthasdef or a.attidentity <> '') as "hasDefault",
    (a.attidentity = 'a' or a.attgenerated <> '') as "isAlwaysMade"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem
  where c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname collate "C", a.attnum`

const CHECKS = `
  select c.relname as table, pg_get_constraintdef(k.oid) as text
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where k.contype = 'c'
  order by c.relname, k.conname`
