import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, mendLetters } from './fold.ts'

test('a word is found with and without ң ө ү ё, in capitals or not', () => {
  expect(fold('КӨҢҮЛ Ёлка')).toBe('конул елка')
  expect(fold('мөөнөт')).toBe(fold('моонот'))
  expect(fold('жаңы')).toBe(fold('жаны'))
})

test('the look-alikes of old fonts are the letters they stand for', () => {
  expect(mendLetters('Ѳзгѳн жаӊы Ӊ')).toBe('Өзгөн жаңы Ң')
  expect(fold('ѳкмѳт')).toBe('окмот')
})

test('Latin letters inside a Cyrillic word are its own', () => {
  expect(fold('мoонoт')).toBe('моонот')
  expect(fold('Hарын')).toBe('нарын')
  expect(fold('тyз')).toBe('туз')
  expect(fold('жahы')).toBe('жаны')
})

test('a Latin word stays Latin, and so does one that only ends in Kyrgyz', () => {
  expect(fold('Phone')).toBe('phone')
  expect(fold('WhatsAppта')).toBe('whatsappта')
  expect(fold('viza бар')).toBe('viza бар')
})

test('a letter in two parts is the same as in one', () => {
  expect(fold('\u{435}\u{308}лка')).toBe('елка')
  expect(mendLetters('и\u{306}')).toBe('й')
})

const anyText = fc.string({
  unit: fc.constantFrom(...Array.from('аөоңнүуёеѳӉӊѲйЙиһbhHoOyYTтkK İıßΣſ’- \u{308}\u{306}1')),
})

test('folding what is folded changes nothing, whatever the letters', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(fold(text)).not.toMatch(/[өүңёѳӊ]/)
      expect(mendLetters(mendLetters(text))).toBe(mendLetters(text))
    }),
  )
})

test('a mark behind a mended letter joins it at once', () => {
  expect(mendLetters('ѳ\u{308}')).toBe('ӫ')
})

test('letters of pure Kyrgyz words keep their number', () => {
  const kyrgyz = fc.string({
    unit: fc.constantFrom(...Array.from('абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя')),
    minLength: 1,
  })
  fc.assert(
    fc.property(kyrgyz, (word) => {
      expect(fold(word)).toHaveLength(word.length)
      expect(fold(word.toUpperCase())).toBe(fold(word))
    }),
  )
})
