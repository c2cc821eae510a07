import { createHash } from 'node:crypto'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { Calendar } from '#src/kernel/calendar.ts'
import { markOfOpening } from '#src/modules/appeals/get-appeal.ts'
import { serviceCalendar } from '#src/modules/appeals/count-clocks.ts'
import { clocksOf, type Clocks } from '#src/modules/appeals/rules/clocks.ts'
import { trustedNumber } from '#src/modules/appeals/rules/number.ts'
import { SECRET_BITS, secretFrom, secretToText, type Secret } from '#src/modules/appeals/rules/secret.ts'
import { findAppealByFormKey, type AppealRow } from '#src/modules/appeals/store/appeals.ts'
import { readClocks } from '#src/modules/appeals/store/clocks.ts'
import type { OpenAppealDeps, OpenAppealInput, Receipt } from './opening.ts'
import { prepareOpening } from './prepare.ts'
import { TakenMeanwhile, writeOpening } from './write.ts'

const REPEAT_MS = 24 * 3_600_000

/**
 * Takes an appeal in: person, words, answers, files, clocks, audit, notice and events in one transaction of its own.
 * The same form key gives the same receipt for 24 hours, and after that until the secret was proved; then 'alreadyReceived'.
 * 'busy': the hashing pool is full, nothing was written; answer 503 and keep what was typed.
 * Throws on a topic or country that the catalogue does not have: the form has checked them.
 */
export async function openAppeal(
  deps: OpenAppealDeps,
  input: OpenAppealInput,
): Promise<Outcome<Receipt, 'alreadyReceived' | 'busy'>> {
  const secret = secretFrom(deps.keys.receiptSecret(input.formKey, SECRET_BITS))
  const formKeySha256 = createHash('sha256').update(input.formKey).digest()
  const earlier = await findAppealByFormKey(deps.db, formKeySha256)
  if (earlier) return repeat(deps, earlier, secret)

  // Before the transaction: a hash takes longer than all its writes, and on the embedded database everybody would wait.
  const hashed = await deps.hasher.hash(deps.keys.pepper(secretToText(secret)))
  if (!hashed.ok) return hashed
  const opening = await prepareOpening(deps, input, { formKeySha256, secretHash: hashed.value })
  try {
    const { calendar, clocks, now } = opening
    const row = await deps.db.transaction().execute((db) => writeOpening({ ...deps, db }, input, opening))
    deps.meters.submitted(input.kind)
    const mark = await markOfOpening(deps.db, row.id)
    return done(receiptOf({ row, secret, mark, clocks: clocksOf(calendar, clocks, now), isRepeat: false }))
  } catch (error) {
    if (!(error instanceof TakenMeanwhile)) throw error
    const faster = await findAppealByFormKey(deps.db, formKeySha256)
    if (!faster) throw error
    return repeat(deps, faster, secret)
  }
}

/** The receipt of a form that was taken in already, as a repeated openAppeal would give it; undefined when there is no such appeal. */
export async function findReceipt(
  deps: Pick<OpenAppealDeps, 'db' | 'clock' | 'keys'>,
  formKey: Uint8Array,
): Promise<Outcome<Receipt, 'alreadyReceived'> | undefined> {
  const earlier = await findAppealByFormKey(deps.db, createHash('sha256').update(formKey).digest())
  return earlier && repeat(deps, earlier, secretFrom(deps.keys.receiptSecret(formKey, SECRET_BITS)))
}

async function repeat(
  { db, clock }: Pick<OpenAppealDeps, 'db' | 'clock'>,
  row: AppealRow,
  secret: Secret,
): Promise<Outcome<Receipt, 'alreadyReceived'>> {
  const now = clock.now()
  const isFresh = now.getTime() - row.submitted_at.getTime() < REPEAT_MS
  if (!isFresh && row.secret_proved_at !== null) return refused('alreadyReceived')
  const calendar: Calendar = await serviceCalendar(db)
  const clocks: Clocks = await readClocks(db, row.id, row.round)
  const mark = await markOfOpening(db, row.id)
  return done(
    receiptOf({
      row,
      secret,
      mark,
      clocks: clocksOf(calendar, clocks, now, row.closed_at ?? undefined),
      isRepeat: true,
    }),
  )
}

type ReceiptRow = Pick<AppealRow, 'id' | 'number' | 'team_id' | 'body_id' | 'submitted_at' | 'level' | 'urgency'> &
  Partial<Pick<AppealRow, 'secret_proved_at'>>

type Made = Pick<Receipt, 'secret' | 'mark' | 'clocks' | 'isRepeat'> & { readonly row: ReceiptRow }

const receiptOf = ({ row, ...made }: Made): Receipt => ({
  ...made,
  appealId: row.id,
  number: trustedNumber(row.number),
  teamId: row.team_id,
  bodyId: row.body_id,
  submittedAt: row.submitted_at,
  isProtected: row.level === 'protected',
  isCritical: row.urgency === 'critical',
  isProved: (row.secret_proved_at ?? null) !== null,
})
