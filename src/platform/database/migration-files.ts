import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export type Migration = {
  readonly number: number
  readonly name: string
  readonly sha256: string
  /** A step back to the version before is not possible once it ran. */
  readonly isBreaking: boolean
  readonly sql: string
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
const FIRST_LINE = /^-- breaking: (yes|no)\r?\n/

/** All migrations of a folder in order. Throws on a name, number or first line that is not as it should be. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => readMigration(folder, name))
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index - 1]?.number === migration.number)
      throw new Error(`Two migrations have the number ${migration.number}.`)
  }
  return migrations
}

function readMigration(folder: string, name: string): Migration {
  const number = FILE_NAME.exec(name)?.[1]
  if (number === undefined) throw new Error(`migrations/${name}: the name must be as in 0012-what.sql.`)
  const sql = readFileSync(`${folder}/${name}`, 'utf8')
  const breaking = FIRST_LINE.exec(sql)?.[1]
  if (breaking === undefined)
    throw new Error(`migrations/${name}: the first line must be "-- breaking: yes" or "-- breaking: no".`)
  return {
    number: Number(number),
    name,
    sha256: createHash('sha256').update(sql).digest('hex'),
    isBreaking: breaking === 'yes',
    sql,
  }
}
