import type { ZodType } from 'zod'
import type { Text } from './lang.ts'

/** What the person typed, kept as it was, to be shown again beside the errors. */
export type Filled = Readonly<Record<string, string | readonly string[]>>
export type FormError = { readonly field: string; readonly message: Text }

/** Each field: what it must be, and what we ask the person to do otherwise. */
export type FormFields = Readonly<Record<string, { readonly is: ZodType; readonly else: Text }>>

type FormValue<Fields extends FormFields> = {
  [Name in keyof Fields]: Fields[Name]['is'] extends ZodType<infer Output> ? Output : never
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly filled: Filled }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly filled: Filled }

/** Turns a posted body into a value, or into errors in the fields' order together with what was typed. */
export function parseForm<Fields extends FormFields>(fields: Fields, body: unknown): Parsed<FormValue<Fields>> {
  const filled = filledFrom(body)
  const value: Record<string, unknown> = {}
  const errors: FormError[] = []
  for (const [field, { is, else: message }] of Object.entries(fields)) {
    const parsed = is.safeParse(filled[field])
    if (parsed.success) value[field] = parsed.data
    else errors.push({ field, message })
  }
  return errors.length > 0 ? { ok: false, errors, filled } : { ok: true, value: value as FormValue<Fields>, filled }
}

/** Keeps only strings and lists of strings: whatever else a hostile body holds is dropped, and NUL, which PostgreSQL refuses in text. */
export function filledFrom(body: unknown): Filled {
  if (typeof body !== 'object' || body === null) return {}
  const kept: [string, string | string[]][] = []
  for (const [field, value] of Object.entries(body)) {
    if (typeof value === 'string') kept.push([field, withoutNul(value)])
    else if (Array.isArray(value)) kept.push([field, value.filter((item) => typeof item === 'string').map(withoutNul)])
  }
  return Object.fromEntries(kept)
}

const withoutNul = (text: string) => text.replaceAll('\0', '')
