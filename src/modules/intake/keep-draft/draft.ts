import { createHash } from 'node:crypto'
import type { Filled } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { vaultOf } from '#src/modules/appeals/rules/vault.ts'
import { removeFilesOf, type FileOwner } from '#src/modules/files/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Box, Keyring } from '#src/platform/keyring.ts'
import { DRAFT_DAYS, emptied, inOneOrder, readContent, withStep, type DraftContent } from '../rules/draft.ts'
import { typedSteps, type TypedStep } from '../rules/steps.ts'
import {
  deleteDevices,
  deleteDraft,
  findDraftByDevice,
  findDraftById,
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
  /** Where it was opened on a further device, by a code; undefined on the one it was begun on. */
  readonly resumed: { readonly isOwn: boolean } | undefined
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
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
/** The minute somebody wrote an anonymous report is nobody's business. */
export const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)

export const newToken = ({ random }: Pick<AppDeps, 'random'>) => Buffer.from(random.bytes(32)).toString('base64url')

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
    resumed: undefined,
  }
  return { draft, token }
}

/** The draft that this cookie belongs to; undefined when there is none or it was forgotten. */
export async function findDraft(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  token: string | undefined,
): Promise<Draft | undefined> {
  if (token === undefined) return undefined
  const [hash, notBefore] = [tokenHash(token), forgottenBefore(clock.now())]
  const row = await findDraftByToken(db, hash, notBefore)
  if (row) return openDraft(keys, row)
  const elsewhere = await findDraftByDevice(db, hash, notBefore)
  return elsewhere && { ...openDraft(keys, elsewhere), resumed: { isOwn: elsewhere.is_own } }
}

/** A draft that this browser sent, whatever draft it has now. An operator's was never theirs. */
export async function findDraftSentFrom(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  id: string,
  browser: string | undefined,
): Promise<Draft | undefined> {
  if (browser === undefined) return undefined
  const row = await findDraftById(db, id, forgottenBefore(clock.now()))
  return row?.sent_from === browser && row.filed_by === null ? openDraft(keys, row) : undefined
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

export function openDraft(keys: Keyring, row: DraftRow): Draft {
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
    resumed: undefined,
  }
}

/** What a screen held when it was shown, with what hangs on it. */
export const markOf = ({ kind, typed }: DraftContent, step: TypedStep): string =>
  digestOf(`${inOneOrder(typed[step])} ${alongWith({ kind, typed }, step)}`)

/** The first screen chooses the kind, too; another topic takes away the answers to this one's questions, and they are its. */
function alongWith({ kind, typed }: DraftContent, step: TypedStep): string {
  if (step === 'who') return kind
  if (step === 'topic') return inOneOrder(typed.questions)
  return step === 'questions' ? inOneOrder(typed.topic) : ''
}

/** The same words twice are no quarrel: a second tap, or two devices of one mind. What another topic took away is not the same. */
const isSame = (one: DraftContent, other: DraftContent, step: TypedStep) =>
  one.typed[step] !== undefined && markOf(one, step) === markOf(other, step)

/** All that is sent, as the person read it before. */
export const markOfWhole = ({ kind, typed }: DraftContent, files: readonly { readonly id: string }[]): string =>
  digestOf([kind, ...typedSteps.map((step) => inOneOrder(typed[step])), ...files.map(({ id }) => id).sort()].join(' '))

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

export type Save = {
  readonly step: TypedStep
  readonly filled: Filled
  /** The kind, where it was chosen anew. */
  readonly chosen?: AppealKind | undefined
  /** The mark of what the screen showed; undefined where it showed nothing kept. */
  readonly seen?: string | undefined
}

/**
 * Keeps one screen and gives the draft as it is now. `isKept` false: another device or window has changed this screen since it
 * was shown, nothing was written, and the draft is as the other left it. Undefined: it was sent or forgotten meanwhile.
 */
export async function saveStep(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  draftId: string,
  { step, filled, chosen, seen }: Save,
): Promise<{ draft: Draft; isKept: boolean } | undefined> {
  return inTransaction(deps.db, async (db) => {
    const row = await lockDraft(db, draftId)
    if (!row || row.sent_at !== null) return undefined
    const draft = openDraft(deps.keys, row)
    const kind = chosen ?? draft.content.kind
    const content = { ...withStep(draft.content, step, filled), kind }
    const isAsSeen = seen === undefined || seen === markOf(draft.content, step)
    if (!isAsSeen && !isSame(draft.content, content, step)) return { draft, isKept: false }
    await updateDraft(db, draftId, {
      kind,
      content_sealed: draft.box.seal(JSON.stringify(content), contentSeal(draftId)),
      step,
      updated_at: hourOf(deps.clock.now()),
    })
    return { draft: { ...draft, content }, isKept: true }
  })
}

/** Who sent it: the token of its cookie, and the hash of the browser's form cookie where it takes any. */
export type Sender = { readonly token: string; readonly browser: string | undefined }

/**
 * After sending only the form's key stays, so that a second tap finds its receipt, and only where it was sent: every
 * other device, one's own or not, hears no more than that it was received. The data key is the appeal's alone now.
 */
export async function emptyDraft(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  { id, content }: Pick<Draft, 'id' | 'content'>,
  { token, browser }: Sender,
): Promise<void> {
  const { box, wrapped } = keys.newDataKey(vaultOf(id))
  const content_sealed = box.seal(JSON.stringify(emptied(content)), contentSeal(id))
  const sent = { sent_at: hourOf(clock.now()), sent_from: browser ?? null, token_hash: tokenHash(token) }
  await inTransaction(db, async (db) => {
    await deleteDevices(db, id)
    await updateDraft(db, id, { data_key: wrapped, content_sealed, ...sent })
  })
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
