import { refused, type Outcome } from '#src/kernel/outcome.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { record, wasRecorded } from '#src/modules/audit/index.ts'
import {
  acceptFile,
  listFiles,
  readFile,
  readPicture,
  removeFile,
  type FileEntry,
  type FileRefusal,
} from '#src/modules/files/index.ts'
import { canShow, placeAmong, takesAnother, type PictureSize } from '#src/modules/files/rules.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { maySee } from './rules/access.ts'
import { isAppealId } from './rules/appeal.ts'
import { draftOfMessage, draftsOfMessage, type Side } from './rules/vault.ts'
import { openVault } from './seal-words.ts'
import { findAppeal, type AppealRow } from './store/appeals.ts'
import { findOwnerOfFile, sumFilesOf } from './store/files.ts'

/** A file for a message that is still being written; `messageKey` is that form's key. It goes along when the message is sent. */
export type MessageFile = {
  readonly messageKey: Uint8Array
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
  /** Where a person sends it from; nothing for staff. */
  readonly place?: string
}

export type MessageFileRefusal = FileRefusal | 'appealHoldsEnough'

type AcceptDeps = Pick<AppDeps, 'db' | 'jobs' | 'keys' | 'random' | 'config' | 'clock' | 'disk'>
type ListDeps = Pick<AppDeps, 'keys'> & { readonly db: ReadDb }
type RemoveDeps = Pick<AppDeps, 'db' | 'jobs'>

/** The caller holds the appeal's session. Throws when there is no such appeal. */
export const acceptMessageFile = async (
  deps: AcceptDeps,
  appealId: string,
  file: MessageFile,
): Promise<Outcome<{ id: string }, MessageFileRefusal>> =>
  acceptFrom('person', deps, await getRow(deps, appealId), file)

/** The same for a member of staff. Undefined: no such appeal, or not theirs. */
export async function acceptStaffFile(
  deps: AcceptDeps,
  visitor: StaffVisitor,
  appealId: string,
  file: MessageFile,
): Promise<Outcome<{ id: string }, MessageFileRefusal> | undefined> {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  return row && isSeenBy(visitor, row) ? acceptFrom('staff', deps, row, file) : undefined
}

async function acceptFrom(
  side: Side,
  deps: AcceptDeps,
  appeal: AppealRow,
  { messageKey, ...file }: MessageFile,
): Promise<Outcome<{ id: string }, MessageFileRefusal>> {
  // Each message has its own five; who holds the receipt could begin messages without end, and by them take the room that
  // the service needs for the documents of its answer.
  if (!takesAnother(await sumFilesOf(deps.db, side, appeal.id))) return refused('appealHoldsEnough')
  const box = openVault(deps.keys, appeal)
  return acceptFile(deps, { ...file, owner: draftOfMessage(side, appeal.id, messageKey), box })
}

/** Files that the person uploaded with this form so far. */
export const listMessageFiles = (deps: ListDeps, appealId: string, messageKey: Uint8Array): Promise<FileEntry[]> =>
  listFrom('person', deps, appealId, messageKey)

/** The same for a member of staff; the caller has checked that the appeal is theirs. */
export const listStaffFiles = (deps: ListDeps, appealId: string, messageKey: Uint8Array): Promise<FileEntry[]> =>
  listFrom('staff', deps, appealId, messageKey)

async function listFrom(side: Side, deps: ListDeps, appealId: string, messageKey: Uint8Array): Promise<FileEntry[]> {
  const box = openVault(deps.keys, await getRow(deps, appealId))
  const drafts = draftsOfMessage(side, appealId, messageKey)
  return (await Promise.all(drafts.map((draft) => listFiles(deps.db, draft, box)))).flat()
}

export const removeMessageFile = (
  deps: RemoveDeps,
  appealId: string,
  messageKey: Uint8Array,
  fileId: string,
): Promise<boolean> => removeFrom('person', deps, appealId, messageKey, fileId)

/** The same for a member of staff; false also where the appeal is not theirs. */
export async function removeStaffFile(
  deps: RemoveDeps,
  visitor: StaffVisitor,
  appealId: string,
  messageKey: Uint8Array,
  fileId: string,
): Promise<boolean> {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  return row !== undefined && isSeenBy(visitor, row) && removeFrom('staff', deps, row.id, messageKey, fileId)
}

async function removeFrom(side: Side, deps: RemoveDeps, appealId: string, messageKey: Uint8Array, fileId: string) {
  for (const draft of draftsOfMessage(side, appealId, messageKey))
    if (await removeFile(deps, draft, fileId)) return true
  return false
}

