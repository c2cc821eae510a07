import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFile, syncFolder } from '#src/platform/database/dirty-files.ts'
import type { OpenSession } from '#src/platform/database/session.ts'
import { copyFiles } from './copy-files.ts'
import { dumpTables } from './dump-tables.ts'
import type { KeyMark, Manifest } from './manifest.ts'
import { MANIFEST } from './manifest.ts'

export type BackUpInput = {
  readonly dataDir: string
  /** Must not exist, or be empty. */
  readonly folder: string
  readonly madeAt: Date
  readonly keys: KeyMark
  readonly database: Manifest['database']
  /** A connection on which nobody else works. For the embedded database: on a copy of its folder. */
  openSession(): Promise<OpenSession>
}

/** Writes a backup to a folder that appears only when it is whole. */
export async function backUp(input: BackUpInput): Promise<Manifest> {
  const { dataDir, folder } = input
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Name a new folder for each backup.`)
  const made = `${folder}.part`
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { recursive: true, mode: 0o700 })
  // A file is there before its row and goes after it. So: the files, then the rows of one moment, then the files that
  // have come meanwhile. No row is without its file; a file without a row is swept away after a restore.
  const files = new Map<string, Manifest['files'][number]>()
  await copyFiles(dataDir, made, files)
  const session = await input.openSession()
  const dumped = await dumpTables(session, made).finally(() => session.close())
  await copyFiles(dataDir, made, files)
  const { madeAt, keys, database } = input
  const manifest: Manifest = {
    format: 1,
    madeAt: madeAt.toISOString(),
    database,
    ...dumped,
    files: [...files.values()],
    keys,
  }
  writeFileSync(join(made, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  await syncFile(join(made, MANIFEST))
  rmSync(folder, { recursive: true, force: true })
  renameSync(made, folder)
  await syncFolder(dirname(folder))
  return manifest
}
