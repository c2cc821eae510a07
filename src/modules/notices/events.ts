import type { ReadDb } from '#src/platform/db.ts'
import { defineSlot } from '#src/platform/slots.ts'

/** Which of these appeals are protected: their notices are shown to protectors alone. */
export const protectedAmong =
  defineSlot<(db: ReadDb, appealIds: readonly string[]) => Promise<readonly string[]>>('notices.protectedAmong')
