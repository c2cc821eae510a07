import { z } from 'zod'
import { head, id, isoDay, origin, text } from './pieces.ts'

const statuses = ['inForce', 'agreed', 'underNegotiation', 'proposedNotAdopted', 'repealed'] as const

const version = z.strictObject({
  version: z.int().positive(),
  validFrom: isoDay.nullable(),
  validFromApproximate: z.boolean(),
  validTo: isoDay.nullable(),
  afterEnd: z.string().nullable(),
  status: z.enum(statuses),
  enabled: z.boolean(),
  territory: z.array(z.string()).nullable(),
  calc: z.looseObject({ type: z.string() }),
  note: z.string().nullable(),
  examples: z.array(z.looseObject({ given: z.looseObject({}), expect: z.looseObject({}), why: z.string() })),
  ...origin,
})

const deadlineRule = z.strictObject({
  id,
  jurisdiction: z.string(),
  group: z.string(),
  enabled: z.boolean(),
  name: text,
  appliesTo: text,
  citizenship: z.union([z.literal('*'), z.array(z.string())]).nullable(),
  consequence: text.nullable(),
  whatToDo: text.nullable(),
  exceptions: text.nullable(),
  // "required" until a lawyer has checked the rule; then the date and the name of the office.
  legalReview: z.string().min(1),
  versions: z.array(version).min(1),
})

export const deadlineRulesFile = z.strictObject({
  ...head,
  statuses: z.array(z.strictObject({ id: z.enum(statuses), name: text, meaning: z.string() })),
  fields: z.record(z.string(), z.string()),
  calcTypes: z.record(z.string(), z.looseObject({})),
  ui: z.looseObject({}),
  rules: z.array(deadlineRule).min(1),
})

export type RuleVersion = Readonly<z.output<typeof version>>
export type DeadlineRule = Readonly<z.output<typeof deadlineRule>>

/** The version that holds on a day (YYYY-MM-DD): in force, enabled, within its dates. */
export const versionInForce = (rule: DeadlineRule, day: string): RuleVersion | undefined =>
  rule.versions.find(
    (one) =>
      one.status === 'inForce' &&
      one.enabled &&
      (one.validFrom === null || one.validFrom <= day) &&
      (one.validTo === null || day <= one.validTo),
  )

export const needsLegalReview = (rule: DeadlineRule): boolean => rule.legalReview === 'required'

/** The only terms of the law that the portal can count; `findUncountedTerms` refuses the rest before they come into force. */
export const workingDaysCalc = z.object({
  type: z.literal('deadlineFromEvent', 'the portal counts a term of the law from an event only'),
  anchor: z.string(),
  amount: z.int().positive(),
  unit: z.literal('workingDay', 'the portal counts a term of the law in working days only'),
  calendar: z.literal('KG', 'the portal counts a term of the law on the calendar KG only'),
  // null: the source does not say; for a term of an authority the later date holds, so the day after is day 1.
  countEntryDay: z.literal(false, 'the portal counts a term of the law from the day after only').nullable(),
  extension: z
    .object({ amount: z.int().positive(), unit: z.enum(['workingDay', 'calendarDay']), confidence: z.string() })
    .optional(),
})

/** A term in working days that the law sets for the service, counted from `anchor`; the day after it is day 1. */
export type StatutoryTerm = {
  readonly ruleId: string
  readonly version: number
  readonly name: DeadlineRule['name']
  readonly anchor: string
  readonly workingDays: number
  readonly calendar: string
  readonly extension: { readonly amount: number; readonly unit: 'workingDay' | 'calendarDay' } | undefined
  readonly needsLegalReview: boolean
}

/** The term of a rule on a day (YYYY-MM-DD). Undefined when no version holds then or it is no term in working days. */
export function statutoryTerm(rule: DeadlineRule, day: string): StatutoryTerm | undefined {
  const held = versionInForce(rule, day)
  const calc = workingDaysCalc.safeParse(held?.calc)
  if (!held || !calc.success) return undefined
  const { anchor, amount, calendar, extension } = calc.data
  return {
    ruleId: rule.id,
    version: held.version,
    name: rule.name,
    anchor,
    workingDays: amount,
    calendar,
    extension: extension && { amount: extension.amount, unit: extension.unit },
    needsLegalReview: needsLegalReview(rule),
  }
}
