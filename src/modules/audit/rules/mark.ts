import type { Hash } from './tree.ts'

// 128 bits of the leaf: as hard to forge as any, and two lines on a phone instead of four.
const MARK_BYTES = 16

/** How an entry's leaf stands on a person's paper: "4f1c 09ab …", eight groups of four. */
export const markOf = (leaf: Hash): string =>
  leaf
    .subarray(0, MARK_BYTES)
    .toString('hex')
    .replaceAll(/(.{4})(?!$)/g, '$1 ')

/** What somebody typed from a paper, or a whole leaf's hash: its first bytes; undefined when it can be neither. */
export function parseMark(text: string): Buffer | undefined {
  const hex = text.replaceAll(/[\s-]/g, '').toLowerCase()
  const isOne = /^[0-9a-f]+$/.test(hex) && hex.length % 2 === 0 && hex.length >= MARK_BYTES * 2 && hex.length <= 64
  return isOne ? Buffer.from(hex, 'hex') : undefined
}
