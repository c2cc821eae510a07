import { z } from 'zod'
import { head, origin, sources, text } from './pieces.ts'

const pattern = z.string().refine(isPattern, 'not a regular expression')

/** Only what the portal reads by now is spelt out; the rest waits for the steps that use it. */
export const formatsFile = z.looseObject({
  ...head,
  pin: z.looseObject({ name: text, length: z.int().positive(), regexPerson: pattern, ...origin }),
  documents: z.array(z.strictObject({ kind: z.string(), regex: pattern, note: z.string(), ...origin })),
  phone: z.looseObject({ store: z.literal('E.164'), kg: z.looseObject({ regex: pattern }), ...origin }),
  names: z.looseObject({ rules: z.array(z.string()), source: sources }),
  alphabet: z.looseObject({
    letters: z.string(),
    searchFold: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  }),
})

export type Formats = Readonly<z.output<typeof formatsFile>>

function isPattern(source: string): boolean {
  try {
    RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
