import { createHash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Root } from './tree.ts'

// A signed note as in C2SP tlog-checkpoint and signed-note: what other logs and their witnesses read.

const ED25519 = Buffer.from([0x01])

export type Checkpoint = Root & { readonly origin: string }

/** `sign` gives the Ed25519 signature of the text. */
export function writeCheckpoint(
  { origin, size, root }: Checkpoint,
  publicKey: KeyObject,
  sign: (text: string) => Buffer,
): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`
  const signature = Buffer.concat([keyHash(origin, publicKey), sign(text)])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

export type ReadCheckpoint = Checkpoint & { readonly isSigned: boolean }

/** Every checkpoint in a text that may hold one note or a whole checkpoints.log. */
export function readCheckpoints(text: string, publicKey: KeyObject): readonly ReadCheckpoint[] {
  const note = /^(\S+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ([A-Za-z0-9+/=]+)$/gm
  return Array.from(
    text.replaceAll('\r\n', '\n').matchAll(note),
    ([, origin = '', size = '', root = '', name = '', signed = '']) => {
      const signature = Buffer.from(signed, 'base64')
      const isOurs = name === origin && signature.subarray(0, 4).equals(keyHash(name, publicKey))
      const isSigned =
        isOurs && verify(null, Buffer.from(`${origin}\n${size}\n${root}\n`), publicKey, signature.subarray(4))
      return { origin, size: Number(size), root: Buffer.from(root, 'base64'), isSigned }
    },
  )
}

/** What a holder outside checks signatures with: `name+hash+key`, the form of Go's sumdb and C2SP. */
export const verifierKey = (origin: string, publicKey: KeyObject): string =>
  `${origin}+${keyHash(origin, publicKey).toString('hex')}+${Buffer.concat([ED25519, rawKey(publicKey)]).toString('base64')}`

const keyHash = (name: string, publicKey: KeyObject) =>
  createHash('sha256').update(`${name}\n`).update(ED25519).update(rawKey(publicKey)).digest().subarray(0, 4)

// The last 32 bytes of the SPKI form are the key itself.
const rawKey = (publicKey: KeyObject) => publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
