import { randomBytes, randomInt } from 'node:crypto'

/** What was said once in one place, so that wherever it is found we know which place leaked. */
export type Canary = {
  /** Where it was said: "name of an ordinary appeal". */
  readonly where: string
  readonly text: string
  /** As SECURITY.md declares it: nowhere in clear, or in clear for a reason. */
  readonly declared: 'sealed' | { readonly clear: string }
}

export type Nest = {
  readonly all: readonly Canary[]
  /** A new one that must be found nowhere. */
  sealed(where: string, text?: string): string
  /** A new one that may be found, and why. */
  clear(where: string, why: string): string
}

export function makeNest(): Nest {
  const all: Canary[] = []
  const keep = (where: string, text: string, declared: Canary['declared']) => {
    all.push({ where, text, declared })
    return text
  }
  return {
    all,
    sealed: (where, text = newWord()) => keep(where, text, 'sealed'),
    clear: (where, why) => keep(where, newWord(), { clear: why }),
  }
}

// Letters and digits only: no writing of a page or a row changes them.
export const newWord = () => `kanary${randomBytes(8).toString('hex')}`
export const newDigits = (count: number) => Array.from({ length: count }, () => randomInt(1, 10)).join('')

/** The ways in which the same word may lie somewhere: as it is, as hex, as base64 from any of its three beginnings. */
export function writingsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text)
  const inBase64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url')
    // The letters at both ends depend on the neighbours.
    return whole.slice(before === 0 ? 0 : before + 1, -3)
  })
  const wide = Buffer.from(text, 'utf16le')
  const texts = [
    bytes.toString('hex'),
    ...inBase64,
    ...inBase64.map((one) => one.replaceAll('-', '+').replaceAll('_', '/')),
  ]
  return [bytes, wide, ...texts.map((one) => Buffer.from(one))]
}
