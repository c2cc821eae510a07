import { assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contactKey,
  maskPin,
  parseDocumentNumber,
  parseEmail,
  parseName,
  parsePin,
  phoneInWords,
  readPhone,
} from './rules.ts'

describe('a name', () => {
  test.each(['Бакыт Эмил уулу', 'Айгүл Эмил кызы', "O'Brien-Smith", 'У', 'Асанов Бакыт Эмилович'])(
    '%s stays as typed',
    (name) => {
      expect(parseName(`  ${name} `)).toBe(name)
    },
  )

  test('is at most a hundred signs long, and an empty one is none', () => {
    expect(parseName('а'.repeat(100))).toHaveLength(100)
    expect(parseName('а'.repeat(101))).toBeUndefined()
    expect(parseName(' \n ')).toBeUndefined()
  })

  test('never holds a line break or another control sign', () => {
    expect(parseName('Бакыт\r\nBcc: x')).toBe('Бакыт Bcc: x')
  })
})

describe('a PIN', () => {
  test('is fourteen digits, however they are spaced', () => {
    expect(parsePin('2 05031990 12345')).toEqual({ value: '20503199012345', isUnusual: false })
  })

  test('of another structure is only unusual, never refused', () => {
    expect(parsePin('99999999999999')).toEqual({ value: '99999999999999', isUnusual: true })
  })

  test.each(['', '2050319901234', '205031990123456', '2050319901234O', '２０５０３１９９０１２３４５'])(
    '%j is none',
    (typed) => {
      expect(parsePin(typed)).toBeUndefined()
    },
  )

  test('is shown without its serial', () => {
    expect(maskPin('20503199012345')).toBe('205031990•••••')
  })
})

const onlyPhone = (typed: string, country?: string) => {
  const [first, second] = readPhone(typed, country)
  return second === undefined ? first?.number : undefined
}

const numberlike = string({ unit: constantFrom(...'+0123456789 -()'.split('')), minLength: 6, maxLength: 20 })

describe('a phone number', () => {
  test.each([
    ['+996 555 123 456', 'RU', '+996555123456'],
    ['0555 123-456', 'KG', '+996555123456'],
    ['0555 123456', 'RU', '+996555123456'],
    ['8 (903) 123-45-67', 'RU', '+79031234567'],
    ['00 996 555 123456', undefined, '+996555123456'],
    ['996555123456', 'TR', '+996555123456'],
    ['010-1234-5678', 'KR', '+821012345678'],
    ['+971 50 123 4567', 'XX', '+971501234567'],
  ])('%s typed in %s is %s', (typed, country, expected) => {
    expect(onlyPhone(typed, country)).toBe(expected)
  })

  test.each([
    ['0555 12 34 56', 'KR', ['+996555123456', '+82555123456']],
    ['0555 12 34 56', 'AE', ['+996555123456', '+971555123456']],
    ['555123456', 'UZ', ['+996555123456', '+998555123456']],
    ['996 555 123456', 'DE', ['+996555123456', '+49996555123456']],
  ])('%s typed in %s may be %j: it is not guessed', (typed, country, expected) => {
    expect(readPhone(typed, country).map(({ number }) => number)).toEqual(expected)
    expect(onlyPhone(typed, country)).toBeUndefined()
  })

  test('with its code is one number everywhere, and is read with its country', () => {
    expect(readPhone('+996555123456', 'KR')).toEqual([
      { number: '+996555123456', shown: '+996 555 123 456', country: 'KG' },
    ])
    expect(phoneInWords('+79031234567')).toMatchObject({ shown: '+7 903 123 45 67', country: 'RU' })
  })

  test.each(['', 'call me', '12', '+1', '9'.repeat(50)])('%j is none', (typed) => {
    expect(onlyPhone(typed, 'RU')).toBeUndefined()
  })

  test('is E.164 or none, whatever was typed', () => {
    assert(
      property(numberlike, constantFrom('RU', 'KG', 'KR', 'XX'), (typed, country) => {
        expect(onlyPhone(typed, country) ?? '+000000').toMatch(/^\+\d{6,15}$/)
      }),
    )
  })

  test('from home is the same number wherever and however it is typed', () => {
    const rest = integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'))
    assert(
      property(constantFrom('55', '70', '77'), rest, constantFrom('RU', 'KR', 'TR', 'KG'), (code, digits, country) => {
        const number = `+996${code}${digits}`
        expect(onlyPhone(number, country)).toBe(number)
        expect(onlyPhone(`00996 ${code} ${digits.slice(0, 3)}-${digits.slice(3)}`, country)).toBe(number)
      }),
    )
  })
})

describe('an e-mail address', () => {
  test.each(['aigul@example.org', 'a.b+c@mail.example.kg', 'айгуль@почта.рф'])('%s is one', (typed) => {
    expect(parseEmail(` ${typed} `)).toBe(typed)
  })

  test.each([
    '',
    'aigul',
    'a@b',
    'a b@example.org',
    'a@example..org',
    'a@example.org\nBcc: b@example.org',
    '<a@example.org>',
  ])('%j is none', (typed) => {
    expect(parseEmail(typed)).toBeUndefined()
  })

  test('is the same contact in any case', () => {
    expect(contactKey('email', 'Aigul@Example.org ')).toBe(contactKey('email', 'aigul@example.org'))
  })
})

describe('a document number', () => {
  const patterns = ['^ID[0-9]{7}$', '^(AC|PE)[0-9]{7}$']

  test.each([
    ['АС 1234567', 'AC1234567'],
    ['РЕ№1234567', 'PE1234567'],
    ['id-1234567', 'ID1234567'],
  ])('%s typed in look-alikes is %s', (typed, number) => {
    expect(parseDocumentNumber(typed, patterns)).toBe(number)
  })

  test('of a series we do not know, or with letters that have no Latin twin, is none of ours', () => {
    expect(parseDocumentNumber('ZZ123456', patterns)).toBeUndefined()
    expect(parseDocumentNumber('ЖЮ1234567', patterns)).toBeUndefined()
    expect(parseDocumentNumber('21503199500123', patterns)).toBeUndefined()
  })
})
