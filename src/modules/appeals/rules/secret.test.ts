import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { hasWords, parseSecret, secretFrom, secretToDigits, secretToWords, type WordLists } from './secret.ts'

const read = (lang: string) => readFileSync(`catalogue/words/${lang}.txt`, 'utf8').trim().split('\n')
const lists: WordLists = { ky: read('ky'), ru: read('ru'), en: read('en') }
const secrets = fc.bigInt({ min: 0n, max: 2n ** 44n - 1n }).map(secretFrom)
const plain = (text: string) =>
  text.replaceAll('ң', 'н').replaceAll('ө', 'о').replaceAll('ү', 'у').replaceAll('ё', 'е').replaceAll('й', 'и')

test('words of each language and digits open the same secret', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      expect(parseSecret(secretToDigits(secret), lists)).toEqual([secret])
      for (const lang of langs)
        expect(parseSecret(secretToWords(secret, lists[lang]).join(' '), lists)).toContain(secret)
    }),
  )
})

test('the digits stand in groups of four, four, four and two', () => {
  expect(secretToDigits(secretFrom(1n))).toBe('0000-0000-0000-01')
  fc.assert(fc.property(secrets, (secret) => /^\d{4}-\d{4}-\d{4}-\d\d$/.test(secretToDigits(secret))))
})

test('it does not matter how the words were typed', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(...langs), (secret, lang) => {
      const words = secretToWords(secret, lists[lang])
      for (const typed of [
        words.join(', '),
        `  ${words.join('   ')} `,
        words.join('-').toUpperCase(),
        plain(words.join(' ')),
        words.join(' ').normalize('NFD'),
        words.map((word, place) => `${place + 1}. ${word}`).join('\n'),
      ])
        expect(parseSecret(typed, lists)).toContain(secret)
    }),
  )
})

const plainWords = {
  ky: new Set(lists.ky.map(plain)),
  ru: new Set(lists.ru.map(plain)),
  en: new Set(lists.en.map(plain)),
}

/** The slow and obvious way: whatever one slip can make of it, letter by letter, and which of that are words. */
function meant(typed: string, list: readonly string[]): readonly string[] {
  const letters = [...new Set(list.join(''))]
  const word = plain(typed)
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)] as const)
  const slips = new Set(
    cuts.flatMap(([before, after]) => [
      before + after.slice(1),
      before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
      ...letters.flatMap((letter) => [before + plain(letter) + after, before + plain(letter) + after.slice(1)]),
    ]),
  )
  return list.filter((known) => slips.has(plain(known)))
}

test('one slip of the finger is mended only where a single word can be meant', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(...langs), fc.nat(3), fc.nat(7), (secret, lang, place, at) => {
      const words = secretToWords(secret, lists[lang])
      const word = words[place] ?? ''
      const cut = at % word.length
      const typed = words.with(place, word.slice(0, cut) + word.slice(cut + 1))
      // Without the letter it may be as near to another word, or be a word of another language: then nothing is guessed.
      const isPlain = meant(typed[place] ?? '', lists[lang]).length === 1
      const isOthers = langs.some((of) => typed.every((one) => plainWords[of].has(plain(one))))
      expect(parseSecret(typed.join(' '), lists).includes(secret)).toBe(isPlain && !isOthers)
    }),
  )
  const [a, b, c, d] = secretToWords(secretFrom(123_456_789_012n), lists.en)
  expect(parseSecret(`${a} ${b} ${c} ${d}`, lists)).toEqual([123_456_789_012n])
  expect(parseSecret(`${a}x ${b} ${c} ${d}`, lists)).toEqual([123_456_789_012n])
  expect(parseSecret(`${a}xx ${b} ${c} ${d}`, lists)).toEqual([])
})

test('words that stand in two lists give both secrets, and right words win over nearly right ones', () => {
  const inKyrgyz = new Set(lists.ky)
  const both = lists.ru.filter((word) => inKyrgyz.has(word)).slice(0, 4)
  const bitsIn = (list: readonly string[]) =>
    both.reduce((bits, word) => (bits << 11n) | BigInt(list.indexOf(word)), 0n)
  expect(new Set(parseSecret(both.join(' '), lists))).toEqual(new Set([bitsIn(lists.ky), bitsIn(lists.ru)]))
})

test('what is no secret gives nothing, and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parseSecret(text, lists)))
  for (const text of ['', '99999999999999', '1234', 'one two three', 'a b c d e', 'x '.repeat(400)])
    expect(parseSecret(text, lists)).toEqual([])
})

test('two words of the receipt are a proof, in the language they were printed in', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(...langs), (secret, lang) => {
      const words = secretToWords(secret, lists[lang])
      expect(hasWords([plain(words[1] ?? ''), (words[3] ?? '').toUpperCase()], [1, 3], secret, lists)).toBe(true)
      expect(hasWords(['', ''], [1, 3], secret, lists)).toBe(false)
      expect(hasWords([], [], secret, lists)).toBe(false)
    }),
  )
})
