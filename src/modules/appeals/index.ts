// What other modules may use of appeals, the record. Pure parts may also be imported from rules/ and texts.ts directly.
export { findReceipt, openAppeal } from './open-appeal/open.ts'
export type { OpenAppealDeps, OpenAppealInput, Receipt } from './open-appeal/opening.ts'
export { findAppealBySecret, proveSecret } from './prove-secret.ts'
export { findAppealByNumber, findAppealFacts, getAppealForPerson, getAppealForStaff } from './get-appeal.ts'
export type { Appeal, AppealEvent, AppealFacts, AppealFile, AppealMessage } from './rules/appeal.ts'
export { countQueues, listQueue, type QueuePage, type QueueRow } from './list-queue.ts'
export {
  acceptMessageFile,
  listMessageFiles,
  readFileForPerson,
  readFileForStaff,
  removeMessageFile,
  type MessageFile,
  type ReadFile,
} from './handle-file.ts'
export type { ActDeps, EitherAct, PersonAct, StaffAct } from './act-on-appeal/act.ts'
export { addNote, assignAppeal, handToTeam, registerAppeal, takeAppeal } from './act-on-appeal/handling.ts'
export { answerAppeal, askPerson, extendTerm, replyAsPerson, tellPerson } from './act-on-appeal/conversation.ts'
export { changeTopic, changeUrgency, protectAppeal } from './act-on-appeal/changes.ts'
export { closeAppeal, reopenAppeal, type Closing } from './act-on-appeal/closing.ts'
export { resealAppeals } from './seal-words.ts'
export { appealAnswered, appealClosed, appealOpened, criticalRaised } from './events.ts'

export type { Answer, Answers, ReadingMoment } from './rules/answers.ts'
export { clockKinds, type ClockKind, type ClockState, type ClockView } from './rules/clock-view.ts'
export { askedQuestions, isAsked, keepAsked, meets } from './rules/conditions.ts'
export { happenings, type Acted, type ActRefusal, type Happening } from './rules/events.ts'
export { appealNumber, checkDigit, parseAppealNumber, type AppealNumber } from './rules/number.ts'
export {
  COUNT_CAP,
  cursorToText,
  parseCursor,
  QUEUE_PAGE,
  queueViews,
  type QueueCursor,
  type QueueFilter,
  type QueueView,
} from './rules/queues.ts'
export { hasWords, parseSecret, secretToDigits, secretToWords, type Secret, type WordLists } from './rules/secret.ts'
export * as appealRules from './rules/states.ts'
export type {
  Act,
  AppealChannel,
  AppealKind,
  AppealLevel,
  AppealOutcome,
  AppealState,
  AsWho,
  MessageKind,
  Reach,
} from './rules/states.ts'
export { evaluateUrgency, levelOf, type FiredRule } from './rules/urgency.ts'
export { vaultOf } from './rules/vault.ts'
