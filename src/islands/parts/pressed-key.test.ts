import { expect, test } from 'vitest'
import { pressedKey } from './pressed-key.ts'

test.each([
  ['j', 'KeyJ', 'j'],
  ['о', 'KeyJ', 'j'],
  ['е', 'KeyT', 't'],
  ['.', 'Slash', '/'],
  [',', 'Slash', '?'],
  ['?', 'Slash', '?'],
  // A dot of its own, and the Latin letter of another place (Dvorak): what is typed counts.
  ['.', 'Period', '.'],
  ['h', 'KeyJ', 'h'],
  ['Enter', 'Enter', 'Enter'],
])('%s typed by the key %s is %s', (key, code, meant) => {
  expect(pressedKey({ key, code })).toBe(meant)
})
