// What other modules may use of intake.
export { startAssistedDraft, type HandOver } from './keep-draft/assisted.ts'
export { resealDrafts } from './keep-draft/reseal.ts'
