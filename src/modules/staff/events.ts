import { z } from 'zod'
import type { ReadDb } from '#src/platform/db.ts'
import { defineEvent } from '#src/platform/jobs.ts'
import { defineSlot } from '#src/platform/slots.ts'

/** An account may do less than before: it was disabled or reset, has another role, or is out of a team. */
export const staffCurtailed = defineEvent('staff.curtailed', z.object({ staffId: z.string() }))

/** A team was closed: its members see nothing of it any more. */
export const teamClosed = defineEvent('staff.teamClosed', z.object({ teamId: z.string() }))

/** How much open work a team has; it cannot be closed over it. */
export const openWork = defineSlot<(db: ReadDb, teamId: string) => Promise<number>>('staff.openWork')
