import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { Config } from '#src/platform/config.ts'
import type { Box } from '#src/platform/keyring.ts'
import { readFile } from '../read-file.ts'
import { canShow, type FileOwner, type PictureSize } from '../rules.ts'
import { inTurn } from '../share-room.ts'
import { readDrawn, writeDrawn } from '../store/drawn.ts'
import { findFileRow } from '../store/rows.ts'
import { drawPicture } from './draw-picture.ts'

type Deps = { readonly db: ReadDb; readonly config: Pick<Config, 'dataDir'> }

const boundTo = (id: string, size: PictureSize) => `file ${id} ${size}`

/**
 * One picture of this owner as a JPEG, small or large: drawn when it is first asked for, then kept, sealed under the owner's
 * data key as the file is. `notThere`: the owner has no such file, it is no picture, or may not be opened. `busy`: too many are being drawn now.
 */
export async function readPicture(
  deps: Deps,
  owner: FileOwner,
  { id, size }: { readonly id: string; readonly size: PictureSize },
  box: Box,
): Promise<Outcome<Buffer, 'notThere' | 'busy'>> {
  const row = await findFileRow(deps.db, owner, id)
  if (!row || !canShow({ type: row.type, scan: row.scan ?? undefined })) return refused('notThere')
  const kept = await openKept(deps.config.dataDir, { id, size }, box)
  if (kept) return done(kept)
  // In one line with what is being taken in: two pictures at once are too much memory on the smallest machine.
  const drawn = await inTurn(undefined, async () => {
    const file = await readFile(deps, owner, id, box)
    return file && drawPicture(file.bytes, size)
  })
  if (!drawn.ok) return drawn
  if (!drawn.value) return refused('notThere')
  await writeDrawn(deps.config.dataDir, { id, size }, box.seal(drawn.value, boundTo(id, size)))
  return done(drawn.value)
}

/** Undefined also where it does not open, as after a power cut while it was written: it is drawn again. */
async function openKept(dataDir: string, of: { readonly id: string; readonly size: PictureSize }, box: Box) {
  const sealed = await readDrawn(dataDir, of)
  try {
    return sealed && box.open(sealed, boundTo(of.id, of.size))
  } catch {
    return undefined
  }
}
