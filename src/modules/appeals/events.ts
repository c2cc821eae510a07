import { z } from 'zod'
import { defineEvent } from '#src/platform/jobs.ts'

const ofAppeal = z.object({ appealId: z.string() })

/** A person's appeal was taken in, from whatever channel. */
export const appealOpened = defineEvent('appeals.opened', ofAppeal)
export const appealAnswered = defineEvent('appeals.answered', ofAppeal)
export const appealClosed = defineEvent('appeals.closed', ofAppeal)
/**
 * An appeal is critical and nobody has it: opened so, raised, given back, handed on, opened again. `spell` is the appeal's
 * version from which on this is so; each such time has its own.
 */
export const criticalRaised = defineEvent(
  'appeals.criticalRaised',
  z.object({ appealId: z.string(), spell: z.number().int().positive() }),
)
