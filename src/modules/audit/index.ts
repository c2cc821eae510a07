export { record } from './record-entry.ts'
export type { Actor, Entry } from './rules/entry.ts'
export { verifyAudit, type AuditProblem } from './verify-audit.ts'
export { actorNames } from './events.ts'
