import { randomInt } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { secretToDigits, secretToWords } from '#src/modules/appeals/index.ts'
import { appealNumber } from '#src/modules/appeals/rules/number.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { createHasher } from '#src/platform/hashing.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'

/**
 * S8, guessing receipts: (a) guesses from 1,000 addresses open nothing and the owner still gets in, (b) a number that does not
 * exist cannot be told by time from wrong words, (c) a stolen table alone finds no secret, however weak.
 * `isBroken` does no work for a number that does not exist: then (b) must be seen.
 */
export async function s8({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const portal = await startPortal()
  try {
    if (isBroken) skipDecoys(portal)
    const timing = await compareTimes(portal, isQuick ? 400 : 5000)
    const guesses = await guess(portal, isQuick ? 5000 : 100_000)
    const stolen = await crackTable(portal, isQuick ? 50 : 1000)
    return {
      goal: 'S8',
      figure:
        `(a) ${guesses.opened} of ${guesses.tried} opened, owner in: ${guesses.isOwnerIn}; ` +
        `(b) median of pairs differs by ${timing.difference.toFixed(3)} ms, p = ${timing.p.toFixed(3)}; (c) ${stolen.found} of ${stolen.tried} found`,
      target: '(a) 0, yes (b) ≤ 1 ms, p ≥ 0.01 (c) 0',
      pass: guesses.opened + stolen.found === 0 && guesses.isOwnerIn && timing.difference <= 1 && timing.p >= 0.01,
    }
  } finally {
    await portal.close()
  }
}

const openFrom = (portal: TestPortal, remoteAddress: string, number: string, secret: string) =>
  portal.app.inject({
    method: 'POST',
    url: '/en/appeal/open',
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ number, secret }).toString(),
  })

const randomWords = () => {
  const { list } = catalogue().words.en
  return Array.from({ length: 4 }, () => list[randomInt(list.length)]).join(' ')
}
const addressOf = (place: number) => `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`

async function guess(portal: TestPortal, tried: number) {
  const { number, secret } = await anAppeal(portal.deps)
  const words = secretToWords(secret, catalogue().words.en.list).join(' ')
  let opened = 0
  let next = 0
  const attacker = async () => {
    while (next < tried) {
      const guessed = randomWords()
      const { statusCode } = await openFrom(portal, addressOf(next++ % 1000), number, guessed)
      if (statusCode === 303 && guessed !== words) opened += 1
    }
  }
  const attackers = Promise.all(Array.from({ length: 300 }, attacker))
  let isOwnerIn = false
  // While the guessing goes on, pressing again as the page asks to.
  for (let press = 0; press < 600 && !isOwnerIn; press++) {
    isOwnerIn = (await openFrom(portal, '192.0.2.7', number, secretToDigits(secret))).statusCode === 303
  }
  await attackers
  return { opened, tried, isOwnerIn }
}

async function compareTimes(portal: TestPortal, pairs: number) {
  const { number } = await anAppeal(portal.deps)
  const { numberPrefix } = catalogue().settings
  const [one, other] = [1, 2].map((random) => appealNumber(numberPrefix, 2026, random))
  const absent = (number === one ? other : one) ?? ''
  const times: { wrong: number[]; absent: number[] } = { wrong: [], absent: [] }
  const measure = async (which: 'wrong' | 'absent', place: number) => {
    const start = process.hrtime.bigint()
    await openFrom(portal, addressOf(1_000_000 + place), which === 'wrong' ? number : absent, randomWords())
    times[which].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  for (let warm = 0; warm < 20; warm++) await measure('wrong', 10_000_000 + warm)
  times.wrong.length = 0
  for (let pair = 0; pair < pairs; pair++) {
    // The order changes, so that what drifts falls on both alike.
    const order = pair % 2 === 0 ? (['wrong', 'absent'] as const) : (['absent', 'wrong'] as const)
    for (const which of order) await measure(which, pair)
  }
  // Pair by pair: the two stand beside each other in time, so what else the machine does falls out.
  const differences = times.wrong.map((time, place) => time - (times.absent[place] ?? 0))
  return { difference: Math.abs(median(differences)), p: mannWhitney(times.wrong, times.absent) }
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** Two-sided p of the rank test; with hundreds of values the normal approximation holds. */
function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => [value, 1]), ...other.map((value) => [value, 0])].toSorted(
    ([a = 0], [b = 0]) => a - b,
  )
  const rankSum = all.reduce((sum, [, isOne = 0], place) => sum + isOne * (place + 1), 0)
  const [n, m] = [one.length, other.length]
  const u = rankSum - (n * (n + 1)) / 2
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  // Abramowitz and Stegun 26.2.17: good to 7 digits.
  const t = 1 / (1 + 0.2316419 * z)
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.min(1, 2 * tail)
}

/** A thief who has the table and even knows the secret cannot see that it fits: what is hashed is not the secret itself. */
async function crackTable(portal: TestPortal, tried: number) {
  let found = 0
  for (let count = 0; count < tried; count++) {
    const { appealId, secret } = await anAppeal(portal.deps)
    const { secret_hash } = await portal.db
      .selectFrom('appeals')
      .select('secret_hash')
      .where('id', '=', appealId)
      .executeTakeFirstOrThrow()
    for (const guessed of [secretToDigits(secret).replaceAll(/\D/g, ''), secret.toString()])
      if (await verify(secret_hash, guessed)) found += 1
  }
  return { found, tried }
}

function skipDecoys(portal: TestPortal) {
  const hasher = createHasher()
  Object.assign(portal.deps, {
    hasher: {
      hash: (input: Buffer | string) =>
        typeof input === 'string' ? Promise.resolve({ ok: true, value: 'decoy' }) : hasher.hash(input),
      verify: (hash: string, input: Buffer) =>
        hash === 'decoy' ? Promise.resolve({ ok: true, value: false }) : hasher.verify(hash, input),
    },
  })
}
