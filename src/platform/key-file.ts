import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { KeyMaterial } from './keyring.ts'

const key32 = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

const keyFileSchema = z.object({
  main: z.array(z.object({ id: z.string().regex(/^[a-z0-9-]{1,32}$/), key: key32 })).min(1),
  lookup: key32,
  receipt: key32,
  pepper: key32,
  audit: key32,
})

export const readKeyFile = (path: string): KeyMaterial => parseKeyFile(readFileSync(path, 'utf8'))

/** Throws when a key is missing or of the wrong length. */
export const parseKeyFile = (text: string): KeyMaterial => keyFileSchema.parse(JSON.parse(text))

/** The text of a new key file; the caller writes it where only the portal's user may read it. */
export function newKeyFileText(): string {
  const key = () => randomBytes(32).toString('base64')
  const file = { main: [{ id: 'k1', key: key() }], lookup: key(), receipt: key(), pepper: key(), audit: key() }
  return `${JSON.stringify(file, null, 2)}\n`
}
