import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { displayName, hasPdfEnd, typeFromFirstBytes } from './rules.ts'

test.each([
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['C:\\Users\\me\\договор.docx', 'application/pdf', 'договор.pdf'],
  ['photo.jpg.exe', 'image/jpeg', 'photo.jpg.jpg'],
  ['evil\u202Egpj.exe', 'image/jpeg', 'evilgpj.jpg'],
  ['a\u0000b\r\nc.png', 'image/png', 'abc.png'],
  ['...', 'image/webp', 'file.webp'],
  ['', 'image/webp', 'file.webp'],
  ['<script>.html', 'image/png', '_script_.png'],
  ['Айлык төлөмү 2026.08.jpeg', 'image/jpeg', 'Айлык төлөмү 2026.08.jpg'],
] as const)('the name %j of a %s is shown as %j', (given, type, shown) => {
  expect(displayName(given, type)).toBe(shown)
})

test('whatever was sent, a shown name is short, visible and without folders', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = displayName(given, 'image/png')
      expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,168}\.png$/u)
      expect(name.startsWith('.')).toBe(false)
    }),
  )
})

test('of a name only the last 255 letters are looked at, so that a longer one costs nothing', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), string({ unit: 'binary', maxLength: 300 }), (start, end) => {
      expect(displayName(`${start}${'.'.repeat(255)}${end}`, 'image/png')).toBe(
        displayName(`${'.'.repeat(255)}${end}`.slice(-255), 'image/png'),
      )
    }),
  )
})

test('only the first bytes decide what a file is', () => {
  expect(typeFromFirstBytes(Buffer.from('%PDF-1.7'))).toBe('application/pdf')
  expect(typeFromFirstBytes(Buffer.from('  %PDF-1.7'))).toBeUndefined()
  expect(typeFromFirstBytes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
  expect(typeFromFirstBytes(Buffer.from('RIFF0000WAVE'))).toBeUndefined()
  expect(typeFromFirstBytes(Buffer.alloc(0))).toBeUndefined()
})

test('a PDF that was cut off is known by its missing end', () => {
  expect(hasPdfEnd(Buffer.from('%PDF-1.7 … %%EOF\n'))).toBe(true)
  expect(hasPdfEnd(Buffer.from('%PDF-1.7 …'))).toBe(false)
})
