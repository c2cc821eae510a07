import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the bytes lie: DATA_DIR/files/ab/cd/<id>. Ids are ours (base64url), never a name somebody sent. */
const folderOf = (dataDir: string) => join(dataDir, 'files')
export const spoolFolderOf = (dataDir: string) => join(folderOf(dataDir), 'tmp')

/** Where something of this id lies in a folder of such: ab/cd/<id>. */
export function placeOf(folder: string, id: string): string {
  // An id also comes from addresses: anything else than our own alphabet must not become a path.
  if (!/^[A-Za-z0-9_-]{22}$/.test(id)) throw new Error('Not an id of a file.')
  return join(folder, id.slice(0, 2), id.slice(2, 4), id)
}

const pathOf = (dataDir: string, id: string) => placeOf(folderOf(dataDir), id)

/** Returns when the bytes would survive a power cut: a row may point at them from now on. */
export async function writeSealed(dataDir: string, id: string, sealed: Uint8Array): Promise<void> {
  const path = pathOf(dataDir, id)
  const temporary = join(spoolFolderOf(dataDir), `${id}.new`)
  await mkdir(spoolFolderOf(dataDir), { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(sealed)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  const inner = dirname(path)
  // The folders may be as new as the file: each entry is kept by syncing the folder that holds it.
  for (const folder of [inner, dirname(inner), folderOf(dataDir)]) await syncFolder(folder)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const readSealed = (dataDir: string, id: string): Promise<Buffer> => readFile(pathOf(dataDir, id))

export const deleteSealed = (dataDir: string, id: string): Promise<void> => rm(pathOf(dataDir, id), { force: true })

/** Ids of files last written before `before`, folder by folder. */
export const listStoredBefore = (dataDir: string, before: Date) => namesBefore(folderOf(dataDir), before)

/** Names in a folder of such, ab/cd/<name>, last written before `before`. */
export async function* namesBefore(root: string, before: Date): AsyncGenerator<string[]> {
  for (const outer of await namesIn(root)) {
    if (outer.length !== 2) continue
    for (const inner of await namesIn(join(root, outer))) {
      yield await olderIn(join(root, outer, inner), before)
    }
  }
}

/** Removes what uploads of a stopped process left behind. */
export async function deleteSpooledBefore(dataDir: string, before: Date): Promise<void> {
  const folder = spoolFolderOf(dataDir)
  for (const name of await olderIn(folder, before)) await rm(join(folder, name), { force: true })
}

async function olderIn(folder: string, before: Date): Promise<string[]> {
  const older: string[] = []
  for (const name of await namesIn(folder)) {
    // Gone between the two looks: somebody else removed it.
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found?.isFile() === true && found.mtimeMs < before.getTime()) older.push(name)
  }
  return older
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return []
    throw error
  })

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
