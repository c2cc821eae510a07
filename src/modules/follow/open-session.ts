import { setTimeout } from 'node:timers/promises'
import { boundedPool } from '#src/kernel/bounded-pool.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { PersonVisitor } from '#src/kernel/visitor.ts'
import {
  findAppealBySecret,
  parseAppealNumber,
  parseSecret,
  proveSecret,
  type WordLists,
} from '#src/modules/appeals/index.ts'
import { record } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { TryCounter } from './count-tries.ts'
import { startSession } from './keep-session.ts'
import { delayBefore } from './rules.ts'

type Deps = Pick<AppDeps, 'db' | 'clock' | 'random' | 'keys' | 'hasher'>
type Typed = { readonly number: string; readonly secret: string; readonly address: string }
type Opened = { readonly token: string; readonly visitor: PersonVisitor }

// A waiting try is a timer and a connection; 200 are nothing, and more are no person who mistyped.
const waiting = boundedPool(200, 0)

/**
 * Opens an appeal by its number and words or digits. 'wrong' never says which part; after five tries for one number from one
 * address each next one waits longer, and 'wrongOften' says that it does. 'busy': too many are asking at this moment.
 */
export async function openSession(
  deps: Deps,
  tries: TryCounter,
  typed: Typed,
  { prefix, words }: { readonly prefix: string; readonly words: WordLists },
): Promise<Outcome<Opened, 'wrong' | 'wrongOften' | 'busy'>> {
  const number = parseAppealNumber(typed.number, prefix)
  const tried = `${number ?? typed.number.slice(0, 60)} ${typed.address}`
  const delay = delayBefore(tries.begin(tried))
  if (delay > 0 && !(await waiting(() => setTimeout(delay))).ok) return refused('busy')

  const found = await findAppealBySecret(deps, number, parseSecret(typed.secret, words))
  if (!found.ok) return found
  const appealId = found.value
  if (appealId === undefined) return refused(delay > 0 ? 'wrongOften' : 'wrong')
  tries.forget(tried)
  return inTransaction(deps.db, async (db) => {
    await proveSecret({ ...deps, db }, appealId)
    const who = { kind: 'person', appealId } as const
    await record(db, { who, what: 'appeal.entered', on: { kind: 'appeal', id: appealId } }, deps.clock.now())
    return done(await startSession({ ...deps, db }, appealId))
  })
}
