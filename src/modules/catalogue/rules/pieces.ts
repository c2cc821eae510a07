import { z } from 'zod'

/** Pieces that all files of the catalogue are made of. Objects are strict: a misspelt key is a problem, not a silent default. */

const filled = z.string({ error: 'text is missing' }).refine((text) => text.trim() !== '', 'text is empty')

/** A text for people, all three languages filled. `kyUncertain`: an editor of the service must check the Kyrgyz. */
export const text = z.strictObject({ ky: filled, ru: filled, en: filled, kyUncertain: z.literal(true).optional() })

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case')
export const questionId = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a question’s id is camelCase')
export const iso = z.string().regex(/^[A-Z]{2}$/, 'a country is an ISO 3166-1 code of two letters')
export const isoDay = z.iso.date('a day is YYYY-MM-DD')
export const timeZone = z.string().refine(isTimeZone, 'not a time zone')

export const confidence = z.enum(['high', 'medium', 'low'])
export const sources = z.array(z.string())
export const origin = { source: sources, confidence } as const

export const option = z.strictObject({ id, name: text })

const sourceOfFacts = z.strictObject({ title: z.string().min(1), url: z.string(), date: z.string() })

/** What every file carries besides its own lists. */
export const head = {
  meta: z.looseObject({ kind: z.string(), schemaVersion: z.string(), disclaimer: text }),
  notes: z.array(z.string()).optional(),
  sources: z.record(z.string(), sourceOfFacts),
} as const

/** Where a fact was read: title in the source's own words, address, day or year (may be empty). */
export type Source = Readonly<z.output<typeof sourceOfFacts>>
export type Option = z.output<typeof option>

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
