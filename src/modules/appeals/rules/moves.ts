import { z } from 'zod'
import { clockKinds, type ClockKind } from './clock-view.ts'

export type Move = { readonly clock: ClockKind; readonly from: Date; readonly to: Date }

const moves = z.array(z.object({ clock: z.enum(clockKinds), from: z.coerce.date(), to: z.coerce.date() }))

/** What `dueMoved` wrote into its event: which promises moved with the calendar, and from when to when. */
export const movesIn = (details: Readonly<Record<string, unknown>>): Move[] =>
  moves.safeParse(details['moves']).data ?? []
