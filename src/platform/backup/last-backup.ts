import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({ madeAt: z.iso.datetime(), folder: z.string() })

// A file and not a row: a row would be in the backup, and a restored portal would tell of a backup that is not its own.
const fileIn = (dataDir: string) => join(dataDir, 'last-backup.json')

/** Remembers that a whole backup was made, for `mekendesh ready`. */
export function noteBackup(dataDir: string, { madeAt, folder }: { readonly madeAt: string; readonly folder: string }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = fileIn(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify({ madeAt, folder })}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** When the last whole backup was made and where; undefined where there was none, or its note cannot be read. */
export function readLastBackup(dataDir: string): { readonly madeAt: Date; readonly folder: string } | undefined {
  try {
    const { madeAt, folder } = schema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
    return { madeAt: new Date(madeAt), folder }
  } catch {
    return undefined
  }
}
