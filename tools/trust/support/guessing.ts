import { createHash, createHmac } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { secretToDigits } from '#src/modules/appeals/index.ts'
import { secretFrom, secretToText } from '#src/modules/appeals/rules/secret.ts'
import type { Hasher } from '#src/platform/hashing.ts'
import { anAppeal } from '#test/support/appeals.ts'
import type { TestPortal } from '#test/support/portal.ts'

/** What somebody types at "my appeal", from somewhere. */
export const openFrom = ({ app }: TestPortal, remoteAddress: string, number: string, secret: string) =>
  app.inject({
    method: 'POST',
    url: '/ru/appeal/open',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ number, secret }).toString(),
    remoteAddress,
  })

/** A hasher that costs nothing, for counting guesses instead of waiting for them: what is tried is the door, not Argon2. */
export const cheapHasher: Hasher = {
  hash: (input) => Promise.resolve({ ok: true, value: digest(input) }),
  verify: (known, input) => Promise.resolve({ ok: true, value: known === digest(input) }),
  waiting: () => 0,
}
const digest = (input: Buffer | string) => createHash('sha256').update(input).digest('hex')

/** The portal's parts are one object that its verbs read at each call; to change one is to change what all of them use. */
export const replaceHasher = ({ deps }: TestPortal, hasher: Hasher) => void Object.assign(deps, { hasher })

/**
 * (a) Guesses from many addresses: five for each number from each, which are free of delay. Gives how many opened something,
 * and whether the owners still get in, one from an address that guessed.
 */
export async function guess(portal: TestPortal, { guesses, numbers }: { guesses: number; numbers: number }) {
  const own = []
  for (let count = 0; count < numbers; count++) own.push(await anAppeal(portal.deps))
  let opened = 0
  for (let tried = 0; tried < guesses; tried++) {
    const place = Math.floor(tried / (5 * numbers))
    const target = own[Math.floor(tried / 5) % numbers]
    if (!target) continue
    const secret = BigInt(Buffer.from(portal.random.bytes(6)).readUIntBE(0, 6)) >> 4n
    const answer = await openFrom(
      portal,
      `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`,
      target.number,
      secretToDigits(secretFrom(secret)),
    )
    if (answer.statusCode !== 422 && secret !== target.secret) opened += 1
  }
  let shutOut = 0
  for (const [place, receipt] of own.entries()) {
    const from = place === 0 ? '10.0.0.0' : '192.0.2.1'
    const answer = await openFrom(portal, from, receipt.number, secretToDigits(receipt.secret))
    if (answer.statusCode !== 303) shutOut += 1
  }
  return { opened, shutOut }
}

/** (b) Time of "no such number" against "wrong words", in pairs whose order changes. */
export async function timePairs(portal: TestPortal, pairs: number) {
  const { number } = await anAppeal(portal.deps)
  const wrong = secretToDigits(secretFrom(123_456n))
  const numbers = { there: String(number), nowhere: 'KG-26-0000000-0' }
  const times = { there: [] as number[], nowhere: [] as number[] }
  const sizes = new Set<number>()
  for (let pair = 0; pair < pairs; pair++)
    for (const kind of pair % 2 === 0 ? (['there', 'nowhere'] as const) : (['nowhere', 'there'] as const)) {
      const from = `10.9.${(pair >> 2) & 255}.${(pair & 3) * 2 + 1}`
      const startedAt = performance.now()
      const answer = await openFrom(portal, from, numbers[kind], wrong)
      times[kind].push(performance.now() - startedAt)
      sizes.add(answer.body.replaceAll(/name="csrf" value="[^"]*"/g, '').length)
    }
  return {
    difference: median(times.there) - median(times.nowhere),
    p: rankSumP(times.there, times.nowhere),
    sizes: sizes.size,
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Two-sided p of the Mann–Whitney test, by its normal approximation: samples here are in the hundreds. */
function rankSumP(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))]
  all.sort((first, second) => first.value - second.value)
  const ranks = all.reduce((sum, { isOne }, place) => sum + (isOne ? place + 1 : 0), 0)
  const [n, m] = [one.length, other.length]
  const z = Math.abs((ranks - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12))
  // Abramowitz and Stegun 26.2.17.
  const t = 1 / (1 + 0.2316419 * z)
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    (t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))))
  return Math.min(1, 2 * tail)
}

/**
 * (c) A stolen dump whose secrets are as weak as can be: the thief knows them all and only has to see which one is whose.
 * Without the key outside the database he cannot. `pepper`: he has that, too.
 */
export async function guessFromDump(portal: TestPortal, planted: number, hasPepper: boolean) {
  const weak = Array.from({ length: planted }, (_, place) => secretFrom(BigInt(place)))
  for (const secret of weak) {
    const { appealId } = await anAppeal(portal.deps)
    const hashed = await portal.deps.hasher.hash(portal.deps.keys.pepper(secretToText(secret)))
    if (!hashed.ok) throw new Error('The hasher is busy.')
    await portal.db.updateTable('appeals').set({ secret_hash: hashed.value }).where('id', '=', appealId).execute()
  }
  const rows = await portal.db
    .selectFrom('appeals')
    .select(['secret_hash', 'number'])
    .orderBy('id', 'desc')
    .limit(planted)
    .execute()
  let found = 0
  for (const [place, { secret_hash }] of rows.toReversed().entries()) {
    const text = secretToText(weak[place] ?? secretFrom(0n))
    const forms = [
      text,
      String(place),
      Buffer.from(text).toString('base64'),
      createHash('sha256').update(text).digest('base64'),
      createHmac('sha256', '').update(text).digest('base64'),
      createHmac('sha256', Buffer.alloc(32)).update(text).digest('base64'),
      ...(hasPepper ? [portal.deps.keys.pepper(text).toString('base64')] : []),
    ]
    for (const form of forms) if (await verify(secret_hash, form)) found += 1
  }
  // That they are planted well: with the right words they open.
  const first = rows.at(-1)
  const opens =
    first && (await openFrom(portal, '198.51.100.7', first.number, secretToDigits(secretFrom(0n)))).statusCode === 303
  return { found, isPlanted: opens === true }
}
