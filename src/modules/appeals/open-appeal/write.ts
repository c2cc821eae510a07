import { yearOf } from '#src/kernel/iso-day.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import type { Random } from '#src/kernel/clock.ts'
import { record } from '#src/modules/audit/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { moveFiles } from '#src/modules/files/index.ts'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { addContact, isConfirmedEmail, savePerson } from '#src/modules/people/index.ts'
import { holdTeam } from '#src/modules/staff/index.ts'
import { neededTeams } from '#src/modules/staff/rules/team.ts'
import type { Db } from '#src/platform/db.ts'
import { appealOpened, criticalRaised } from '#src/modules/appeals/events.ts'
import { lastTeamFor } from '#src/modules/appeals/rules/access.ts'
import { appealNumber } from '#src/modules/appeals/rules/number.ts'
import { answerColumns, detailColumns, messageColumns } from '#src/modules/appeals/seal-words.ts'
import { findAppealByFormKey, insertAppeal, type NewAppealRow } from '#src/modules/appeals/store/appeals.ts'
import { writeClocks } from '#src/modules/appeals/store/clocks.ts'
import { insertAnswers, insertEvents, insertMessage, type NewEventRow } from '#src/modules/appeals/store/words.ts'
import type { OpenAppealDeps, OpenAppealInput } from './opening.ts'
import type { Opening } from './prepare.ts'

/** Another tap of the same form was faster: everything of this one is taken back. */
export class TakenMeanwhile extends Error {}

/** Writes all of a new appeal; `deps.db` is its transaction. Throws TakenMeanwhile when the form key has an appeal already. */
export async function writeOpening(deps: OpenAppealDeps, input: OpenAppealInput, prepared: Opening) {
  const { db, jobs } = deps
  const opening = { ...prepared, row: await inOpenTeam(db, prepared.row) }
  const { now, row, judged } = opening
  const personId = await writePerson(deps, input, opening)
  const { id, number } = await insertUnderFreeNumber(deps, { ...row, person_id: personId }, now)
  await writeWords(deps, input, opening, id)
  await writeClocks(db, opening.calendar, id, 1, opening.clocks)
  const who =
    input.filedBy === undefined ? ({ kind: 'public' } as const) : ({ kind: 'staff', id: input.filedBy } as const)
  await record(db, { who, what: 'appeal.opened', on: { kind: 'appeal', id } }, now)

  const email = input.person.contacts.find(({ kind, isSafe = true }) => kind === 'email' && isSafe)
  if (input.person.isSafe === 'yes' && email)
    await enqueueNotice(deps, {
      to: email.value,
      lang: input.lang,
      template: 'received',
      appealId: id,
      about: `${id}:1`,
      isConfirmed: await isConfirmedEmail(deps, email.value),
    })
  await jobs.emit(db, appealOpened, { appealId: id })
  if (judged.urgency === 'critical') await jobs.emit(db, criticalRaised, { appealId: id, spell: 1 })
  return { ...row, id, number }
}

/** The route was read before the transaction: a team that was closed since then gets nothing any more. */
async function inOpenTeam(db: Db, row: Opening['row']): Promise<Opening['row']> {
  if (neededTeams.includes(row.team_id)) return row
  const team = await holdTeam(db, row.team_id)
  return team?.isActive === true ? row : { ...row, team_id: lastTeamFor(row.level), routing_flagged: true }
}

async function writePerson(
  deps: OpenAppealDeps,
  { person, lang }: OpenAppealInput,
  { timeZone }: Opening,
): Promise<string> {
  const { name, pin, contacts, isSafe, safeContact } = person
  const id = await savePerson(deps, {
    ...(name === undefined ? {} : { name }),
    ...(pin === undefined ? {} : { pin }),
    lang,
    timeZone,
  })
  // Whoever stays anonymous is not to be found by a contact either.
  for (const { kind, value, isSafe: isThisSafe = true } of isSafe === 'none' ? [] : contacts) {
    const safe = isSafe === 'yes' && isThisSafe
    const mayCall = safe && kind === 'phone'
    await addContact(deps, id, { kind, value, safe, mayCall, mayMessage: mayCall && safeContact === 'message' })
  }
  return id
}

const NUMBERS_TRIED = 10

async function insertUnderFreeNumber({ db, random }: OpenAppealDeps, row: Omit<NewAppealRow, 'number'>, now: Date) {
  const { numberPrefix, numberTimeZone } = catalogue().settings
  const year = yearOf(dayAt(numberTimeZone, now))
  for (let tried = 0; tried < NUMBERS_TRIED; tried += 1) {
    const number = appealNumber(numberPrefix, year, sevenDigits(random))
    const id = await insertAppeal(db, { ...row, number })
    if (id !== undefined) return { id, number }
    if (await findAppealByFormKey(db, row.form_key_sha256)) throw new TakenMeanwhile()
  }
  throw new Error('No free number was found: the year is nearly full.')
}

/** Below ten million, each as likely as the other: what lies above the last whole ten million is thrown away. */
function sevenDigits(random: Random): number {
  for (;;) {
    const drawn = Buffer.from(random.bytes(4)).readUInt32BE()
    if (drawn < 4_290_000_000) return drawn % 10_000_000
  }
}

async function writeWords(
  deps: OpenAppealDeps,
  input: OpenAppealInput,
  opening: Opening,
  appealId: string,
): Promise<void> {
  const { db, random } = deps
  const { now, row, box, judged } = opening
  const own = Object.entries(judged.own)
  await insertAnswers(
    db,
    own.map(([question, answer]) => ({ appeal_id: appealId, ...answerColumns(box, row, question, answer) })),
  )
  const messageId = await insertMessage(db, {
    appeal_id: appealId,
    at: now,
    kind: 'opening',
    lang: input.lang,
    // Not the form's key: the receipt's secret is derived from that one, so only its hash is kept.
    ...messageColumns(box, row, random.bytes(16), input.message),
  })
  if (input.draft)
    await moveFiles(db, { kind: 'draft', id: input.draft.id }, { kind: 'appeal', id: appealId }, messageId)
  await insertEvents(db, firstEvents(input, opening, appealId, messageId))
}

function firstEvents(input: OpenAppealInput, opening: Opening, appealId: string, messageId: string): NewEventRow[] {
  const { now, topic, judged, row, box } = opening
  const shared = { appeal_id: appealId, at: now, version: 1 }
  const actor =
    input.filedBy === undefined
      ? ({ actor_kind: 'person' } as const)
      : ({ actor_kind: 'staff', staff_id: input.filedBy } as const)
  const submitted: NewEventRow = {
    ...shared,
    ...actor,
    what: 'submitted',
    is_public: true,
    details: JSON.stringify({ channel: input.channel, teamId: row.team_id, bodyId: row.body_id }),
    message_id: messageId,
  }
  if (judged.urgency === topic.defaultUrgency) return [submitted]
  const details = { from: topic.defaultUrgency, to: judged.urgency, rules: judged.fired }
  const raised: NewEventRow = {
    ...shared,
    actor_kind: 'system',
    what: 'urgencyRaised',
    is_public: false,
    ...detailColumns(box, row, { version: 1, what: 'urgencyRaised' }, details),
  }
  return [submitted, raised]
}
