import { hash, verify } from '@node-rs/argon2'
import { boundedPool } from '#src/kernel/bounded-pool.ts'
import type { Outcome } from '#src/kernel/outcome.ts'

/**
 * Argon2id for passwords and receipt secrets. Callers give `keys.pepper(secret)`, never the secret itself, so that a
 * stolen database alone is not enough to guess.
 * 'busy': too many are waiting; say so politely and let the person try again.
 */
export type Hasher = {
  /** The hash in its PHC text form, with its parameters and salt. */
  hash(input: Buffer | string): Promise<Outcome<string, 'busy'>>
  /** Throws when `hash` is not an Argon2 hash. */
  verify(hash: string, input: Buffer | string): Promise<Outcome<boolean, 'busy'>>
  /** How many wait for their turn now. */
  waiting(): number
}

// OWASP's floor for Argon2id: 12 ms and 19 MiB each on our machines (trust.md D10).
const parameters = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1, outputLen: 32 }

// libuv has four threads: two for hashing leaves two for files and name look-ups. The queue is short on purpose:
// 40 waiting are a quarter of a second, more would only be people pressing the button again.
const AT_ONCE = 2
const WAITING = 40

export function createHasher(): Hasher {
  const run = boundedPool(AT_ONCE, WAITING)
  return {
    hash: (input) => run(() => hash(asText(input), parameters)),
    verify: (known, input) => run(() => verify(known, asText(input))),
    waiting: () => run.waiting(),
  }
}

// The library takes any bytes to hash but refuses to verify those that are not UTF-8.
const asText = (input: Buffer | string) => (typeof input === 'string' ? input : input.toString('base64'))
