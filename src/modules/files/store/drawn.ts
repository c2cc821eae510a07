import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pictureSizes, type PictureSize } from '../rules.ts'
import { hasCode, namesBefore, placeOf, spoolFolderOf } from './disk.ts'

// Apart from the files: what can be drawn again at any time is in no backup.
const drawnFolderOf = (dataDir: string) => join(dataDir, 'pictures')

type Drawn = { readonly id: string; readonly size: PictureSize }

const pathOf = (dataDir: string, { id, size }: Drawn) => `${placeOf(drawnFolderOf(dataDir), id)}.${size}`

export async function readDrawn(dataDir: string, drawn: Drawn): Promise<Buffer | undefined> {
  try {
    return await readFile(pathOf(dataDir, drawn))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Keeps it for the next time, if the disk has room. Not flushed: one that is lost is drawn again. */
export async function writeDrawn(dataDir: string, drawn: Drawn, sealed: Uint8Array): Promise<void> {
  const path = pathOf(dataDir, drawn)
  const temporary = join(spoolFolderOf(dataDir), randomBytes(16).toString('base64url'))
  try {
    await mkdir(spoolFolderOf(dataDir), { recursive: true })
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, sealed, { mode: 0o600, flag: 'wx' })
    // Whole or not at all: whoever reads it meanwhile finds the one before, or none.
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    if (!hasCode(error, 'ENOSPC') && !hasCode(error, 'EROFS') && !hasCode(error, 'EDQUOT')) throw error
  }
}

/** Ids of which something was drawn before `before`, folder by folder. */
export async function* listDrawnBefore(dataDir: string, before: Date): AsyncGenerator<string[]> {
  for await (const names of namesBefore(drawnFolderOf(dataDir), before))
    yield [...new Set(names.map((name) => name.replace(/\.\w+$/, '')))]
}

export async function deleteDrawn(dataDir: string, id: string): Promise<void> {
  for (const size of pictureSizes) await rm(pathOf(dataDir, { id, size }), { force: true })
}
