import { z } from 'zod'
import { head, id, origin, text } from './pieces.ts'

const term = z.strictObject({
  id,
  domain: z.string(),
  /** Name of the thing in program code; null: not a word of the product. */
  code: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]*$/, 'a code is camelCase')
    .nullable(),
  term: text,
  note: z.string().nullable(),
  ...origin,
})

export const glossaryFile = z.strictObject({ ...head, terms: z.array(term).min(1) })

export type GlossaryTerm = Readonly<z.output<typeof term>>
