import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALLS_BEFORE_SUPERVISORS, MOST_CALLS, nextCallAt, whomToCall } from './rules/duty.ts'

const person = fc.record({ staffId: fc.constantFrom('a', 'b', 'c', 'd') })
const people = fc.uniqueArray(person, { selector: ({ staffId }) => staffId })

test('the duty list alone is called until its rounds are over, then the supervisors as well, nobody twice', () => {
  fc.assert(
    fc.property(people, people, fc.nat(MOST_CALLS), (duty, supervisors, round) => {
      const called = whomToCall(round, duty, supervisors).map(({ staffId }) => staffId)
      expect(new Set(called).size).toBe(called.length)
      expect(duty.every(({ staffId }) => called.includes(staffId))).toBe(true)
      const alsoSupervisors = round >= CALLS_BEFORE_SUPERVISORS || duty.length === 0
      const onlySupervising = supervisors.filter(({ staffId }) => !duty.some((one) => one.staffId === staffId))
      expect(onlySupervising.every(({ staffId }) => called.includes(staffId) === alsoSupervisors)).toBe(true)
    }),
  )
})

test('the next call comes after fifteen minutes, and after a day of calls there is none', () => {
  const now = new Date('2026-06-15T04:00:00Z')
  expect(nextCallAt(0, now)).toEqual(new Date('2026-06-15T04:15:00Z'))
  expect(nextCallAt(MOST_CALLS - 1, now)).toBeUndefined()
})
