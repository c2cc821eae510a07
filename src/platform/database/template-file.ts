import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readMigrations } from './migration-files.ts'

/** Changes with the migrations: a template made from others would be refused as changed. */
export function templateKey(folder = 'migrations'): string {
  const hashes = readMigrations(folder).map(({ sha256 }) => sha256)
  return createHash('sha256').update(hashes.join()).digest('hex').slice(0, 16)
}

/** Where `npm run build` puts a data folder with all tables and no rows (tools/make-template.ts). */
export const templateFile = (): string => `dist/database-${templateKey()}.tar.gz`

/** Starting from it costs a fifth of the memory and time. Undefined where none was built: the first start makes all itself. */
export const readTemplate = (): Blob | undefined => {
  const file = templateFile()
  return existsSync(file) ? new Blob([readFileSync(file)]) : undefined
}
