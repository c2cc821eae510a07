import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Box } from '#src/platform/keyring.ts'
import { readAnswer, type Answers } from './rules/answers.ts'
import type { Rating } from './rules/rating.ts'
import { sealOf, vaultOf } from './rules/vault.ts'
import { listDataKeys, updateAppealSilently, type AppealRow } from './store/appeals.ts'
import { listClosings, sealClosing, type ClosingRow } from './store/closings.ts'
import {
  listAnswers,
  listEvents,
  listMessages,
  sealAnswer,
  sealMessage,
  sealWords,
  updateDetails,
  type AnswerRow,
  type EventRow,
} from './store/words.ts'

type OfAppeal = Pick<AppealRow, 'vault' | 'data_key'>
type Levelled = Pick<AppealRow, 'vault' | 'level'>

/** The appeal's data key, unwrapped: opens its words, answers and files. */
export const openVault = (keys: AppDeps['keys'], { vault, data_key }: OfAppeal): Box =>
  keys.unwrapDataKey(data_key, vaultOf(vault))

/** A message's columns: in clear, or sealed where the appeal is protected. */
export function messageColumns(box: Box, { vault, level }: Levelled, formKey: Uint8Array, text: string) {
  const key = Buffer.from(formKey)
  return level === 'protected'
    ? { form_key: key, body: null, body_sealed: box.seal(text, sealOf.message(vault, key)) }
    : { form_key: key, body: text, body_sealed: null }
}

export function answerColumns(box: Box, { vault, level }: Levelled, questionId: string, answer: unknown) {
  const value = JSON.stringify(answer)
  return level === 'protected'
    ? { question_id: questionId, value: null, value_sealed: box.seal(value, sealOf.answer(vault, questionId)) }
    : { question_id: questionId, value, value_sealed: null }
}

export function cityColumns(box: Box, { vault, level }: Levelled, city: string | undefined) {
  if (city === undefined) return { city: null, city_sealed: null }
  return level === 'protected'
    ? { city: null, city_sealed: box.seal(city, sealOf.city(vault)) }
    : { city, city_sealed: null }
}

type OfEvent = { readonly version: number; readonly what: string }

/** The columns of what an event says in codes. The rules that spoke (`rules`) give answers away: they are sealed with them. */
export function detailColumns(
  box: Box,
  { vault, level }: Levelled,
  { version, what }: OfEvent,
  { rules, ...details }: Readonly<Record<string, unknown>>,
) {
  if (level === 'ordinary' || rules === undefined)
    return { details: JSON.stringify(rules === undefined ? details : { ...details, rules }), rules_sealed: null }
  const rules_sealed = box.seal(JSON.stringify(rules), sealOf.rules(vault, version, what))
  return { details: JSON.stringify(details), rules_sealed }
}

/** What `detailColumns` wrote, whole again. */
export function openDetails(
  box: Box,
  vault: string,
  { version, what, details, rules_sealed }: OfEvent & Pick<EventRow, 'details' | 'rules_sealed'>,
): Record<string, unknown> {
  const clear = typeof details === 'object' && details !== null ? { ...details } : {}
  if (rules_sealed === null) return clear
  return { ...clear, rules: JSON.parse(box.open(rules_sealed, sealOf.rules(vault, version, what)).toString()) }
}

/** A reason's columns in the history. */
export function wordsColumns(box: Box, { vault, level }: Levelled, of: OfEvent, words: string | undefined) {
  if (words === undefined) return { words: null, words_sealed: null }
  return level === 'protected'
    ? { words: null, words_sealed: box.seal(words, sealOf.words(vault, of.version, of.what)) }
    : { words, words_sealed: null }
}

/** The columns of words to a rating. */
export function ratingColumns(box: Box, { vault, level }: Levelled, round: number, words: string | undefined) {
  if (words === undefined) return { words: null, words_sealed: null }
  return level === 'protected'
    ? { words: null, words_sealed: box.seal(words, sealOf.rating(vault, round)) }
    : { words, words_sealed: null }
}

/** What was said of the closings of an appeal; of one that nobody said anything of, nothing. */
export const openRatings = (box: Box, vault: string, rows: readonly ClosingRow[]): Rating[] =>
  rows.flatMap(({ round, score, rated_at: at, words, words_sealed }) =>
    score === null || at === null
      ? []
      : [{ round, score, at, words: opened(box, words, words_sealed, sealOf.rating(vault, round)) }],
  )

/** Clear text, or what was sealed, opened. Throws when it was altered or stands where it does not belong. */
export const opened = (
  box: Box,
  clear: string | null,
  sealed: Uint8Array | null,
  boundTo: string,
): string | undefined => (sealed === null ? (clear ?? undefined) : box.open(sealed, boundTo).toString())

export function openAnswers(box: Box, vault: string, rows: readonly AnswerRow[]): Answers {
  const answers = rows.flatMap(({ question_id, value, value_sealed }) => {
    const stored: unknown =
      value_sealed === null ? value : JSON.parse(box.open(value_sealed, sealOf.answer(vault, question_id)).toString())
    const answer = readAnswer(stored)
    return answer === undefined ? [] : [[question_id, answer] as const]
  })
  return Object.fromEntries(answers)
}

/** Turns everything of an ordinary appeal that stands in clear into ciphertext.; the city goes with cityColumns. */
export async function sealEverything(db: Db, box: Box, appeal: AppealRow): Promise<void> {
  const sealed = { vault: appeal.vault, level: 'protected' } as const
  for (const { id, form_key, body } of await listMessages(db, appeal.id)) {
    if (body !== null) await sealMessage(db, id, box.seal(body, sealOf.message(appeal.vault, form_key)))
  }
  for (const { question_id, value, value_sealed } of await listAnswers(db, appeal.id)) {
    if (value_sealed !== null) continue
    const { value_sealed: now } = answerColumns(box, sealed, question_id, value)
    if (now) await sealAnswer(db, appeal.id, question_id, now)
  }
  for (const event of await listEvents(db, appeal.id)) {
    const { id, version, what, words, rules_sealed } = event
    if (words !== null) await sealWords(db, id, box.seal(words, sealOf.words(appeal.vault, version, what)))
    const details = openDetails(box, appeal.vault, event)
    if (rules_sealed === null && 'rules' in details)
      await updateDetails(db, id, detailColumns(box, sealed, event, details))
  }
  for (const { round, words } of await listClosings(db, appeal.id)) {
    const now = words === null ? null : box.seal(words, sealOf.rating(appeal.vault, round))
    await sealClosing(db, appeal.id, round, now)
  }
}

/**
 * Wraps the data keys of appeals again under the newest main key, for `limit` appeals after `afterId` ("0" at first).
 * Gives the id to go on from, undefined at the end. What lies under the data keys stays as it is. May run again at any point.
 */
export function resealAppeals(
  { db, keys }: Pick<AppDeps, 'db' | 'keys'>,
  afterId: string,
  limit: number,
): Promise<string | undefined> {
  return inTransaction(db, async (db) => {
    const rows = await listDataKeys(db, afterId, limit)
    for (const { id, vault, data_key } of rows) {
      if (keys.keyIdOf(data_key) === keys.newestKeyId) continue
      await updateAppealSilently(db, id, { data_key: keys.rewrapDataKey(data_key, vaultOf(vault)) })
    }
    return rows.length < limit ? undefined : rows.at(-1)?.id
  })
}