export type ReadFile = NonNullable<Awaited<ReturnType<typeof readFile>>>

/** The caller holds the appeal's session. Undefined: not a file of this appeal. */
export async function readFileForPerson(
  deps: Pick<AppDeps, 'db' | 'keys' | 'config'>,
  appealId: string,
  fileId: string,
): Promise<ReadFile | undefined> {
  const row = await findAppeal(deps.db, appealId)
  return row && readFile(deps, { kind: 'appeal', id: row.id }, fileId, openVault(deps.keys, row))
}

/** Writes the act 'file.read'. Undefined: not there, or not theirs. */
export async function readFileForStaff(
  deps: Pick<AppDeps, 'db' | 'keys' | 'config' | 'clock'>,
  visitor: StaffVisitor,
  appealId: string,
  fileId: string,
): Promise<ReadFile | undefined> {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  if (!row || !isSeenBy(visitor, row)) return undefined
  const file = await readFile(deps, { kind: 'appeal', id: row.id }, fileId, openVault(deps.keys, row))
  if (!file) return undefined
  await recordReading(deps, visitor, fileId)
  return file
}

const recordReading = ({ db, clock }: Pick<AppDeps, 'db' | 'clock'>, { id }: StaffVisitor, fileId: string) =>
  record(db, { who: { kind: 'staff', id }, what: 'file.read', on: { kind: 'file', id: fileId } }, clock.now())

type Picture = { readonly id: string; readonly size: PictureSize }
type ReadPicture = Awaited<ReturnType<typeof readPicture>>

/** Also of a message that is being written. The caller holds the appeal's session. `notThere`: no picture of this appeal. */
export async function readPictureForPerson(
  deps: Pick<AppDeps, 'db' | 'keys' | 'config'>,
  appealId: string,
  picture: Picture,
): Promise<ReadPicture> {
  const row = await findAppeal(deps.db, appealId)
  return row ? readPictureOf('person', deps, row, picture) : refused('notThere')
}

async function readPictureOf(
  side: Side,
  deps: Pick<AppDeps, 'db' | 'keys' | 'config'>,
  row: AppealRow,
  picture: Picture,
): Promise<ReadPicture> {
  const owner = await findOwnerOfFile(deps.db, side, row.id, picture.id)
  return owner ? readPicture(deps, owner, picture, openVault(deps.keys, row)) : refused('notThere')
}

/**
 * Writes the act 'file.read' for one that is shown large. Small ones come with the appeal's page, whose opening was written
 * down; for who asks by the address alone the act is written all the same.
 */
export async function readPictureForStaff(
  deps: Pick<AppDeps, 'db' | 'keys' | 'config' | 'clock'>,
  visitor: StaffVisitor,
  appealId: string,
  picture: Picture,
): Promise<ReadPicture> {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  if (!row || !isSeenBy(visitor, row)) return refused('notThere')
  const read = await readPictureOf('staff', deps, row, picture)
  if (!read.ok) return read
  const opening = {
    who: { kind: 'staff', id: visitor.id },
    what: 'appeal.read',
    on: { kind: 'appeal', id: row.id },
  } as const
  if (picture.size === 'large' || !(await wasRecorded(deps.db, opening))) await recordReading(deps, visitor, picture.id)
  return read
}

/** Where a picture stands among those of the appeal. Undefined: not there, or not theirs. */
export async function findPictureForStaff(deps: ListDeps, visitor: StaffVisitor, appealId: string, fileId: string) {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  if (!row || !isSeenBy(visitor, row)) return undefined
  const files = await listFiles(deps.db, { kind: 'appeal', id: row.id }, openVault(deps.keys, row))
  const pictures = files.filter(canShow)
  // As the conversation has them: by message, and those of one in the order they came.
  return placeAmong(
    pictures.toSorted((a, b) => Number(a.messageId) - Number(b.messageId)),
    fileId,
  )
}
export type PlacedPicture = NonNullable<Awaited<ReturnType<typeof findPictureForStaff>>>

const isSeenBy = (visitor: StaffVisitor, row: AppealRow) => maySee(visitor, { level: row.level, teamId: row.team_id })

async function getRow({ db }: { readonly db: ReadDb }, appealId: string): Promise<AppealRow> {
  const row = await findAppeal(db, appealId)
  if (!row) throw new Error('No such appeal.')
  return row
}
