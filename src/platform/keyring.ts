import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  sign,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/**
 * The keys that stand outside the database.
 *
 * - `main`: AES keys with ids, the newest first; older ones stay to read what they sealed (`mekendesh keys rotate`).
 * - `lookup`: for keyed hashes by which an encrypted contact is found again.
 * - `receipt`: the secret of an appeal is derived from it and the form's key (HKDF-SHA-256).
 * - `pepper`: goes over a secret before Argon2id, and into what a code is found by, so that a stolen database alone is not
 *   enough to guess.
 * - `audit`: Ed25519 seed that signs checkpoints.
 * - `proof`: Ed25519 seeds that sign proofs of filing, the newest first; older ones stay to check what they signed.
 */
export type KeyMaterial = {
  readonly main: readonly { readonly id: string; readonly key: Uint8Array }[]
  readonly lookup: Uint8Array
  readonly receipt: Uint8Array
  readonly pepper: Uint8Array
  readonly audit: Uint8Array
  readonly proof: readonly { readonly id: string; readonly key: Uint8Array; readonly isWithdrawn: boolean }[]
}

/** A key for proofs of filing. What a withdrawn one signed is worth nothing: it was lost to somebody. */
export type ProofKey = {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly isWithdrawn: boolean
}

/** Seals and opens under one key. `boundTo` is authenticated: a text moved to another place does not open. */
export type Box = {
  seal(plain: string | Uint8Array, boundTo: string): Buffer
  /** Throws when a bit was changed or it is bound to something else. */
  open(sealed: Uint8Array, boundTo: string): Buffer
}

export type Keyring = Box & {
  /** A fresh key for one thing (an appeal, a draft), to be stored only wrapped. */
  newDataKey(boundTo: string): { box: Box; wrapped: Buffer }
  unwrapDataKey(wrapped: Uint8Array, boundTo: string): Box
  /** Wraps under the newest main key what an older one wrapped. */
  rewrapDataKey(wrapped: Uint8Array, boundTo: string): Buffer
  /** Id of the main key that sealed or wrapped this. */
  keyIdOf(sealed: Uint8Array): string
  readonly newestKeyId: string
  /** Keyed hash for look-up, hex. `purpose` keeps hashes of different fields apart. */
  lookup(purpose: string, value: string): string
  /** `bits` bits that belong to this form key and to nothing else. */
  receiptSecret(formKey: Uint8Array, bits: number): bigint
  /** What Argon2id is given instead of the secret itself. */
  pepper(secret: string): Buffer
  /**
   * Of a random code that a person types: the hex it is found by, and the box of its own. Neither tells the other, and without
   * the key outside the database a code gives neither (HKDF-SHA-256; 60 bits of code are enough only beside that key).
   */
  fromCode(purpose: string, code: string): { lookup: string; box: Box }
  readonly audit: { readonly privateKey: KeyObject; readonly publicKey: KeyObject; sign(text: string): Buffer }
  /** The newest first. */
  readonly proof: readonly ProofKey[]
}

const NONCE = 12
const TAG = 16

export function keyringFrom(material: KeyMaterial): Keyring {
  const [newest] = material.main
  if (!newest) throw new Error('The key file holds no main key.')
  const boxes = new Map(material.main.map(({ id, key }) => [id, boxOf(createSecretKey(key))]))
  const newestBox = boxOf(createSecretKey(newest.key))
  const lookupKey = createSecretKey(material.lookup)
  const pepperKey = createSecretKey(material.pepper)
  const sealUnderNewest: Box['seal'] = (plain, boundTo) => withKeyId(newest.id, newestBox.seal(plain, boundTo))
  const open: Box['open'] = (sealed, boundTo) => {
    const id = keyIdOf(sealed)
    const box = boxes.get(id)
    if (!box) throw new Error(`No key with the id "${id}" in the key file.`)
    return box.open(sealed.subarray(1 + Buffer.byteLength(id)), boundTo)
  }
  const wrapUnder = (key: Uint8Array, boundTo: string) => sealUnderNewest(key, `data key of ${boundTo}`)
  const unwrap = (wrapped: Uint8Array, boundTo: string) => open(wrapped, `data key of ${boundTo}`)

  return {
    seal: sealUnderNewest,
    open,
    newDataKey(boundTo) {
      const key = randomBytes(32)
      return { box: boxOf(createSecretKey(key)), wrapped: wrapUnder(key, boundTo) }
    },
    unwrapDataKey: (wrapped, boundTo) => boxOf(createSecretKey(unwrap(wrapped, boundTo))),
    rewrapDataKey: (wrapped, boundTo) => wrapUnder(unwrap(wrapped, boundTo), boundTo),
    keyIdOf,
    newestKeyId: newest.id,
    lookup: (purpose, value) => createHmac('sha256', lookupKey).update(`${purpose}\0${value}`).digest('hex'),
    receiptSecret(formKey, bits) {
      const bytes = Buffer.from(hkdfSync('sha256', material.receipt, formKey, 'receipt secret', 8))
      return bytes.readBigUInt64BE() >> BigInt(64 - bits)
    },
    pepper: (secret) => createHmac('sha256', pepperKey).update(secret).digest(),
    fromCode(purpose, code) {
      const derived = (what: string) => Buffer.from(hkdfSync('sha256', code, material.pepper, `${purpose} ${what}`, 32))
      return { lookup: derived('look-up').toString('hex'), box: boxOf(createSecretKey(derived('key'))) }
    },
    audit: auditKeys(material.audit),
    proof: material.proof.map(({ id, key, isWithdrawn }) => ({ id, isWithdrawn, ...ed25519From(key) })),
  }
}

// AES-256-GCM with a random nonce, stored as nonce ‖ ciphertext ‖ tag. The key is prepared: bytes would be made into one at
// each use, which takes three times as long as the use itself.
function boxOf(key: KeyObject): Box {
  return {
    seal(plain, boundTo) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open(sealed, boundTo) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(sealed.subarray(sealed.length - TAG))
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()])
    },
  }
}

// A sealed value starts with the length and the letters of its key's id, so that a rotated key is still found.
const withKeyId = (id: string, sealed: Buffer) =>
  Buffer.concat([Buffer.from([Buffer.byteLength(id)]), Buffer.from(id), sealed])
const keyIdOf = (sealed: Uint8Array) => Buffer.from(sealed.subarray(1, 1 + (sealed[0] ?? 0))).toString()

const ED25519_PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

function ed25519From(seed: Uint8Array) {
  const der = Buffer.concat([ED25519_PKCS8_PREFIX, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

function auditKeys(seed: Uint8Array) {
  const keys = ed25519From(seed)
  return { ...keys, sign: (text: string) => sign(null, Buffer.from(text), keys.privateKey) }
}
