// What other modules may use of follow.
export { APPEAL_COOKIE, endSession } from './keep-session.ts'
