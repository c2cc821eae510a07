import { langs, type Lang } from '#src/kernel/lang.ts'

/** 44 random bits that open one appeal. Four words in any language and fourteen digits are two writings of the same bits. */
export type Secret = bigint & { readonly __brand: 'Secret' }
/** 2,048 words of each language, in the order of the catalogue. */
export type WordLists = Readonly<Record<Lang, readonly string[]>>

export const SECRET_BITS = 44
const BITS_OF_WORD = 11n
const WORDS = 4
const DIGITS = 14
const LIMIT = 1n << BigInt(SECRET_BITS)
const WORD_MASK = (1n << BITS_OF_WORD) - 1n

/** For bits that come from the keyring; throws when there are more than 44. */
export function secretFrom(bits: bigint): Secret {
  if (!isSecret(bits)) throw new RangeError('A secret has 44 bits.')
  return bits
}

const isSecret = (bits: bigint): bits is Secret => bits >= 0n && bits < LIMIT

export function secretToWords(secret: Secret, list: readonly string[]): string[] {
  return Array.from({ length: WORDS }, (_, place) => {
    const index = (secret >> (BITS_OF_WORD * BigInt(WORDS - 1 - place))) & WORD_MASK
    const word = list[Number(index)]
    if (word === undefined) throw new RangeError('A word list has 2,048 words.')
    return word
  })
}

/** Fourteen digits in groups: 0123-4567-8901-23. */
export function secretToDigits(secret: Secret): string {
  const digits = secret.toString().padStart(DIGITS, '0')
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8, 12), digits.slice(12)].join('-')
}

/** What is peppered and hashed: independent of the writing the person used. */
export const secretToText = (secret: Secret): string => secret.toString().padStart(DIGITS, '0')

/**
 * Reads words or digits as typed: any case, ң ө ү ё й as their plain neighbours, commas, spaces, dashes, one slip of the
 * finger in a word. Usually one secret; none when it is no secret; two or three when the words stand in several languages'
 * lists (Kyrgyz and Russian share 428 words). It never tells which part was wrong.
 */
export function parseSecret(text: string, lists: WordLists): readonly Secret[] {
  if (text.length > 200) return []
  const typed = text.normalize('NFKC').toLowerCase()
  const digits = typed.replaceAll(/[\s\p{P}]/gu, '')
  if (/^\d+$/.test(digits))
    return digits.length === DIGITS && BigInt(digits) < LIMIT ? [secretFrom(BigInt(digits))] : []

  const words = typed.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')
  if (words.length !== WORDS) return []
  const exact = langs.map((lang) => secretOf(words, lists[lang], findExact))
  const found = exact.some((one) => one !== undefined)
    ? exact
    : langs.map((lang) => secretOf(words, lists[lang], findNearest))
  return [...new Set(found.filter((one) => one !== undefined))]
}

/** Do two of the receipt's words, asked by their place (0–3), stand in what was typed? The light proof before leaving. */
export function hasWords(
  typed: readonly string[],
  places: readonly number[],
  secret: Secret,
  lists: WordLists,
): boolean {
  const same = (one: string, other: string) => fold(one) === fold(other) || isOneSlip(fold(one), fold(other))
  return langs.some((lang) => {
    const words = secretToWords(secret, lists[lang])
    return places.length > 0 && places.every((place, at) => same(typed[at]?.trim() ?? '', words[place] ?? ''))
  })
}

type FindWord = (word: string, list: readonly string[]) => number | undefined

function secretOf(words: readonly string[], list: readonly string[], find: FindWord): Secret | undefined {
  let bits = 0n
  for (const word of words) {
    const index = find(fold(word), list)
    if (index === undefined) return undefined
    bits = (bits << BITS_OF_WORD) | BigInt(index)
  }
  return secretFrom(bits)
}

const folds: Readonly<Record<string, string>> = { ң: 'н', ө: 'о', ү: 'у', ё: 'е', й: 'и' }
/** Decomposes first, so that a й or ё typed as two signs is the same letter. */
const fold = (word: string): string =>
  Array.from(word.toLowerCase().normalize('NFC'), (letter) => folds[letter] ?? letter).join('')

// The lists are a few long-lived arrays: folding them once per array is enough.
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

function indexOf(list: readonly string[]): ReadonlyMap<string, number> {
  const known = indexes.get(list)
  if (known) return known
  const made = new Map(list.map((word, index) => [fold(word), index]))
  indexes.set(list, made)
  return made
}

const findExact: FindWord = (word, list) => indexOf(list).get(word)

/** One slip is mended only where a single word can be meant: the lists keep two slips between words, a typo may lie midway. */
const findNearest: FindWord = (word, list) => {
  const exact = findExact(word, list)
  if (exact !== undefined) return exact
  const near = [...indexOf(list)].filter(([known]) => isOneSlip(word, known))
  return near.length === 1 ? near[0]?.[1] : undefined
}

/** One letter changed, left out, added, or two neighbours swapped. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1)
  if (short.slice(start + 1) === long.slice(start + 1)) return start < short.length
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  )
}
