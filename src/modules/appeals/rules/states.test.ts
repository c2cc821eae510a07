import { expect, test } from 'vitest'
import { acts, canAct, canReopenUntil, mayCloseWith, outcomes, states, type Act } from './states.ts'

test('only notes, protection and re-opening are left in a closed appeal', () => {
  const left = Object.keys(acts)
    .filter((act): act is Act => act in acts)
    .filter((act) => canAct(act, 'closed', 'staff'))
  expect(left).toEqual(['note', 'protect', 'reopen'])
})

test('a person replies, protects, closes, rates and re-opens, and does nothing else', () => {
  const theirs = Object.keys(acts)
    .filter((act): act is Act => act in acts)
    .filter((act) => states.some((state) => canAct(act, state, 'person')))
  expect(theirs.toSorted()).toEqual(['close', 'protect', 'rate', 'reopen', 'reply'])
})

test('an appeal is registered once', () => {
  expect(states.filter((state) => canAct('register', state, 'staff'))).toEqual(['submitted'])
})

test('only the service refuses an appeal or calls it spam', () => {
  expect(outcomes.filter((outcome) => mayCloseWith(outcome, 'person'))).toEqual(['solved', 'withdrawn'])
  expect(outcomes.every((outcome) => mayCloseWith(outcome, 'staff'))).toBe(true)
})

test('thirty days are left to re-open', () => {
  expect(canReopenUntil(new Date('2026-06-15T04:00:00Z')).toISOString()).toBe('2026-07-15T04:00:00.000Z')
})
