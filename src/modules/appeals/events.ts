import { z } from 'zod'
import { defineEvent } from '#src/platform/jobs.ts'

const ofAppeal = z.object({ appealId: z.string() })

/** A person's appeal was taken in, from whatever channel. */
export const appealOpened = defineEvent('appeals.opened', ofAppeal)
export const appealAnswered = defineEvent('appeals.answered', ofAppeal)
export const appealClosed = defineEvent('appeals.closed', ofAppeal)
/** An appeal is critical now: it was opened so or was raised to it. */
export const criticalRaised = defineEvent('appeals.criticalRaised', ofAppeal)
