import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { pickLang } from './pick-lang.ts'

test('the language the browser likes best of ours', () => {
  expect(pickLang('ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7')).toBe('ru')
  expect(pickLang('de-DE,de;q=0.9,en;q=0.8,ru;q=0.9')).toBe('ru')
  expect(pickLang('KY-kg')).toBe('ky')
  expect(pickLang('en;q=0.5, ky')).toBe('ky')
  expect(pickLang('en, ru')).toBe('en')
})

test('nothing where the browser names none of ours', () => {
  for (const header of [undefined, '', '*', 'tr-TR,tr;q=0.9', 'ru;q=0', 'ru;q=nonsense', 'rut'])
    expect(pickLang(header)).toBeUndefined()
})

test('no header breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (header) => {
      expect([undefined, ...langs]).toContain(pickLang(header))
    }),
  )
})
