/** Minutes between two calls of the duty list. */
export const CALL_EVERY_MINUTES = 15
/** After so many calls without anybody taking the appeal, the supervisors are called too. */
export const CALLS_BEFORE_SUPERVISORS = 4
/** A day of calls; by then the appeal has been overdue for 23 hours on every queue. */
export const MOST_CALLS = 96

const MINUTE = 60_000

/** First the duty list; from the fifth round, or where nobody is on duty, the supervisors as well. Nobody twice. */
export function whomToCall<Person extends { readonly staffId: string }>(
  round: number,
  duty: readonly Person[],
  supervisors: readonly Person[],
): Person[] {
  const called = round >= CALLS_BEFORE_SUPERVISORS || duty.length === 0 ? [...duty, ...supervisors] : [...duty]
  return [...new Map(called.map((person) => [person.staffId, person])).values()]
}

export const nextCallAt = (round: number, now: Date): Date | undefined =>
  round + 1 < MOST_CALLS ? new Date(now.getTime() + CALL_EVERY_MINUTES * MINUTE) : undefined
