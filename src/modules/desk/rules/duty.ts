import type { AppealLevel } from '#src/modules/appeals/rules/states.ts'

const MINUTE = 60_000
/** Between two calls for the same appeal. */
export const CALL_EVERY_MS = 15 * MINUTE
/** After so many calls without anybody taking the appeal, the supervisors are called too. */
export const CALLS_BEFORE_SUPERVISORS = 4
/**
 * What comes in faster than this waits for one letter. The duty list is promised a call within a minute: the job that waited
 * may be found ten seconds late, and the rest is for the mail server.
 */
export const LETTER_EVERY_MS = 30_000
/** What is due within this goes along with a call that is made now: many alarms ring together instead of one after the other. */
export const RING_ALONG_MS = 5 * MINUTE

/** A critical appeal that nobody has. */
export type DutyCall = {
  readonly appealId: string
  readonly level: AppealLevel
  /** How often it was called already. */
  readonly round: number
  readonly calledAt: Date | undefined
  readonly nextAt: Date
}

/** Of all that waits: when the first is due, and when the last letter went. */
export type CallTimes = { readonly firstAt: Date | undefined; readonly lastCalledAt: Date | undefined }

/** Nobody is called while the last letter is younger than LETTER_EVERY_MS. */
export const isCallTime = (times: CallTimes, now: Date): boolean =>
  (nextLookAt(times, now)?.getTime() ?? Infinity) <= now.getTime()

/** Everything that is about due, once it is time. */
export const aboutDue = (waiting: readonly DutyCall[], now: Date): readonly DutyCall[] =>
  waiting.filter(({ nextAt }) => nextAt.getTime() <= now.getTime() + RING_ALONG_MS)

/** When to look again; undefined: nothing waits. */
export function nextLookAt({ firstAt, lastCalledAt }: CallTimes, now: Date): Date | undefined {
  if (firstAt === undefined) return undefined
  const letterFreeAt = lastCalledAt === undefined ? now.getTime() : lastCalledAt.getTime() + LETTER_EVERY_MS
  return new Date(Math.max(firstAt.getTime(), letterFreeAt))
}

type Person = { readonly staffId: string }
/** Everybody a call may go to. `protectors` can open protected appeals. */
export type OnCall<One extends Person> = {
  readonly duty: readonly One[]
  readonly supervisors: readonly One[]
  readonly protectors: readonly One[]
}

/**
 * First the duty list; from the fifth round, or where nobody is on duty, the supervisors as well. Of a protected appeal only
 * who can open it is called first: a call that ends at a closed door costs a quarter of an hour. Nobody twice.
 */
export function whomToCall<One extends Person>(
  { level, round }: Pick<DutyCall, 'level' | 'round'>,
  { duty, supervisors, protectors }: OnCall<One>,
): One[] {
  const isProtector = ({ staffId }: One) => protectors.some((one) => one.staffId === staffId)
  const first = level === 'protected' ? duty.filter(isProtector) : duty
  const then = level === 'protected' ? [...protectors, ...supervisors] : supervisors
  const called = round >= CALLS_BEFORE_SUPERVISORS || first.length === 0 ? [...first, ...then] : [...first]
  return [...new Map(called.map((person) => [person.staffId, person])).values()]
}

/** One letter for each who is called for anything due: about which appeals, and how many wait for this reader in all. */
export function lettersOf<One extends Person>(
  waiting: readonly DutyCall[],
  due: readonly DutyCall[],
  onCall: OnCall<One>,
): { readonly to: One; readonly about: readonly string[]; readonly waiting: number }[] {
  const letters = new Map<string, { to: One; about: string[]; waiting: number }>()
  const dueNow = new Set(due)
  for (const call of waiting) {
    for (const to of whomToCall(call, onCall)) {
      const letter = letters.get(to.staffId) ?? { to, about: [], waiting: 0 }
      letters.set(to.staffId, letter)
      letter.waiting += 1
      if (dueNow.has(call)) letter.about.push(call.appealId)
    }
  }
  return [...letters.values()].filter(({ about }) => about.length > 0)
}

/**
 * Whose letter it is in the outbox: of one appeal its own; of several that of a protected one among them, so that only
 * protectors see that it went. Undefined: several, none of them protected.
 */
export function shownAsOf(about: readonly string[], waiting: readonly DutyCall[]): string | undefined {
  const ids = new Set(about)
  const guarded = waiting.find(({ appealId, level }) => level === 'protected' && ids.has(appealId))
  return guarded?.appealId ?? (about.length === 1 ? about[0] : undefined)
}
