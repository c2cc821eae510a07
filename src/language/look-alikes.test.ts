import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cyrillicWords, documentNumber } from './look-alikes.ts'

test('a series typed in Cyrillic is the Latin one', () => {
  expect(documentNumber('АС 0123456')).toBe('AC0123456')
  expect(documentNumber('ре-1234567')).toBe('PE1234567')
  expect(documentNumber(' ан1234567')).toBe('AH1234567')
  expect(documentNumber('ID 1234567')).toBe('ID1234567')
})

test('dashes of every kind and full-width letters do not matter', () => {
  expect(documentNumber('AC—0123456')).toBe('AC0123456')
  expect(documentNumber('ＡＣ0123456')).toBe('AC0123456')
})

test('a letter without a Latin twin stays, so that the check can name it', () => {
  expect(documentNumber('ИД1234567')).toBe('ИД1234567')
})

test('normalising a number twice is normalising it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(documentNumber(documentNumber(typed))).toBe(documentNumber(typed))
    }),
  )
})

test('a word is made Cyrillic only when every Latin letter in it has a twin', () => {
  expect(cyrillicWords('Kыргызстан')).toBe('Кыргызстан')
  expect(cyrillicWords('Gмail')).toBe('Gмail')
  expect(cyrillicWords('COVID')).toBe('COVID')
})
