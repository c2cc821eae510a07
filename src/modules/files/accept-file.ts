import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { Config } from '#src/platform/config.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Box } from '#src/platform/keyring.ts'
import type { CleanRefusal } from './clean-file/clean-bytes.ts'
import { cleanApart } from './clean-file/run-worker.ts'
import { displayName, hasPdfEnd, MAX_FILES, typeFromFirstBytes, type FileOwner, type FileType } from './rules.ts'
import { scanNewFile } from './jobs.ts'
import { keepCopy } from './scan-file/keep-copy.ts'
import { countIn, findRoom, inTurn } from './share-room.ts'
import { spoolUpload } from './spool-upload.ts'
import { deleteSealed, writeSealed } from './store/disk.ts'
import { countWaiting, insertFile, lockOwner } from './store/rows.ts'

export type NewFile = {
  readonly owner: FileOwner
  /** The owner's data key; it stays the same when the file moves from a draft to its appeal. */
  readonly box: Box
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
  /** Where it comes from (platform/http/address.ts), unless staff send it: one place may not fill the disk or take every turn. */
  readonly place?: string
}

export type FileRefusal =
  | CleanRefusal
  | 'fileTooBig'
  | 'fileEmpty'
  | 'tooManyFiles'
  | 'filesBusy'
  | 'noRoom'
  | 'enoughFromHere'

type Deps = Pick<AppDeps, 'db' | 'jobs' | 'keys' | 'random' | 'clock' | 'disk'> & {
  readonly config: Pick<Config, 'dataDir' | 'clamdAddress'>
}
type Taken = { readonly bytes: Buffer; readonly type: FileType }

export const boundToBytes = (id: string) => `file ${id}`
export const boundToName = (id: string) => `file ${id} name`

/**
 * Takes one upload in: by its content, made anew from what one sees or hears of it, sealed, on disk before its row is.
 * Not to be called inside a transaction: an upload lasts minutes. The texts of the refusals are in texts.ts.
 */
export async function acceptFile(deps: Deps, file: NewFile): Promise<Outcome<{ id: string }, FileRefusal>> {
  // Before the bytes are taken in, so that a sixth file costs the person nothing.
  if ((await countWaiting(deps.db, file.owner)) >= MAX_FILES) return refused('tooManyFiles')
  const room = await findRoom({ ...deps, dataDir: deps.config.dataDir }, file.place)
  if (!room.ok) return room
  const spooled = await spoolUpload(deps.config.dataDir, file.stream)
  if (!spooled.ok) return spooled
  try {
    const taken = await examine(await spooled.value.read(), file.place)
    return taken.ok ? await keep(deps, file, taken.value) : taken
  } finally {
    await spooled.value.drop()
  }
}

async function examine(bytes: Buffer, place: string | undefined): Promise<Outcome<Taken, CleanRefusal | 'filesBusy'>> {
  const type = typeFromFirstBytes(bytes)
  if (type === undefined) return refused('fileKindRefused')
  if (type === 'application/pdf') return hasPdfEnd(bytes) ? done({ bytes, type }) : refused('fileBroken')
  const cleaned = await inTurn(place, () => cleanApart(bytes, type))
  return cleaned.ok ? cleaned.value : refused('filesBusy')
}

async function keep(
  deps: Deps,
  { owner, box, name, place }: NewFile,
  taken: Taken,
): Promise<Outcome<{ id: string }, 'tooManyFiles'>> {
  const { random, config, clock, jobs } = deps
  const id = Buffer.from(random.bytes(16)).toString('base64url')
  await writeSealed(config.dataDir, id, box.seal(taken.bytes, boundToBytes(id)))
  const copy = config.clamdAddress ? await keepCopy(deps, taken.bytes) : undefined
  const outcome = await inTransaction(deps.db, async (db) => {
    await lockOwner(db, owner)
    if ((await countWaiting(db, owner)) >= MAX_FILES) return refused('tooManyFiles')
    const kept = {
      id,
      name_sealed: box.seal(displayName(name, taken.type), boundToName(id)),
      type: taken.type,
      bytes: taken.bytes.length,
      created_at: clock.now(),
    }
    await insertFile(db, owner, kept, copy)
    if (copy) await jobs.enqueue(db, scanNewFile, { id })
    return done({ id })
  })
  // Where the transaction threw instead, the sweep finds bytes without a row.
  if (outcome.ok) countIn(clock, place, taken.bytes.length)
  else for (const one of [id, copy?.scan_copy ?? id]) await deleteSealed(config.dataDir, one)
  return outcome
}
