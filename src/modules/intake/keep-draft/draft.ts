import { createHash } from 'node:crypto'
import type { Filled } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { vaultOf } from '#src/modules/appeals/rules/vault.ts'
import { removeFilesOf, type FileOwner } from '#src/modules/files/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Box, Keyring } from '#src/platform/keyring.ts'
import { DRAFT_DAYS, emptied, readContent, withStep, type DraftContent } from '../rules/draft.ts'
import type { TypedStep } from '../rules/steps.ts'
import {
  deleteDraft,
  findDraftByToken,
  insertDraft,
  lockDraft,
  replaceToken,
  updateDraft,
  type DraftRow,
} from '../store.ts'

/** A draft, opened. */
export type Draft = {
  readonly id: string
  readonly content: DraftContent
  readonly box: Box
  readonly wrappedKey: Uint8Array
  readonly formKey: Uint8Array
  readonly channel: DraftRow['channel']
  readonly filedBy: string | undefined
  readonly isSent: boolean
}

export type DraftStart = {
  readonly kind: AppealKind
  readonly lang: Lang
  readonly topicId?: string | undefined
  readonly assisted?: { readonly channel: 'phone' | 'visit'; readonly filedBy: string } | undefined
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const ownerOf = ({ id }: Pick<Draft, 'id'>): FileOwner => ({ kind: 'draft', id })
export const formKeySeal = (id: string) => `${vaultOf(id)} form key`
const contentSeal = (id: string) => `${vaultOf(id)} draft`
const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
/** The minute somebody wrote an anonymous report is nobody's business. */
const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)

const newToken = ({ random }: Pick<AppDeps, 'random'>) => Buffer.from(random.bytes(32)).toString('base64url')

/** Begins a draft; the token is for the person's cookie alone. */
export async function startDraft(
  { db, keys, random, clock }: Pick<AppDeps, 'db' | 'keys' | 'random' | 'clock'>,
  { kind, lang, topicId, assisted }: DraftStart,
): Promise<{ draft: Draft; token: string }> {
  const id = Buffer.from(random.bytes(16)).toString('base64url')
  const token = newToken({ random })
  const formKey = Buffer.from(random.bytes(16))
  const { box, wrapped } = keys.newDataKey(vaultOf(id))
  const content: DraftContent = { kind, typed: topicId === undefined ? {} : { topic: { topic: topicId } } }
  const now = hourOf(clock.now())
  const channel = assisted?.channel ?? 'web'
  await insertDraft(db, {
    id,
    token_hash: tokenHash(token),
    data_key: wrapped,
    form_key_sealed: keys.seal(formKey, formKeySeal(id)),
    content_sealed: box.seal(JSON.stringify(content), contentSeal(id)),
    kind,
    lang,
    channel,
    filed_by: assisted?.filedBy ?? null,
    step: 'who',
    created_at: now,
    updated_at: now,
  })
  const draft: Draft = {
    id,
    content,
    box,
    wrappedKey: wrapped,
    formKey,
    channel,
    filedBy: assisted?.filedBy,
    isSent: false,
  }
  return { draft, token }
}

/** The draft that this cookie belongs to; undefined when there is none or it was forgotten. */
export async function findDraft(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  token: string | undefined,
): Promise<Draft | undefined> {
  if (token === undefined) return undefined
  const row = await findDraftByToken(db, tokenHash(token), forgottenBefore(clock.now()))
  return row && openDraft(keys, row)
}

/** A new token for an assisted draft in place of one that is dead from now on; undefined when it was dead already. */
export async function renewToken(
  { db, random }: Pick<AppDeps, 'db' | 'random'>,
  token: string,
): Promise<string | undefined> {
  const fresh = newToken({ random })
  return (await replaceToken(db, tokenHash(token), tokenHash(fresh))) ? fresh : undefined
}

/** Drafts last changed before this are forgotten, unless one was sent and its receipt may still be asked for. */
export const forgottenBefore = (now: Date) => new Date(now.getTime() - DRAFT_DAYS * DAY_MS)

function openDraft(keys: Keyring, row: DraftRow): Draft {
  const { id } = row
  const box = keys.unwrapDataKey(row.data_key, vaultOf(id))
  return {
    id,
    content: readContent(box.open(row.content_sealed, contentSeal(id)).toString(), row.kind),
    box,
    wrappedKey: row.data_key,
    formKey: keys.open(row.form_key_sealed, formKeySeal(id)),
    channel: row.channel,
    filedBy: row.filed_by ?? undefined,
    isSent: row.sent_at !== null,
  }
}

/**
 * Keeps one screen, with the kind where it was chosen anew, and gives the draft as it is now; undefined when it was sent or
 * forgotten meanwhile.
 */
export async function saveStep(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  draftId: string,
  step: TypedStep,
  filled: Filled,
  chosen?: AppealKind,
): Promise<Draft | undefined> {
  return inTransaction(deps.db, async (db) => {
    const row = await lockDraft(db, draftId)
    if (!row || row.sent_at !== null) return undefined
    const draft = openDraft(deps.keys, row)
    const kind = chosen ?? draft.content.kind
    const content = { ...withStep(draft.content, step, filled), kind }
    await updateDraft(db, draftId, {
      kind,
      content_sealed: draft.box.seal(JSON.stringify(content), contentSeal(draftId)),
      step,
      updated_at: hourOf(deps.clock.now()),
    })
    return { ...draft, content }
  })
}

/** After sending only the form's key stays, so that a second tap finds its receipt. The data key is the appeal's alone now. */
export async function emptyDraft(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  { id, content }: Pick<Draft, 'id' | 'content'>,
): Promise<void> {
  const { box, wrapped } = keys.newDataKey(vaultOf(id))
  const content_sealed = box.seal(JSON.stringify(emptied(content)), contentSeal(id))
  await updateDraft(db, id, { data_key: wrapped, content_sealed, sent_at: hourOf(clock.now()) })
}

/** Keeps an emptied draft as long again. */
export const keepLonger = ({ db, clock }: Pick<AppDeps, 'db' | 'clock'>, id: string): Promise<void> =>
  updateDraft(db, id, { updated_at: hourOf(clock.now()) })

/** Forgets a draft and its files. */
export async function dropDraft(deps: Pick<AppDeps, 'db' | 'jobs'>, id: string): Promise<void> {
  await inTransaction(deps.db, async (db) => {
    await removeFilesOf({ ...deps, db }, ownerOf({ id }))
    await deleteDraft(db, id)
  })
}
