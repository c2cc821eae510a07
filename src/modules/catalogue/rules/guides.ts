import { z } from 'zod'
import { head, id, origin, option, text } from './pieces.ts'

const guide = z.strictObject({
  id,
  /** The stable address. */
  slug: id,
  title: text,
  audience: z.array(id).min(1),
  /** An ISO code, `*`, or a group of countries.json (`EAEU`). */
  country: z.string().regex(/^(\*|[A-Z]{2}|EAEU)$/, 'a guide’s country is an ISO code, * or EAEU'),
  topics: z.array(id),
  bodies: z.array(id),
  services: z.array(id),
  /** Hints to the editor, never shown. */
  keyPoints: z.array(z.string().min(1)),
  deadlineRules: z.array(id),
  ...origin,
  reviewEveryDays: z.int().positive(),
  legalReview: z.literal('required'),
})

/** guides.json: checked with the rest, so that no text loses a language; nothing reads it before there are guides. */
export const guidesFile = z.strictObject({ ...head, audiences: z.array(option), guides: z.array(guide) })
