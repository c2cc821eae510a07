import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appealNumber, checkDigit, parseAppealNumber, trustedNumber } from './number.ts'

const numbers = fc
  .record({ year: fc.integer({ min: 2026, max: 2099 }), random: fc.integer({ min: 0, max: 9_999_999 }) })
  .map(({ year, random }) => appealNumber('KG', year, random))

const digitsOf = (number: string) => number.replaceAll(/\D/g, '')

test('the number of the design has its check digit', () => {
  expect(appealNumber('KG', 2026, 4_821_739)).toBe('KG-26-4821739-2')
  expect(checkDigit('572')).toBe('4') // the example of Damm's own description
})

test('a number reads back as itself, however it was typed', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const plain = digitsOf(number)
      for (const typed of [
        number,
        number.toLowerCase(),
        ` ${number} `,
        number.replaceAll('-', ''),
        number.replaceAll('-', ' '),
        number.replaceAll('-', ' – '),
        plain,
        `КГ-${number.slice(3)}`,
        `кг ${plain}`,
        `№ ${number}`,
        number.replaceAll('0', 'O').replaceAll('1', 'l'),
        number.replaceAll('0', 'о').replaceAll('3', 'з'),
      ])
        expect([typed, parseAppealNumber(typed, 'KG')]).toEqual([typed, number])
    }),
  )
})

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(numbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const digits = Array.from(digitsOf(number), Number)
      digits[place] = ((digits[place] ?? 0) + shift) % 10
      expect(parseAppealNumber(digits.join(''), 'KG')).toBeUndefined()
    }),
  )
})

test('every swap of two neighbours is found', () => {
  fc.assert(
    fc.property(numbers, fc.nat(8), (number, place) => {
      const digits = Array.from(digitsOf(number))
      const [one = '', other = ''] = digits.splice(place, 2)
      fc.pre(one !== other)
      digits.splice(place, 0, other, one)
      expect(parseAppealNumber(digits.join(''), 'KG')).toBeUndefined()
    }),
  )
})

test('what is no number gives nothing and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => void parseAppealNumber(text, 'KG')))
  for (const text of ['', 'KG', '26-4821739', 'KG-26-4821739-2-2', 'RU-26-4821739-2', '9'.repeat(500)])
    expect(parseAppealNumber(text, 'KG')).toBeUndefined()
})

test('only what has the form of a number is trusted as one', () => {
  expect(() => trustedNumber('KG-26-482173-2')).toThrow('Not a number')
})
