import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Manifest } from './manifest.ts'
import { writeStream } from './write-file.ts'

type FileEntry = Manifest['files'][number]

/** What of DATA_DIR goes along besides the database; never keys. Uploads under way are not yet anybody's. */
const KEPT = [{ path: 'files', without: 'tmp' }, { path: 'checkpoints.log' }] as const

/** Copies what is not in `done` yet, and adds it there. Called before and after the rows are read: see back-up.ts. */
export async function copyFiles(dataDir: string, folder: string, done: Map<string, FileEntry>): Promise<void> {
  for (const path of listKept(dataDir)) {
    if (done.has(path)) continue
    try {
      done.set(path, {
        path,
        ...(await writeStream(createReadStream(join(dataDir, path)), join(folder, 'data', path))),
      })
    } catch (error) {
      // Removed since it was listed: then no row names it any more.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
}

function listKept(dataDir: string): string[] {
  const found: string[] = []
  const walk = (path: string, without: string | undefined) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name !== without) walk(join(path, entry.name), undefined)
      else if (entry.isFile()) found.push(relative(dataDir, join(path, entry.name)))
    }
  }
  for (const kept of KEPT) {
    const path = join(dataDir, kept.path)
    if (!existsSync(path)) continue
    if ('without' in kept) walk(path, kept.without)
    else found.push(kept.path)
  }
  return found
}
