import { cyrillicWords } from './look-alikes.ts'

/** Composed letters (NFC), and the two old look-alikes of Kyrgyz letters mended: fita Ѳ to Ө, Ӊ to Ң. For keeping and showing. */
export const mendLetters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ѲѳӉӊ]/g, (letter) => mended.get(letter) ?? letter)
    // A mended letter may go together with a mark that stood behind the old one: ѳ̈ becomes ӫ.
    .normalize('NFC')

const mended = new Map([
  ['Ѳ', 'Ө'],
  ['ѳ', 'ө'],
  ['Ӊ', 'Ң'],
  ['ӊ', 'ң'],
])

/**
 * The form in which texts are compared and searched: small letters, ө ү ң ё as о у н е. Many keyboards abroad lack
 * them, so a word must be found with and without. Folding what is folded changes nothing.
 */
export const fold = (text: string): string =>
  cyrillicWords(mendLetters(text))
    .toLowerCase()
    .normalize('NFC')
    // The Turkish İ becomes i and a dot above it. Marks piled on a folded letter go with it, or it could become another.
    .replace(/(i\u{307}|[өүңё])\p{M}*/gu, (letter) => plain.get(letter.charAt(0)) ?? 'i')

const plain = new Map([
  ['ө', 'о'],
  ['ү', 'у'],
  ['ң', 'н'],
  ['ё', 'е'],
])
