import { z } from 'zod'
import { head, id, iso, option, origin, questionId } from './pieces.ts'

const row = z.strictObject({
  topic: id,
  country: z.union([z.literal('*'), iso]),
  body: id,
  reason: z.string(),
  ...origin,
})

export const routingFile = z.strictObject({
  ...head,
  fallbackBody: id,
  /** Topics that are routed by the country of an answer, when it is given, instead of where the person is. */
  countryFromAnswer: z.array(z.strictObject({ topic: id, question: questionId })),
  reasons: z.array(option.extend({ id: z.string() })).min(1),
  rows: z.array(row),
})

/** The row of the exact country wins over `*`. */
export type RoutingRow = Readonly<z.output<typeof row>>
