import { assert, integer, nat, property, string, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { momentIn } from './moment.ts'
import {
  codeAt,
  parseRecoveryCode,
  RECOVERY_BYTES,
  recoveryCodesFrom,
  stepOfCode,
  totpSecretFrom,
} from './one-time-code.ts'
import { weaknessOf } from './password.ts'
import { ABSOLUTE_MS, deviceOf, IDLE_MS, isSessionAlive } from './session.ts'
import { teamIdFrom } from './team.ts'
import { waitAfter } from './tries.ts'

// RFC 6238, appendix B: the secret is the twenty letters "12345678901234567890".
const rfcSecret = totpSecretFrom(Buffer.from('12345678901234567890'))
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('the code of RFC 6238 at second %i is %s', (seconds, code) => {
  expect(codeAt(rfcSecret, at(seconds))).toBe(code)
})

test('a code is good in its step and the two beside it, and always means its own step', () => {
  assert(
    property(integer({ min: 1000, max: 4_000_000_000 }), integer({ min: -120, max: 120 }), (second, later) => {
      const step = Math.floor(second / 30)
      const isNear = Math.abs(Math.floor((second + later) / 30) - step) <= 1
      const found = stepOfCode(rfcSecret, codeAt(rfcSecret, at(second)), at(second + later))
      // Two neighbouring steps may have the same six digits by chance, one time in half a million.
      return isNear ? found !== undefined && Math.abs(found - step) <= 2 : found !== step
    }),
  )
})

test('whatever is typed as a code is answered, and spaces in it do not matter', () => {
  assert(property(string(), (text) => void stepOfCode(rfcSecret, text, at(1_234_567_890))))
  expect(stepOfCode(rfcSecret, ' 005 924 ', at(1_234_567_890))).toBe(Math.floor(1_234_567_890 / 30))
})

test('recovery codes are ten, read back as typed, without letters that look alike', () => {
  assert(
    property(uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES }), (bytes) => {
      const codes = recoveryCodesFrom(bytes)
      expect(codes).toHaveLength(10)
      for (const code of codes) {
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
        expect(parseRecoveryCode(` ${code.toLowerCase().replace('-', '')} `)).toBe(code)
      }
    }),
  )
  expect(parseRecoveryCode('123456')).toBeUndefined()
})

test('the wait grows, never shrinks, and ends at a quarter of an hour', () => {
  assert(
    property(nat(1000), (failures) => {
      expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures))
      expect(waitAfter(failures)).toBeLessThanOrEqual(15 * 60_000)
    }),
  )
  expect([5, 6, 7, 100].map(waitAfter)).toEqual([0, 2000, 4000, 900_000])
})

test('a session is alive neither idle nor old, and no clock set back helps it', () => {
  const start = 1_800_000_000_000
  assert(
    property(nat(2 * ABSOLUTE_MS), nat(2 * ABSOLUTE_MS), (seen, now) => {
      const isAlive = isSessionAlive(
        { createdAt: new Date(start), seenAt: new Date(start + seen) },
        new Date(start + now),
      )
      return isAlive === (now < ABSOLUTE_MS && now - seen < IDLE_MS && now - seen >= -60_000)
    }),
  )
})

test.each([
  ['correct horse battery', undefined],
  ['Ысык-Көлдүн көгүлтүр суусу', undefined],
  ['kort', 'passwordShort'],
  ['x'.repeat(201), 'passwordLong'],
  ['aaaaaaaaaaaaaaab', 'passwordGuessable'],
  ['1234567890987654321', 'passwordGuessable'],
  ['йцукенгшщзхъ', 'passwordGuessable'],
  ['Password123456', 'passwordGuessable'],
  ['айгүл.осмонова1', 'passwordGuessable'],
  ['osmonova@service.kg', 'passwordGuessable'],
] as const)('the password %s is %s', (password, weakness) => {
  expect(weaknessOf(password, ['Айгүл Осмонова', 'osmonova@service.kg'])).toBe(weakness)
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 YaBrowser/25.4.0.0 Safari/537.36',
    'Yandex, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    'Chrome, Linux',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Ubuntu Chromium/120.0.0.0 Safari/537.36',
    'Chrome, Linux',
  ],
  // A browser that we do not know keeps its system.
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Konqueror/5.0 Safari/537.36', 'Linux'],
  ['curl/8.0', ''],
  [undefined, ''],
])('the browser %s is shown as "%s"', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})

test('a team gets a short id of Latin letters, unlike those taken', () => {
  expect(teamIdFrom('Southern team', [])).toBe('southern-team')
  expect(teamIdFrom('Southern team', ['southern-team', 'southern-team-2'])).toBe('southern-team-3')
  expect(teamIdFrom('Түштүк', [])).toBe('team')
  assert(property(string(), (name) => /^[a-z][a-z0-9-]{0,39}$/.test(teamIdFrom(name, []))))
})

test('a moment is shown by the service’s own clock', () => {
  expect(momentIn('Asia/Bishkek', new Date('2026-12-31T18:05:00Z'))).toBe('01.01.2027 00:05')
})
