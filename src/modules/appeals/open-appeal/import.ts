import { createHash } from 'node:crypto'
import { yearOf } from '#src/kernel/iso-day.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { record } from '#src/modules/audit/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { savePeople } from '#src/modules/people/index.ts'
import { routeAppeal } from '#src/modules/routing/index.ts'
import { listTeamMembers } from '#src/modules/staff/index.ts'
import { inTransaction, type Db, type ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { serviceCalendar } from '#src/modules/appeals/count-clocks.ts'
import { happenings } from '#src/modules/appeals/rules/events.ts'
import { appealNumber } from '#src/modules/appeals/rules/number.ts'
import { answerColumns, messageColumns } from '#src/modules/appeals/seal-words.ts'
import {
  countByHash,
  insertAppealRows,
  reserveAppealIds,
  reserveMessageIds,
  type AppealRows,
} from '#src/modules/appeals/store/bulk.ts'
import { closingRow } from '#src/modules/appeals/store/closings.ts'
import { clockRows, waitRows } from '#src/modules/appeals/store/clocks.ts'
import type { ImportedAct, ImportedAppeal } from './imported.ts'
import { playHistory } from './play.ts'
import { composeOpening, type Opening } from './prepare.ts'

/**
 * In place of a secret's hash: has the form of one and fits nothing, since its tag is all zeros. An Argon2 each would cost
 * 100,000 appeals a quarter of an hour. It also tells made-up appeals from real ones.
 */
const NEVER_OPENS = `$argon2id$v=19$m=19456,t=2,p=1$cmVoZWFyc2FscmVoZWFyc2Fs$${'A'.repeat(43)}`

export const countImported = (db: ReadDb) => countByHash(db, NEVER_OPENS)

type ImportDeps = Pick<AppDeps, 'db' | 'keys' | 'clock' | 'random'>
/** What all appeals of one run share, so that it is read once. */
export type ImportFrame = {
  readonly calendar: Opening['calendar']
  readonly staff: ReadonlyMap<string, readonly string[]>
  readonly routes: Map<string, ReturnType<typeof routeAppeal>>
}

export async function readImportFrame(db: Db, teamIds: readonly string[]): Promise<ImportFrame> {
  const staff = new Map<string, readonly string[]>()
  for (const team of teamIds)
    staff.set(
      team,
      (await listTeamMembers(db, team)).map(({ staffId }) => staffId),
    )
  return { calendar: await serviceCalendar(db), staff, routes: new Map() }
}

/**
 * Writes made-up appeals with their histories, all of them in one transaction and one entry of the audit log. Nobody is told:
 * no notices, no events, no duty list. They open with no secret. Throws when a number or form key is taken.
 */
export async function importAppeals(
  deps: ImportDeps,
  frame: ImportFrame,
  list: readonly ImportedAppeal[],
): Promise<void> {
  await inTransaction(deps.db, async (db) => {
    const people = await savePeople({ ...deps, db }, list.map(personOf))
    const ids = await reserveAppealIds(db, list.length)
    const openings = []
    for (const appeal of list) openings.push(await openingOf({ ...deps, db }, frame, appeal))
    const said = list.map(({ acts }) => 1 + acts.filter((act) => 'text' in act).length)
    const messageIds = (await reserveMessageIds(db, sum(said))).values()
    const rows: Writable<AppealRows> = {
      appeals: [],
      answers: [],
      messages: [],
      events: [],
      clocks: [],
      waits: [],
      closings: [],
    }
    for (const [place, appeal] of list.entries()) {
      const opening = openings[place]
      const [id, personId] = [ids[place], people[place]]
      if (!opening || id === undefined || personId === undefined) throw new Error('Fewer ids came than were asked for.')
      const members = frame.staff.get(opening.row.team_id) ?? []
      const staffId = members[appeal.digits % Math.max(members.length, 1)]
      addRows(rows, { appeal, opening, id, personId, staffId, nextMessageId: () => messageIds.next().value ?? '' })
    }
    await insertAppealRows(db, rows)
    const act = { who: { kind: 'system', name: 'rehearsal' }, what: 'appeal.imported' } as const
    await record(db, { ...act, on: { kind: 'appeal', id: `${ids[0]}-${ids.at(-1)}` } }, deps.clock.now())
  })
}

type Writable<Rows> = { [Name in keyof Rows]: Rows[Name] extends readonly (infer Row)[] ? Row[] : never }

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const personOf = ({ person, lang, submittedAt, country, timeZone }: ImportedAppeal) => ({
  ...(person.name === undefined ? {} : { name: person.name }),
  lang,
  timeZone: timeZone ?? catalogue().country(country)?.defaultTimeZone ?? 'UTC',
  contacts: person.contacts.map((contact) => ({
    ...contact,
    safe: person.isSafe === 'yes' && contact.isSafe !== false,
  })),
  createdAt: submittedAt,
})

function openingOf({ db, keys, random }: ImportDeps, frame: ImportFrame, appeal: ImportedAppeal): Promise<Opening> {
  const hashes = {
    formKeySha256: createHash('sha256').update(appeal.formKey).digest(),
    secretHash: NEVER_OPENS,
  }
  return composeOpening({ keys, random }, appeal, hashes, {
    now: appeal.submittedAt,
    calendar: frame.calendar,
    // Thousands of appeals share a few hundred ways.
    route(asked) {
      const key = [asked.topicId, asked.country, asked.lang, asked.isProtected, JSON.stringify(asked.answers)].join(' ')
      const known = frame.routes.get(key) ?? routeAppeal(db, asked)
      frame.routes.set(key, known)
      return known
    },
  })
}

type ToWrite = {
  readonly appeal: ImportedAppeal
  readonly opening: Opening
  readonly id: string
  readonly personId: string
  readonly staffId: string | undefined
  readonly nextMessageId: () => string
}

function addRows(rows: Writable<AppealRows>, { appeal, opening, id, personId, staffId, nextMessageId }: ToWrite): void {
  const { row, box, judged, calendar } = opening
  const played = playHistory(opening, appeal.acts, staffId)
  rows.appeals.push({ id, ...row, ...played.columns, number: numberOf(appeal), person_id: personId })
  rows.clocks.push(...clockRows(calendar, id, 1, played.clocks))
  rows.waits.push(...waitRows(id, played.clocks.waits))
  const { outcome, closed_at: at } = played.columns
  if (outcome !== null && at !== null) rows.closings.push(closingRow(id, { ...row, round: 1 }, { outcome, at }))
  rows.answers.push(
    ...Object.entries(judged.own).map(([question, answer]) => ({
      appeal_id: id,
      ...answerColumns(box, row, question, answer),
    })),
  )
  const happened: readonly Told[] = [
    { what: 'submitted', at: appeal.submittedAt, text: appeal.message },
    ...appeal.acts,
  ]
  for (const [place, told] of happened.entries()) {
    const by = told.what === 'submitted' || isByPerson(told) ? undefined : staffId
    const said = 'text' in told ? { text: told.text, id: nextMessageId() } : undefined
    rows.events.push({
      appeal_id: id,
      at: told.at,
      version: place + 1,
      what: told.what,
      actor_kind: by === undefined ? 'person' : 'staff',
      staff_id: by ?? null,
      is_public: happenings[told.what].isPublic,
      details: JSON.stringify(detailsOf(told, appeal, row, staffId)),
      message_id: said?.id ?? null,
    })
    if (!said) continue
    const formKey = createHash('sha256').update(appeal.formKey).update(`message ${place}`).digest().subarray(0, 16)
    rows.messages.push({
      id: said.id,
      appeal_id: id,
      at: told.at,
      kind: messageKinds[told.what],
      staff_id: by ?? null,
      lang: appeal.lang,
      ...messageColumns(box, row, formKey, said.text),
    })
  }
}

type Told = ImportedAct | { readonly what: 'submitted'; readonly at: Date; readonly text: string }

const isByPerson = (act: Told) => act.what === 'replied' || (act.what === 'closed' && act.by === 'person')

const messageKinds = {
  submitted: 'opening',
  replied: 'reply',
  asked: 'question',
  answered: 'answer',
  noted: 'note',
  registered: 'note',
  taken: 'note',
  closed: 'note',
} as const

function detailsOf(told: Told, { channel }: ImportedAppeal, row: Opening['row'], staffId: string | undefined) {
  if (told.what === 'submitted') return { channel, teamId: row.team_id, bodyId: row.body_id }
  if (told.what === 'taken') return { staffId: staffId ?? null, from: null }
  return told.what === 'closed' ? { outcome: told.outcome, norm: null } : {}
}

function numberOf({ submittedAt, digits }: ImportedAppeal): string {
  const { numberPrefix, numberTimeZone } = catalogue().settings
  return appealNumber(numberPrefix, yearOf(dayAt(numberTimeZone, submittedAt)), digits)
}
