export { record, recordUnlessLast } from './record-entry.ts'
export type { Actor } from './rules/entry.ts'
export { verifyAudit } from './verify-audit.ts'
export { actorNames } from './events.ts'
