import { refused, type Outcome } from '#src/kernel/outcome.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { record } from '#src/modules/audit/index.ts'
import {
  acceptFile,
  listFiles,
  readFile,
  removeFile,
  sumFiles,
  type FileEntry,
  type FileRefusal,
} from '#src/modules/files/index.ts'
import { takesAnother } from '#src/modules/files/rules.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { maySee } from './rules/access.ts'
import { isAppealId } from './rules/appeal.ts'
import { draftOfMessage, UNSENT } from './rules/vault.ts'
import { openVault } from './seal-words.ts'
import { findAppeal, type AppealRow } from './store/appeals.ts'

/** A file for a message that is still being written; `messageKey` is that form's key. It goes along when the message is sent. */
export type MessageFile = {
  readonly messageKey: Uint8Array
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
  /** Where a person sends it from; nothing for staff. */
  readonly place?: string
}

export type MessageFileRefusal = FileRefusal | 'appealHoldsEnough'

/** The caller has checked that the visitor may write to this appeal. Throws when there is no such appeal. */
export async function acceptMessageFile(
  deps: Pick<AppDeps, 'db' | 'keys' | 'random' | 'config' | 'clock' | 'disk'>,
  appealId: string,
  { messageKey, ...file }: MessageFile,
): Promise<Outcome<{ id: string }, MessageFileRefusal>> {
  const box = openVault(deps.keys, await getRow(deps, appealId))
  // Each message has its own five; who holds the receipt could begin messages without end.
  const unsent = { kind: 'draft', id: `${UNSENT}${appealId}-` } as const
  const held = await sumFiles(deps.db, { kind: 'appeal', id: appealId }, unsent)
  if (!takesAnother(held)) return refused('appealHoldsEnough')
  return acceptFile(deps, { ...file, owner: draftOfMessage(appealId, messageKey), box })
}

/** The same for a member of staff. Undefined: no such appeal, or not theirs. */
export async function acceptStaffFile(
  deps: Pick<AppDeps, 'db' | 'keys' | 'random' | 'config' | 'clock' | 'disk'>,
  visitor: StaffVisitor,
  appealId: string,
  file: MessageFile,
): Promise<Outcome<{ id: string }, MessageFileRefusal> | undefined> {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  return row && isSeenBy(visitor, row) ? acceptMessageFile(deps, row.id, file) : undefined
}

/** Files uploaded with this form so far. */
export async function listMessageFiles(
  deps: Pick<AppDeps, 'keys'> & { readonly db: ReadDb },
  appealId: string,
  messageKey: Uint8Array,
): Promise<FileEntry[]> {
  const box = openVault(deps.keys, await getRow(deps, appealId))
  return listFiles(deps.db, draftOfMessage(appealId, messageKey), box)
}

export const removeMessageFile = (
  deps: Pick<AppDeps, 'db' | 'jobs'>,
  appealId: string,
  messageKey: Uint8Array,
  fileId: string,
): Promise<boolean> => removeFile(deps, draftOfMessage(appealId, messageKey), fileId)

/** The same for a member of staff; false also where the appeal is not theirs. */
export async function removeStaffFile(
  deps: Pick<AppDeps, 'db' | 'jobs'>,
  visitor: StaffVisitor,
  appealId: string,
  messageKey: Uint8Array,
  fileId: string,
): Promise<boolean> {
  const row = isAppealId(appealId) ? await findAppeal(deps.db, appealId) : undefined
  return row !== undefined && isSeenBy(visitor, row) && removeMessageFile(deps, row.id, messageKey, fileId)
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
  const who = { kind: 'staff', id: visitor.id } as const
  await record(deps.db, { who, what: 'file.read', on: { kind: 'file', id: fileId } }, deps.clock.now())
  return file
}

const isSeenBy = (visitor: StaffVisitor, row: AppealRow) => maySee(visitor, { level: row.level, teamId: row.team_id })

async function getRow({ db }: { readonly db: ReadDb }, appealId: string): Promise<AppealRow> {
  const row = await findAppeal(db, appealId)
  if (!row) throw new Error('No such appeal.')
  return row
}
