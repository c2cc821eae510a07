import { z } from 'zod'
import { head, id, iso, option, origin } from './pieces.ts'

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
  reasons: z.array(option.extend({ id: z.string() })).min(1),
  rows: z.array(row),
})

/** The row of the exact country wins over `*`. */
export type RoutingRow = Readonly<z.output<typeof row>>
export type RoutingFile = z.output<typeof routingFile>
