import { filledFrom, type Filled, type FormError, type Parsed } from '#src/kernel/form.ts'
import { isTimeZone } from '#src/kernel/time-zone.ts'
import { scores, type Score } from '#src/modules/appeals/rules/rating.ts'
import { parseKey, personActs } from './rules.ts'
import { closingTexts } from './texts/closing.ts'
import { openTexts } from './texts/open.ts'
import { ratingTexts } from './texts/rating.ts'

const textOf = (filled: Filled, field: string) => {
  const value = filled[field]
  return typeof value === 'string' ? value : ''
}

/** Number and words as typed. What else the form carries (words that were kept while the page had closed) goes along. */
export function parseOpen(body: unknown): Parsed<{ number: string; secret: string }> {
  const filled = filledFrom(body)
  const [number, secret] = [textOf(filled, 'number').trim(), textOf(filled, 'secret').trim()]
  const errors: FormError[] = []
  if (number === '' || secret === '')
    errors.push({ field: number === '' ? 'number' : 'secret', message: openTexts.empty })
  return errors.length > 0 ? { ok: false, errors, filled } : { ok: true, value: { number, secret }, filled }
}

export type ReplyForm = {
  readonly key: Buffer | undefined
  readonly text: string
  /** `send`, `file` (only add it), or the id of a file to take out. */
  readonly act: 'send' | 'file' | { readonly remove: string }
}

/** A form that does not say which button was pressed, and brings a file, only adds it: half a message must not be sent. */
export function readReply(fields: Filled, { hasFile = false } = {}): ReplyForm {
  const [remove, pressed] = [textOf(fields, 'remove'), textOf(fields, 'act')]
  const isOnlyFile = pressed === 'file' || (pressed === '' && hasFile)
  return {
    key: parseKey(fields['key']),
    text: textOf(fields, 'text'),
    act: remove !== '' ? { remove } : isOnlyFile ? 'file' : 'send',
  }
}

export const parseAct = (act: string) => personActs.find((known) => known === act)

type WithKey<Value> = Parsed<Value & { readonly key: Buffer | undefined; readonly version: number | undefined }>

const keyAndVersion = (filled: Filled) => {
  const version = Number(textOf(filled, 'version'))
  return { key: parseKey(filled['key']), version: Number.isSafeInteger(version) && version > 0 ? version : undefined }
}

export function parseClose(body: unknown): WithKey<{ outcome: 'solved' | 'withdrawn'; reason: string }> {
  const filled = filledFrom(body)
  const outcome = (['solved', 'withdrawn'] as const).find((one) => one === filled['outcome'])
  if (!outcome) return { ok: false, errors: [{ field: 'outcome', message: closingTexts.chooseOutcome }], filled }
  return { ok: true, value: { outcome, reason: textOf(filled, 'closeReason'), ...keyAndVersion(filled) }, filled }
}

export function parseReopen(body: unknown): { reason: string; filled: Filled } & ReturnType<typeof keyAndVersion> {
  const filled = filledFrom(body)
  return { reason: textOf(filled, 'reopenReason'), filled, ...keyAndVersion(filled) }
}

/** A tap brings the answer alone; the form of words brings both. */
export function parseRating(
  body: unknown,
): Parsed<{ score: Score; round: number; words: string | undefined; key: Buffer | undefined }> {
  const filled = filledFrom(body)
  const score = scores.find((one) => one === filled['score'])
  const round = Number(textOf(filled, 'round'))
  if (!score) return { ok: false, errors: [{ field: 'score', message: ratingTexts.chooseScore }], filled }
  const words = filled['ratingWords'] === undefined ? undefined : textOf(filled, 'ratingWords')
  return { ok: true, value: { score, round, words, key: parseKey(filled['key']) }, filled }
}

export function parseZone(body: unknown): string | undefined {
  const zone = textOf(filledFrom(body), 'zone')
  return zone.length < 60 && isTimeZone(zone) ? zone : undefined
}

export const parseCode = (body: unknown): string => textOf(filledFrom(body), 'code').replace(/\D/g, '').slice(0, 12)
