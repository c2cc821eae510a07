// Cyrillic in the Kyrgyz order (… Е Ё … Н Ң О Ө … У Ү …), then Latin: what ICU's "ky" says, asked letter by letter at start.
const collator = new Intl.Collator('ky')
const baseCollator = new Intl.Collator('ky', { sensitivity: 'base' })

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
const known = [
  ...range(0x20, 0x7e),
  '\u{a0}',
  '№',
  '«',
  '»',
  '–',
  '—',
  '’',
  ...range(0x400, 0x45f),
  'Ң',
  'ң',
  'Ө',
  'ө',
  'Ү',
  'ү',
]

// Two letters a–y: an order that every database keeps, whatever its own collation. 'z' opens the unknown, 'a' ends a part.
const digit = (index: number) => String.fromCharCode('b'.charCodeAt(0) + index)
const code = (rank: number) => digit(Math.floor(rank / 24)) + digit(rank % 24)

type Place = { readonly base: string; readonly variant: string }

/** Letters of equal base share a rank; within it each variant (case) has its place. */
const places = placesOf(known.toSorted(collator.compare))

function placesOf(sorted: readonly string[]): ReadonlyMap<string, Place> {
  const groups: string[][] = []
  for (const letter of sorted) {
    const [first] = groups.at(-1) ?? []
    if (first !== undefined && baseCollator.compare(first, letter) === 0) groups.at(-1)?.push(letter)
    else groups.push([letter])
  }
  return new Map(
    groups.flatMap((group, rank) =>
      group.map((letter, variant) => [letter, { base: code(rank), variant: digit(variant) }] as const),
    ),
  )
}

/**
 * A key to sort names by, for a column of the database: comparing keys as plain text gives the Kyrgyz order, also for
 * Russian, with Latin after Cyrillic. First the letters count, then case. Only small Latin letters, about three per letter.
 */
export function sortKey(text: string): string {
  const letters = Array.from(text.normalize('NFC'), placeOf)
  return `${letters.map(({ base }) => base).join('')}a${letters.map((letter) => letter.variant).join('')}`
}

function placeOf(letter: string): Place {
  // é is no letter of ours: it stands with e.
  const place = places.get(letter) ?? places.get(letter.normalize('NFD').charAt(0))
  return place ?? { base: `z${unknownCode(letter.codePointAt(0) ?? 0)}`, variant: 'b' }
}

const unknownCode = (point: number) =>
  [24 ** 4, 24 ** 3, 24 ** 2, 24, 1].map((unit) => digit(Math.floor(point / unit) % 24)).join('')

/** For lists in memory. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)
