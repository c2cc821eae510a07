import { catalogue } from '#src/modules/catalogue/index.ts'
import { findReceipt, proveSecret, type Receipt } from '#src/modules/appeals/index.ts'
import { record } from '#src/modules/audit/index.ts'
import { hasWords, SECRET_BITS, secretFrom } from '#src/modules/appeals/rules/secret.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { BROWSER_BYTES } from '#src/platform/http/form-cookie.ts'
import type { Keyring } from '#src/platform/keyring.ts'

/** The words that are asked, counted from 0: the second and the fourth. */
export const askedPlaces = [1, 3] as const

const BOUND_TO = 'receipt to prove'

/** Which receipt, from where, and whether an operator reads it out: enough to show it once more, to this browser. */
export type ReceiptOf = {
  readonly formKey: Uint8Array
  readonly browser: Uint8Array
  readonly country: string
  readonly isAssisted: boolean
}

const KEY_BYTES = 16
const ASSISTED = '+'

/** What the form of "prove once" carries, so that it needs no number. */
export const sealProof = (keys: Keyring, { formKey, browser, country, isAssisted }: ReceiptOf): string =>
  keys
    .seal(Buffer.concat([formKey, browser, Buffer.from(isAssisted ? `${ASSISTED}${country}` : country)]), BOUND_TO)
    .toString('base64url')

/** Undefined for anything that we did not seal. */
function openProof(keys: Keyring, sealed: string): ReceiptOf | undefined {
  try {
    const opened = keys.open(Buffer.from(sealed, 'base64url'), BOUND_TO)
    const rest = opened.subarray(KEY_BYTES + BROWSER_BYTES).toString()
    const isAssisted = rest.startsWith(ASSISTED)
    return {
      formKey: opened.subarray(0, KEY_BYTES),
      browser: opened.subarray(KEY_BYTES, KEY_BYTES + BROWSER_BYTES),
      country: isAssisted ? rest.slice(1) : rest,
      isAssisted,
    }
  } catch {
    return undefined
  }
}

export type Proof =
  | { readonly is: 'right'; readonly of: ReceiptOf }
  /** The receipt may be shown again; undefined when its time is over. */
  | { readonly is: 'wrong'; readonly receipt: Receipt | undefined; readonly of: ReceiptOf }
  | { readonly is: 'unknown' }

/** Two of the four words, in any of the languages: then the person has them, and the receipt is not shown much longer. */
export async function proveReceipt(
  deps: Pick<AppDeps, 'db' | 'clock' | 'keys'>,
  sealed: string,
  typed: readonly string[],
): Promise<Proof> {
  const of = openProof(deps.keys, sealed)
  const found = of && (await findReceipt(deps, of.formKey))
  if (!of || !found) return { is: 'unknown' }
  const { words } = catalogue()
  const lists = { ky: words.ky.list, ru: words.ru.list, en: words.en.list }
  const secret = secretFrom(deps.keys.receiptSecret(of.formKey, SECRET_BITS))
  const isRight = hasWords(typed, askedPlaces, secret, lists)
  if (!isRight) return { is: 'wrong', receipt: found.ok ? found.value : undefined, of }
  if (found.ok) await noteProved(deps, found.value.appealId)
  return { is: 'right', of }
}

const noteProved = (deps: Pick<AppDeps, 'db' | 'clock'>, appealId: string) =>
  inTransaction(deps.db, async (db) => {
    if (!(await proveSecret({ ...deps, db }, appealId))) return
    const who = { kind: 'person', appealId } as const
    await record(db, { who, what: 'appeal.secretProved', on: { kind: 'appeal', id: appealId } }, deps.clock.now())
  })
