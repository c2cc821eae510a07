import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '#src/platform/database/migration-files.ts'
import type { Manifest } from './manifest.ts'
import { tableFile } from './manifest.ts'
import { hashOf } from './write-file.ts'

/** Everything that is wrong with a backup; empty when it can be restored by this version. */
export async function problemsOf(
  folder: string,
  manifest: Manifest,
  migrations: readonly Migration[],
): Promise<string[]> {
  const problems: string[] = []
  for (const table of manifest.tables) {
    await checkFile(tableFile(folder, table), table.sha256, problems)
  }
  for (const { path, sha256 } of manifest.files) await checkFile(join(folder, 'data', path), sha256, problems)
  const known = new Map(migrations.map(({ number, sha256 }) => [number, sha256]))
  for (const { number, name, sha256 } of manifest.migrations) {
    if (known.get(number) !== sha256)
      problems.push(`It was made after migration ${name}, which this version does not have.`)
  }
  return problems
}

async function checkFile(path: string, sha256: string, problems: string[]): Promise<void> {
  if (!existsSync(path)) problems.push(`${path} is missing.`)
  else if ((await hashOf(path)) !== sha256) problems.push(`${path} was changed.`)
}
