import { expect, test } from 'vitest'
import { isMet } from './is-met.ts'

test('an answer not given meets no condition, not even "is not"', () => {
  for (const op of ['=', '!=', 'in', '>=']) expect(isMet([], op, 'yes')).toBe(false)
})

test('a condition is met by any of the chosen answers', () => {
  expect(isMet(['passport', 'card'], '=', 'card')).toBe(true)
  expect(isMet(['passport'], 'in', ['card', 'passport'])).toBe(true)
  expect(isMet(['passport'], '=', 'card')).toBe(false)
  expect(isMet(['passport'], '!=', 'card')).toBe(true)
  expect(isMet(['card'], '!=', 'card')).toBe(false)
})

test('yes and no, and numbers, arrive from a form as words', () => {
  expect(isMet(['true'], '=', true)).toBe(true)
  expect(isMet(['12'], '>=', 10)).toBe(true)
  expect(isMet(['9'], '>=', 10)).toBe(false)
  expect(isMet(['many'], '>=', 10)).toBe(false)
})
