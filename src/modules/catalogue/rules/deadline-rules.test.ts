import { expect, test } from 'vitest'
import { loadCatalogue } from '#src/modules/catalogue/load-catalogue.ts'
import { statutoryTerm, versionInForce } from './deadline-rules.ts'

const { rule } = loadCatalogue('catalogue')

const ruleNamed = (id: string) => {
  const found = rule(id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

test('the terms of an appeal are one and fourteen working days, not yet checked by a lawyer', () => {
  expect(statutoryTerm(ruleNamed('kg-appeal-registration'), '2026-06-15')).toMatchObject({
    anchor: 'received',
    workingDays: 1,
    calendar: 'KG',
    extension: undefined,
    needsLegalReview: true,
  })
  expect(statutoryTerm(ruleNamed('kg-appeal-answer'), '2026-06-15')).toMatchObject({
    anchor: 'registered',
    workingDays: 14,
    version: 1,
    extension: { amount: 30, unit: 'calendarDay' },
  })
})

test('a bill that is only discussed never shortens a term', () => {
  const answer = ruleNamed('kg-appeal-answer')
  expect(answer.versions.some(({ status }) => status === 'underNegotiation')).toBe(true)
  expect(versionInForce(answer, '2030-01-01')?.version).toBe(1)
})

test('a version holds from its first day to its last, both included', () => {
  const [version] = ruleNamed('kg-appeal-registration').versions
  const dated = {
    ...ruleNamed('kg-appeal-registration'),
    versions: version ? [{ ...version, validFrom: '2026-03-01', validTo: '2026-03-31' }] : [],
  }
  const held = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(
    (day) => versionInForce(dated, day)?.version,
  )
  expect(held).toEqual([undefined, 1, 1, undefined])
})

test('a rule that is no term in working days gives no term', () => {
  expect(statutoryTerm(ruleNamed('eaeu-work-permit'), '2026-06-15')).toBeUndefined()
})
