import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'

/** The first error of a field in the page's language, for the field's `error`. */
export const errorOf = (errors: readonly FormError[], field: string, lang: Lang): string | undefined =>
  errors.find((error) => error.field === field)?.message[lang]

/** What was typed into a field with one value. */
export function valueOf(filled: Filled, field: string): string | undefined {
  const value = filled[field]
  return typeof value === 'string' ? value : value?.[0]
}

/** What was chosen in a field with many values: one chosen box arrives as a string, many as a list. */
export function valuesOf(filled: Filled, field: string): readonly string[] {
  const value = filled[field]
  return typeof value === 'string' ? [value] : (value ?? [])
}
