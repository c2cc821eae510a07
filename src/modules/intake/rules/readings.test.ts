import { assert, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, readAmount, readCount, readDay, readTime } from './readings.ts'
import { firstOpen, stepAfterSaving, stepBefore, stepsFor } from './steps.ts'

test.each([
  ['9', '09:00'],
  ['9:05', '09:05'],
  ['0905', '09:05'],
  ['14.30', '14:30'],
  ['23', '23:00'],
])('the time %j is %s', (typed, value) => {
  expect(readTime(typed)).toEqual({ is: 'read', value })
})

test.each([
  ['25000', 25_000],
  ['25 000,50', 25_000.5],
  ['25,000.50', 25_000.5],
  ['1.500', 1500],
  ['0,5', 0.5],
  ['1\u00a0234', 1234],
])('the amount %j is %d', (typed, value) => {
  expect(readAmount(typed)).toEqual({ is: 'read', value })
})

test.each(['0', '-5', '1,2,3', '12.34.5', 'abc', '9'.repeat(30)])('%j is no amount', (typed) => {
  expect(readAmount(typed)).toEqual({ is: 'wrong' })
})

test('every real day is read back, and no other', () => {
  assert(
    property(
      integer({ min: 1900, max: 2100 }),
      integer({ min: 1, max: 12 }),
      integer({ min: 1, max: 31 }),
      (y, m, d) => {
        const date = new Date(Date.UTC(y, m - 1, d))
        const isReal = date.getUTCMonth() === m - 1
        const read = readDay({ day: String(d), month: String(m), year: String(y) })
        expect(read.is).toBe(isReal ? 'read' : 'wrong')
      },
    ),
  )
  expect(readDay({ day: ' ', month: '', year: '' })).toEqual({ is: 'empty' })
  expect(readDay({ day: '1', month: '1', year: '1066' })).toEqual({ is: 'wrong' })
})

test('what is kept holds no sign that a database refuses', () => {
  assert(
    property(string({ unit: 'binary' }), (typed) => {
      const kept = cleanText(typed)
      expect(kept.isWellFormed()).toBe(true)
      expect(/[^\P{Cc}\n\t]/u.test(kept)).toBe(false)
      expect(cleanText(kept)).toBe(kept)
      expect(readCount(typed).is).toMatch(/empty|wrong|read/)
    }),
  )
  expect(cleanText(' Бир\r\nэки\u0000 \ud800')).toBe('Бир\nэки \ufffd')
})

describe('the way through the screens', () => {
  const all = stepsFor(true)
  test('has seven steps, or six where the topic asks nothing', () => {
    expect(all).toHaveLength(7)
    expect(stepsFor(false)).not.toContain('questions')
    expect(stepBefore(stepsFor(false), 'files')).toBe('words')
  })
  test('a saved screen leads on; one that opened an earlier one leads there', () => {
    expect(stepAfterSaving(all, new Set(['who', 'topic']), 'topic', false)).toBe('words')
    expect(stepAfterSaving(all, new Set(['topic']), 'topic', false)).toBe('who')
    expect(stepAfterSaving(all, new Set(['who', 'topic', 'words', 'questions']), 'questions', false)).toBe('files')
  })
  test('from the check page it leads back there, unless something became open', () => {
    const done = new Set(['who', 'topic', 'words', 'questions', 'contact'] as const)
    expect(stepAfterSaving(all, done, 'words', true)).toBe('check')
    expect(stepAfterSaving(all, new Set(['who', 'topic', 'words', 'contact'] as const), 'topic', true)).toBe(
      'questions',
    )
    expect(firstOpen(all, done)).toBe('check')
  })
})
