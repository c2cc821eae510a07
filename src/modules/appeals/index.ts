// What other modules may use of appeals, the record. Pure parts may also be imported from rules/ and texts.ts directly.
export { findReceipt, openAppeal } from './open-appeal/open.ts'
export { countImported, importAppeals, readImportFrame } from './open-appeal/import.ts'
export type { ImportedAct, ImportedAppeal } from './open-appeal/imported.ts'
export type { OpenAppealDeps, OpenAppealInput, Receipt } from './open-appeal/opening.ts'
export { findAppealBySecret, listReceived, proveSecret } from './prove-secret.ts'
export {
  findAppealByNumber,
  findAppealFacts,
  getAppealForPerson,
  getAppealForStaff,
  markOfOpening,
} from './get-appeal.ts'
export type { Appeal, AppealEvent, AppealFile, AppealMessage, StaffAppeal } from './rules/appeal.ts'
export { PRESSURE_CAP, readPressure } from './store/pressure.ts'
export { countQueues, listQueue, type QueueRow } from './list-queue.ts'
export {
  acceptMessageFile,
  acceptStaffFile,
  findPictureForStaff,
  listMessageFiles,
  listStaffFiles,
  readFileForPerson,
  readFileForStaff,
  readPictureForPerson,
  readPictureForStaff,
  removeMessageFile,
  removeStaffFile,
  type PlacedPicture,
} from './handle-file.ts'
export type { StaffAct } from './act-on-appeal/act.ts'
export { addNote, assignAppeal, handToTeam, registerAppeal, takeAppeal } from './act-on-appeal/handling.ts'
export { answerAppeal, askPerson, extendTerm, replyAsPerson, tellPerson } from './act-on-appeal/conversation.ts'
export { changeTopic, changeUrgency, protectAppeal } from './act-on-appeal/changes.ts'
export { closeAppeal, reopenAppeal } from './act-on-appeal/closing.ts'
export { rateAppeal } from './act-on-appeal/rating.ts'
export { resealAppeals } from './seal-words.ts'
export { criticalRaised } from './events.ts'

export type { Answer, Answers, ReadingMoment } from './rules/answers.ts'
export type { ClockView } from './rules/clock-view.ts'
export type { Acted } from './rules/events.ts'
export { parseAppealNumber } from './rules/number.ts'
export { cursorToText, parseCursor, type QueueFilter, type QueueView } from './rules/queues.ts'
export { parseSecret, secretToDigits, secretToWords, type WordLists } from './rules/secret.ts'
export type { Act, AppealKind, AppealState, AsWho, Reach } from './rules/states.ts'
