import type { Filled } from '#src/kernel/form.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { isTypedStep, type TypedStep } from './steps.ts'

/** Drafts and their files are forgotten so long after the last change. */
export const DRAFT_DAYS = 30
export const MAX_MESSAGE = 10_000
export const MIN_MESSAGE = 3

/** Everything typed, screen by screen, as it was typed: it is read anew at the check page, so nothing kept can go stale. */
export type DraftContent = {
  readonly kind: AppealKind
  readonly typed: Readonly<Partial<Record<TypedStep, Filled>>>
}

/** Keeps one screen. A new topic asks other questions, so answers to the old one's go. */
export function withStep(content: DraftContent, step: TypedStep, filled: Filled): DraftContent {
  const typed = { ...content.typed, [step]: filled }
  if (step === 'topic' && content.typed.topic?.['topic'] !== filled['topic']) delete typed.questions
  return { ...content, typed }
}

/** Only these fields of a posted body are kept. */
export const pick = (filled: Filled, fields: readonly string[]): Filled =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = filled[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )

/** What a screen holds, in an order of its own: two devices compare it. */
export const inOneOrder = (filled: Filled | undefined): string =>
  JSON.stringify(Object.entries(filled ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** What lay sealed in the database; written by `JSON.stringify` of a DraftContent, so only its outline is looked at. */
export function readContent(json: string, kind: AppealKind): DraftContent {
  const found: unknown = JSON.parse(json)
  const typed = typeof found === 'object' && found !== null && 'typed' in found ? found.typed : {}
  const pairs = Object.entries(typeof typed === 'object' && typed !== null ? typed : {})
  return { kind, typed: Object.fromEntries(pairs.filter(([step]) => isTypedStep(step))) }
}

/** What stays of a draft that was sent: where the person is, so that a second tap shows the times on the same clock. */
export const emptied = ({ kind, typed }: DraftContent): DraftContent => ({
  kind,
  typed: { who: pick(typed.who ?? {}, ['country']) },
})

/** The country as it was typed, '' where it is not known. */
export function countryOf({ typed }: DraftContent): string {
  const country = typed.who?.['country']
  return typeof country === 'string' ? country : ''
}
