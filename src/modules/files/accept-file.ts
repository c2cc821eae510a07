import { fileTypeFromBuffer } from 'file-type'
import { boundedPool } from '#src/kernel/bounded-pool.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { Config } from '#src/platform/config.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Box } from '#src/platform/keyring.ts'
import { encodeImage } from './encode-image.ts'
import { displayName, hasPdfEnd, MAX_FILES, typeFromFirstBytes, type FileOwner, type FileType } from './rules.ts'
import { spoolUpload } from './spool-upload.ts'
import { deleteSealed, writeSealed } from './store/disk.ts'
import { countWaiting, insertFile, lockOwner } from './store/rows.ts'

export type NewFile = {
  readonly owner: FileOwner
  /** The owner's data key; it stays the same when the file moves from a draft to its appeal. */
  readonly box: Box
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
}

export type FileRefusal =
  | 'fileTooBig'
  | 'fileKindRefused'
  | 'fileTooManyPixels'
  | 'fileBroken'
  | 'fileEmpty'
  | 'tooManyFiles'
  | 'filesBusy'

type Deps = Pick<AppDeps, 'db' | 'random' | 'clock'> & { readonly config: Pick<Config, 'dataDir'> }
type Taken = { readonly bytes: Buffer; readonly type: FileType }

export const boundToBytes = (id: string) => `file ${id}`
export const boundToName = (id: string) => `file ${id} name`

// One picture at a time: two would be too much memory on the smallest machine, and 20 waiting are some ten seconds.
const oneAtATime = boundedPool(1, 20)

/**
 * Takes one upload in: by its content, drawn anew if it is a picture, sealed, on disk before its row is.
 * Not to be called inside a transaction: an upload lasts minutes. The texts of the refusals are in texts.ts.
 */
export async function acceptFile(deps: Deps, file: NewFile): Promise<Outcome<{ id: string }, FileRefusal>> {
  // Before the bytes are taken in, so that a sixth file costs the person nothing.
  if ((await countWaiting(deps.db, file.owner)) >= MAX_FILES) return refused('tooManyFiles')
  const spooled = await spoolUpload(deps.config.dataDir, file.stream)
  if (!spooled.ok) return spooled
  try {
    const worked = await oneAtATime(async () => {
      const taken = await examine(await spooled.value.read())
      return taken.ok ? keep(deps, file, taken.value) : taken
    })
    return worked.ok ? worked.value : refused('filesBusy')
  } finally {
    await spooled.value.drop()
  }
}

async function examine(bytes: Buffer): Promise<Outcome<Taken, 'fileKindRefused' | 'fileTooManyPixels' | 'fileBroken'>> {
  const type = typeFromFirstBytes(bytes)
  // A second opinion that looks deeper: a camera's raw file or an animation may begin like a JPEG or PNG.
  const opinion = await fileTypeFromBuffer(bytes)
  if (type === undefined || !opinions[type].includes(opinion?.mime ?? '')) return refused('fileKindRefused')
  if (type === 'application/pdf') return hasPdfEnd(bytes) ? done({ bytes, type }) : refused('fileBroken')
  return encodeImage(bytes, type)
}

const opinions: Readonly<Record<FileType, readonly string[]>> = {
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png', 'image/apng'],
  'image/webp': ['image/webp'],
  'application/pdf': ['application/pdf'],
}

async function keep(
  deps: Deps,
  { owner, box, name }: NewFile,
  taken: Taken,
): Promise<Outcome<{ id: string }, 'tooManyFiles'>> {
  const { random, config, clock } = deps
  const id = Buffer.from(random.bytes(16)).toString('base64url')
  await writeSealed(config.dataDir, id, box.seal(taken.bytes, boundToBytes(id)))
  const outcome = await inTransaction(deps.db, async (db) => {
    await lockOwner(db, owner)
    if ((await countWaiting(db, owner)) >= MAX_FILES) return refused('tooManyFiles')
    await insertFile(db, owner, {
      id,
      name_sealed: box.seal(displayName(name, taken.type), boundToName(id)),
      type: taken.type,
      bytes: taken.bytes.length,
      created_at: clock.now(),
    })
    return done({ id })
  })
  // Where the transaction threw instead, the sweep finds bytes without a row.
  if (!outcome.ok) await deleteSealed(config.dataDir, id)
  return outcome
}
