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

/** The text of a key file with a fresh main key before the others, and its id. Older keys stay to read what they sealed. */
export function withNewMainKey(text: string): { text: string; id: string } {
  const { main } = parseKeyFile(text)
  const newest = Math.max(0, ...main.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0)))
  const id = `k${newest + 1}`
  // Parsed just above: every other field is passed on as it is written.
  const file: { main: unknown[] } = JSON.parse(text)
  const changed = { ...file, main: [{ id, key: randomBytes(32).toString('base64') }, ...file.main] }
  return { text: `${JSON.stringify(changed, null, 2)}\n`, id }
}
