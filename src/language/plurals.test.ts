import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, nounAfter, ruForm } from './plurals.ts'

const files = { ky: 'файл', ru: ['файл', 'файла', 'файлов'], en: ['file', 'files'] } as const

test('Kyrgyz has one form after a number, Russian three, English two', () => {
  expect(counted(1, files)).toEqual({ ky: '1\u{a0}файл', ru: '1\u{a0}файл', en: '1\u{a0}file' })
  expect(counted(3, files)).toEqual({ ky: '3\u{a0}файл', ru: '3\u{a0}файла', en: '3\u{a0}files' })
  expect(counted(0, files)).toEqual({ ky: '0\u{a0}файл', ru: '0\u{a0}файлов', en: '0\u{a0}files' })
  expect(nounAfter(21, files).ru).toBe('файл')
  expect(nounAfter(112, files).ru).toBe('файлов')
})

test('the Russian form is the one that CLDR names', () => {
  const cldr = new Intl.PluralRules('ru')
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(ruForm(count)).toBe(cldr.select(count))
    }),
  )
})
