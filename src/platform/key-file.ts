import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { KeyMaterial } from './keyring.ts'

const key32 = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

const keyId = z.string().regex(/^[a-z0-9-]{1,32}$/)

const keyFileSchema = z.object({
  main: z.array(z.object({ id: keyId, key: key32 })).min(1),
  lookup: key32,
  receipt: key32,
  pepper: key32,
  audit: key32,
  // Not in files from before proofs of filing: "mekendesh keys proof" adds the first.
  proof: z.array(z.object({ id: keyId, key: key32, isWithdrawn: z.boolean().default(false) })).default([]),
})

export const readKeyFile = (path: string): KeyMaterial => parseKeyFile(readFileSync(path, 'utf8'))

/** Throws when a key is missing or of the wrong length. */
export const parseKeyFile = (text: string): KeyMaterial => keyFileSchema.parse(JSON.parse(text))

/** The text of a new key file; the caller writes it where only the portal's user may read it. */
export function newKeyFileText(): string {
  const key = () => randomBytes(32).toString('base64')
  const once = { lookup: key(), receipt: key(), pepper: key(), audit: key() }
  const file = { main: [{ id: 'k1', key: key() }], ...once, proof: [{ id: 'p1', key: key() }] }
  return written(file)
}

/** The text of a key file with a fresh main key before the others, and its id. Older keys stay to read what they sealed. */
export const withNewMainKey = (text: string): Changed => withNewKey(text, 'main', 'k')

/** The same with a fresh key for proofs of filing. Older ones stay to check what they signed. */
export const withNewProofKey = (text: string): Changed => withNewKey(text, 'proof', 'p')

/** The text of a key file in which what this key signed is worth nothing any more. Throws when there is no such key. */
export function withoutTrustIn(text: string, id: string): Changed {
  const { proof } = parseKeyFile(text)
  if (!proof.some((key) => key.id === id)) throw new Error(`There is no key for proofs with the id "${id}".`)
  const file: { proof: { id: string }[] } = JSON.parse(text)
  const changed = file.proof.map((key) => (key.id === id ? { ...key, isWithdrawn: true } : key))
  return { text: written({ ...file, proof: changed }), id }
}

type Changed = { readonly text: string; readonly id: string }

function withNewKey(text: string, list: 'main' | 'proof', prefix: string): Changed {
  const ids = parseKeyFile(text)[list].map(({ id }) => Number(id.startsWith(prefix) ? id.slice(1) : 0) || 0)
  const id = `${prefix}${Math.max(0, ...ids) + 1}`
  // Parsed just above: every other field is passed on as it is written.
  const file: Record<string, unknown[] | undefined> = JSON.parse(text)
  const changed = { ...file, [list]: [{ id, key: randomBytes(32).toString('base64') }, ...(file[list] ?? [])] }
  return { text: written(changed), id }
}

const written = (file: object) => `${JSON.stringify(file, null, 2)}\n`
