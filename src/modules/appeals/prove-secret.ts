import { done, type Outcome } from '#src/kernel/outcome.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Hasher } from '#src/platform/hashing.ts'
import type { AppealNumber } from './rules/number.ts'
import { secretToText, type Secret } from './rules/secret.ts'
import { findSecretHash, listProofs, markProved } from './store/appeals.ts'

/**
 * The appeal that this number and one of these secrets (see parseSecret) open; undefined when there is none.
 * The same work is done for a number that does not exist, and for what is no number or no secret at all.
 */
export async function findAppealBySecret(
  { db, keys, hasher }: Pick<AppDeps, 'db' | 'keys' | 'hasher'>,
  number: AppealNumber | undefined,
  secrets: readonly Secret[],
): Promise<Outcome<string | undefined, 'busy'>> {
  const decoy = await decoyHash(hasher)
  if (!decoy.ok) return decoy
  const { id, secretHash } = await findSecretHash(db, number ?? 'none', decoy.value)
  let opened: string | undefined
  // All of them are tried, also after one fits: the time must not tell.
  for (const text of secrets.length > 0 ? secrets.map(secretToText) : ['none']) {
    const verified = await hasher.verify(secretHash, keys.pepper(text))
    if (!verified.ok) return verified
    if (verified.value && id !== null && secrets.length > 0) opened = id
  }
  return done(opened)
}

// A hash with the parameters of the others that no secret fits: made once for each pool of hashers.
const decoys = new WeakMap<Hasher, string>()

async function decoyHash(hasher: Hasher): Promise<Outcome<string, 'busy'>> {
  const known = decoys.get(hasher)
  if (known !== undefined) return done(known)
  const made = await hasher.hash('no secret has this form')
  if (made.ok) decoys.set(hasher, made.value)
  return made
}

/**
 * Notes that the person has the secret: from now on the receipt is not shown again after its 24 hours.
 * False when that was known. The caller writes down the act by which it was proved.
 */
export async function proveSecret({ db, clock }: Pick<AppDeps, 'db' | 'clock'>, appealId: string): Promise<boolean> {
  const { numUpdatedRows } = await markProved(db, appealId, clock.now())
  return numUpdatedRows > 0n
}

/** Those of these drafts, by their id, that became an appeal, and whether its receipt was proved to have arrived. */
export async function listReceived(
  db: ReadDb,
  draftIds: readonly string[],
): Promise<{ readonly draftId: string; readonly isProved: boolean }[]> {
  const proofs = await listProofs(db, draftIds)
  // An appeal takes over its draft's vault, and that is named like the draft.
  return proofs.map(({ vault, isProved }) => ({ draftId: vault, isProved }))
}
