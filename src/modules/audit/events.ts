import type { ReadDb } from '#src/platform/db.ts'
import { defineSlot } from '#src/platform/slots.ts'

/** Names for the ids of staff on the audit page; the module that keeps accounts fills it. */
export const actorNames =
  defineSlot<(db: ReadDb, staffIds: readonly string[]) => Promise<ReadonlyMap<string, string>>>('audit.actorNames')
