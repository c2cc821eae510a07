import { expect, test } from 'vitest'
import { numberInWords, sizeInWords } from './numbers.ts'

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [25_000.5, '25\u202f000,5', '25,000.5'],
  [1_234_567.891, '1\u202f234\u202f567,89', '1,234,567.89'],
])('%d is written as each language writes it', (value, ru, en) => {
  expect(numberInWords(value)).toEqual({ ky: ru, ru, en })
})

test('a size is told in whole kilobytes or tenths of megabytes', () => {
  expect(sizeInWords(12).en).toBe('1 kB')
  expect(sizeInWords(340_400).ru).toBe('340 КБ')
  expect(sizeInWords(2_140_000).ky).toBe('2,1 МБ')
})
