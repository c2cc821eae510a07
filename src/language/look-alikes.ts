/** Cyrillic letters that look like Latin ones, capital beside capital. */
const pairs = [
  ['А', 'A'],
  ['В', 'B'],
  ['С', 'C'],
  ['Е', 'E'],
  ['Н', 'H'],
  ['К', 'K'],
  ['М', 'M'],
  ['О', 'O'],
  ['Р', 'P'],
  ['Т', 'T'],
  ['Х', 'X'],
  ['У', 'Y'],
] as const

const latinOf = new Map<string, string>(pairs)

/**
 * A document's number as it is compared: capitals, no spaces or dashes, Cyrillic look-alikes made Latin
 * (people type АС0123456 on a Cyrillic keyboard). Keep what was typed beside it.
 */
export const documentNumber = (typed: string): string =>
  Array.from(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Dash}]/gu, ''),
    (letter) => latinOf.get(letter) ?? letter,
  )
    .join('')
    // A capital may come in pieces, and a letter may now stand beside a mark it goes together with.
    .normalize('NFKC')

// Small letters look alike less often: м and т do not, b is nearer to ь. Small h is named in formats.json.
const cyrillicOf = new Map<string, string>([
  ...pairs.map(([cyrillic, latin]) => [latin, cyrillic] as const),
  ...pairs
    .filter(([, latin]) => !['B', 'M', 'T'].includes(latin))
    .map(([cyrillic, latin]) => [latin.toLowerCase(), cyrillic.toLowerCase()] as const),
])

/**
 * Latin letters that slipped into a Cyrillic word, as old fonts and mixed keyboards leave them: "oкуу" becomes "окуу".
 * A word stays as it is when one of its Latin letters has no Cyrillic twin: then it was meant so.
 */
export const cyrillicWords = (text: string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word
    const letters = Array.from(word, (letter) => (/\p{Script=Latin}/u.test(letter) ? cyrillicOf.get(letter) : letter))
    return letters.every((letter) => letter !== undefined) ? letters.join('') : word
  })
