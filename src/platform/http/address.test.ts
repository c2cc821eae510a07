import { assert, bigInt, property } from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from './address.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['2001:db8:1:1::1', '2001:db8:1:1::/64'],
  ['2001:0DB8:0001:0001:ffff:ffff:ffff:ffff', '2001:db8:1:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
  ['', ''],
])('%j counts as %j', (address, place) => {
  expect(placeOf(address)).toBe(place)
})

test('two IPv6 addresses count as one exactly when their first 64 bits are the same', () => {
  const half = bigInt(1n, 2n ** 64n - 1n)
  const written = (high: bigint, low: bigint) =>
    ((high << 64n) | low).toString(16).padStart(32, '0').match(/.{4}/g)?.join(':') ?? ''
  assert(
    property(half, half, half, half, (high, other, low, lower) => {
      expect(placeOf(written(high, low))).toBe(placeOf(written(high, lower)))
      expect(placeOf(written(high, low)) === placeOf(written(other, low))).toBe(high === other)
    }),
  )
})
