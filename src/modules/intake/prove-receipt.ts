import { catalogue } from '#src/modules/catalogue/index.ts'
import { findReceipt, proveSecret, type Receipt } from '#src/modules/appeals/index.ts'
import { hasWords, SECRET_BITS, secretFrom } from '#src/modules/appeals/rules/secret.ts'
import { langs } from '#src/kernel/lang.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Keyring } from '#src/platform/keyring.ts'

/** The words that are asked, counted from 0: the second and the fourth. */
export const askedPlaces = [1, 3] as const

const BOUND_TO = 'receipt to prove'

/** What the form of "prove once" carries, so that it needs neither cookie nor number. */
export const sealFormKey = (keys: Keyring, formKey: Uint8Array): string =>
  keys.seal(formKey, BOUND_TO).toString('base64url')

/** Undefined for anything that we did not seal. */
export function openFormKey(keys: Keyring, sealed: string): Buffer | undefined {
  try {
    const formKey = keys.open(Buffer.from(sealed, 'base64url'), BOUND_TO)
    return formKey.length === 16 ? formKey : undefined
  } catch {
    return undefined
  }
}

export type Proof =
  | { readonly is: 'right' }
  /** The receipt may be shown again; undefined when its time is over. */
  | { readonly is: 'wrong'; readonly receipt: Receipt | undefined; readonly formKey: Uint8Array }
  | { readonly is: 'unknown' }

/** Two of the four words, in any of the languages: then the person has them, and the receipt is not shown much longer. */
export async function proveReceipt(
  deps: Pick<AppDeps, 'db' | 'clock' | 'keys'>,
  sealed: string,
  typed: readonly string[],
): Promise<Proof> {
  const formKey = openFormKey(deps.keys, sealed)
  const found = formKey && (await findReceipt(deps, formKey))
  if (!formKey || !found) return { is: 'unknown' }
  const { words } = catalogue()
  const lists = Object.fromEntries(langs.map((lang) => [lang, words[lang].list]))
  const secret = secretFrom(deps.keys.receiptSecret(formKey, SECRET_BITS))
  const isRight = hasWords(typed, askedPlaces, secret, { ky: [], ru: [], en: [], ...lists })
  if (!isRight) return { is: 'wrong', receipt: found.ok ? found.value : undefined, formKey }
  if (found.ok) await proveSecret(deps, found.value.appealId)
  return { is: 'right' }
}
