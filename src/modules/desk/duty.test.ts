import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aboutDue,
  CALLS_BEFORE_SUPERVISORS,
  isCallTime,
  LETTER_EVERY_MS,
  lettersOf,
  nextLookAt,
  whomToCall,
  type DutyCall,
} from './rules/duty.ts'

const person = fc.record({ staffId: fc.constantFrom('a', 'b', 'c', 'd') })
const people = fc.uniqueArray(person, { selector: ({ staffId }) => staffId })
const level = fc.constantFrom('ordinary', 'protected')
const idsOf = (list: readonly { readonly staffId: string }[]) => list.map(({ staffId }) => staffId)

test('the duty list alone is called until its rounds are over, then the supervisors as well, nobody twice', () => {
  fc.assert(
    fc.property(people, people, fc.nat(99), (duty, supervisors, round) => {
      const called = idsOf(whomToCall({ level: 'ordinary', round }, { duty, supervisors, protectors: [] }))
      expect(new Set(called).size).toBe(called.length)
      expect(duty.every(({ staffId }) => called.includes(staffId))).toBe(true)
      const alsoSupervisors = round >= CALLS_BEFORE_SUPERVISORS || duty.length === 0
      const onlySupervising = supervisors.filter(({ staffId }) => !duty.some((one) => one.staffId === staffId))
      expect(onlySupervising.every(({ staffId }) => called.includes(staffId) === alsoSupervisors)).toBe(true)
    }),
  )
})

test('of a protected appeal whoever is on duty and can open it is called first, and nobody else while there is one', () => {
  fc.assert(
    fc.property(
      people,
      people,
      people,
      fc.nat(CALLS_BEFORE_SUPERVISORS - 1),
      (duty, supervisors, protectors, round) => {
        const called = idsOf(whomToCall({ level: 'protected', round }, { duty, supervisors, protectors }))
        const first = idsOf(duty).filter((id) => idsOf(protectors).includes(id))
        const whole =
          first.length > 0 ? called.join() === first.join() : idsOf(protectors).every((id) => called.includes(id))
        expect(whole).toBe(true)
      },
    ),
  )
})

const start = Date.parse('2026-06-15T04:00:00Z')
const calls = fc.array(
  fc.record({
    level,
    round: fc.nat(9),
    calledAgo: fc.option(fc.nat(1_800_000)),
    nextIn: fc.integer({ min: -900_000, max: 900_000 }),
  }),
)
const timesOf = (waiting: readonly DutyCall[]) => {
  const called = waiting.flatMap(({ calledAt }) => calledAt?.getTime() ?? [])
  return {
    firstAt: waiting.length === 0 ? undefined : new Date(Math.min(...waiting.map(({ nextAt }) => nextAt.getTime()))),
    lastCalledAt: called.length === 0 ? undefined : new Date(Math.max(...called)),
  }
}
const dueCalls = (waiting: readonly DutyCall[], now: Date) =>
  isCallTime(timesOf(waiting), now) ? aboutDue(waiting, now) : []
const callsFrom = (
  list: readonly { level: 'ordinary' | 'protected'; round: number; calledAgo: number | null; nextIn: number }[],
) =>
  list.map(({ level: of, round, calledAgo, nextIn }, place): DutyCall => ({
    appealId: String(place),
    level: of,
    round,
    calledAt: calledAgo === null ? undefined : new Date(start - calledAgo),
    nextAt: new Date(start + nextIn),
  }))

test('everybody gets one letter a round at most, and every due appeal stands in the letter of somebody', () => {
  fc.assert(
    fc.property(calls, people, people, people, (list, duty, supervisors, protectors) => {
      const waiting = callsFrom(list)
      const due = dueCalls(waiting, new Date(start))
      const letters = lettersOf(waiting, due, { duty, supervisors, protectors })
      expect(new Set(letters.map(({ to }) => to.staffId)).size).toBe(letters.length)
      const reached = new Set(letters.flatMap(({ about }) => about))
      const reachable = due.filter((call) => whomToCall(call, { duty, supervisors, protectors }).length > 0)
      expect(reachable.filter(({ appealId }) => !reached.has(appealId))).toEqual([])
    }),
  )
})

test('an alarm waits less than a minute for its letter, and no two letters come closer than that', () => {
  fc.assert(
    fc.property(calls, (list) => {
      const waiting = callsFrom(list)
      const now = new Date(start)
      const last = Math.max(0, ...waiting.map(({ calledAt }) => calledAt?.getTime() ?? 0))
      const overdue = waiting.filter(({ nextAt }) => nextAt <= now)
      const due = dueCalls(waiting, now)
      const isTooEarly = start - last < LETTER_EVERY_MS
      expect(isTooEarly ? due.length === 0 : overdue.every((call) => due.includes(call))).toBe(true)
      const look = nextLookAt(timesOf(waiting), now)
      expect(look === undefined).toBe(waiting.length === 0)
      const isLeft = overdue.length > 0 && due.length === 0
      expect(isLeft ? (look?.getTime() ?? 0) - start : 0).toBeLessThan(60_000)
    }),
  )
})
