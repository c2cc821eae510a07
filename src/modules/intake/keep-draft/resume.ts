import type { AppDeps } from '#src/platform/deps.ts'
import type { Box } from '#src/platform/keyring.ts'
import { CODE_BYTES, codeFrom, type ResumeCode } from '../rules/resume-code.ts'
import { findCode, findDraftById, insertCode, insertDevice } from '../store.ts'
import { forgottenBefore, hourOf, newToken, openDraft, tokenHash, type Draft } from './draft.ts'

const PURPOSE = 'draft code'

/**
 * Gives a code that opens this draft elsewhere until it is sent, for as long as a draft is kept at most. Earlier codes go on
 * working: one of them may stand on paper already.
 */
export async function giveCode(
  { db, keys, random, clock }: Pick<AppDeps, 'db' | 'keys' | 'random' | 'clock'>,
  { id }: Pick<Draft, 'id'>,
): Promise<ResumeCode> {
  const code = codeFrom(random.bytes(CODE_BYTES))
  const { lookup, box } = keys.fromCode(PURPOSE, code)
  await insertCode(db, { lookup, draft_sealed: box.seal(id, PURPOSE), made_at: hourOf(clock.now()) })
  return code
}

/** The draft that a code opens, sent or not; undefined where the code opens nothing (any more). */
export async function findDraftByCode(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  code: ResumeCode,
): Promise<Draft | undefined> {
  const { lookup, box } = keys.fromCode(PURPOSE, code)
  const notBefore = forgottenBefore(clock.now())
  const sealed = await findCode(db, lookup, notBefore)
  const id = sealed && openedBy(box, sealed)
  const row = id && (await findDraftById(db, id, notBefore))
  return row ? openDraft(keys, row) : undefined
}

/** Undefined where the row was not made with this code: somebody wrote in the database. */
function openedBy(box: Box, sealed: Uint8Array): string | undefined {
  try {
    return box.open(sealed, PURPOSE).toString()
  } catch {
    return undefined
  }
}

/** Lets a further device go on with a draft; the token is for its cookie alone. */
export async function addDevice(
  { db, random, clock }: Pick<AppDeps, 'db' | 'random' | 'clock'>,
  { id }: Pick<Draft, 'id'>,
  { isOwn }: { readonly isOwn: boolean },
): Promise<string> {
  const token = newToken({ random })
  await insertDevice(db, {
    token_hash: tokenHash(token),
    draft_id: id,
    is_own: isOwn,
    made_at: hourOf(clock.now()),
  })
  return token
}
