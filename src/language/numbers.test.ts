import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, formatNumber } from './numbers.ts'

const shown = (text: string) => text.replaceAll('\u{a0}', ' ')

test('numbers as each language groups them', () => {
  expect(shown(formatNumber(1_234_567.5, 'ky'))).toBe('1 234 567,5')
  expect(shown(formatNumber(1_234_567.5, 'ru'))).toBe('1 234 567,5')
  expect(formatNumber(1_234_567.5, 'en')).toBe('1,234,567.5')
  expect(formatNumber(999, 'en')).toBe('999')
  expect(formatNumber(-1234, 'en')).toBe('−1,234')
})

test('nothing rounds to "minus nothing", and no empty fraction is left', () => {
  expect(formatNumber(-0.001, 'en')).toBe('0')
  expect(formatNumber(10, 'ky')).toBe('10')
  expect(formatNumber(0.1 + 0.2, 'en')).toBe('0.3')
})

test('the som is called сом by those who pay in it', () => {
  expect(shown(formatMoney(1500, 'KGS', 'ky'))).toBe('1 500 сом')
  expect(shown(formatMoney(1500, 'KGS', 'ru'))).toBe('1 500 сом')
  expect(shown(formatMoney(1500, 'KGS', 'en'))).toBe('KGS 1,500')
  expect(shown(formatMoney(0.5, 'RUB', 'ru'))).toBe('0,5 RUB')
})

test('a number can be read back from what is shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (hundredths) => {
      const number = hundredths / 100
      expect(Number(formatNumber(number, 'en').replaceAll(',', '').replace('−', '-'))).toBe(number)
      expect(formatNumber(number, 'ky')).not.toContain(' ')
    }),
  )
})
