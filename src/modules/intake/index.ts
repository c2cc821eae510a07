// What other modules may use of intake.
export { startAssistedDraft, type HandOver } from './start-assisted-draft.ts'
export { resealDrafts } from './reseal-drafts.ts'
