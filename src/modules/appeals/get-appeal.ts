import type { Calendar } from '#src/kernel/calendar.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { getMark, record } from '#src/modules/audit/index.ts'
import { listFiles, type FileEntry } from '#src/modules/files/index.ts'
import { inTransaction, readTogether, type ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Box } from '#src/platform/keyring.ts'
import { latestExtension, serviceCalendar } from './count-clocks.ts'
import { maySee, type SeenAppeal } from './rules/access.ts'
import {
  isAppealId,
  type Appeal,
  type AppealEvent,
  type AppealFacts,
  type AppealMessage,
  type StaffAppeal,
} from './rules/appeal.ts'
import type { ClockView } from './rules/clock-view.ts'
import { clocksOf } from './rules/clocks.ts'
import { areWordsPublic, isHappening } from './rules/events.ts'
import { trustedNumber, type AppealNumber } from './rules/number.ts'
import type { Rating } from './rules/rating.ts'
import { sealOf } from './rules/vault.ts'
import { openAnswers, openDetails, opened, openRatings, openVault } from './seal-words.ts'
import { findAppeal, findAppealIdByNumber, type AppealRow } from './store/appeals.ts'
import { listClosings } from './store/closings.ts'
import { readClocks } from './store/clocks.ts'
import { listAnswers, listEvents, listMessages, type EventRow, type MessageRow } from './store/words.ts'

type ReadDeps = Pick<AppDeps, 'keys' | 'clock'> & { readonly db: ReadDb }

/** What the person may see: no notes, no staff-only events, no names of staff. The caller has proved the secret. Undefined: it is gone. */
export async function getAppealForPerson(deps: ReadDeps, appealId: string): Promise<Appeal | undefined> {
  const row = await findAppeal(deps.db, appealId)
  if (!row) return undefined
  const { appeal } = await openAll(deps, row)
  return {
    ...appeal,
    messages: appeal.messages
      .filter(({ kind }) => kind !== 'note')
      .map((message) => ({ ...message, staffId: undefined })),
    events: appeal.events
      .filter(({ isPublic }) => isPublic)
      .map((event) => ({ ...event, staffId: undefined, words: areWordsPublic(event.what) ? event.words : undefined })),
  }
}

/**
 * Everything, for a member of staff who may see it; writes the act 'appeal.read'. Undefined when there is no such appeal or
 * it is not theirs: the two are never told apart.
 */
export function getAppealForStaff(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  visitor: StaffVisitor,
  appealId: string,
): Promise<StaffAppeal | undefined> {
  return inTransaction(deps.db, async (db) => {
    const row = isAppealId(appealId) ? await findAppeal(db, appealId) : undefined
    if (!row || !maySee(visitor, seen(row))) return undefined
    const who = { kind: 'staff', id: visitor.id } as const
    await record(db, { who, what: 'appeal.read', on: { kind: 'appeal', id: row.id } }, deps.clock.now())
    const { appeal, calendar, clocks } = await readTogether(db, (db) => openAll({ ...deps, db }, row))
    const extension = latestExtension(calendar, clocks, row.urgency, deps.clock.now())
    const isExtendable = row.state !== 'closed' && extension.ok
    return {
      ...appeal,
      earlierClocks: await readEarlierClocks(db, calendar, row, appeal.events),
      extendableTo: isExtendable ? extension.value.last : undefined,
      extendableDays: isExtendable ? extension.value.days : [],
    }
  })
}

/** Looks an appeal up by its number, for the search field of a staff page. Same rule as above; nothing is opened. */
export async function findAppealByNumber(
  db: ReadDb,
  visitor: StaffVisitor,
  number: AppealNumber,
): Promise<string | undefined> {
  const row = await findAppealIdByNumber(db, number)
  return row && maySee(visitor, seen(row)) ? row.id : undefined
}

/** The mark of the entry that the appeal was taken in with, as its receipt carries it. */
export const markOfOpening = (db: ReadDb, appealId: string): Promise<string> =>
  getMark(db, { what: 'appeal.opened', on: { kind: 'appeal', id: appealId } })

/** Facts for jobs (duty, notices): no words, nothing opened. */
export async function findAppealFacts(db: ReadDb, appealId: string): Promise<AppealFacts | undefined> {
  const row = await findAppeal(db, appealId)
  return row && factsOf(row)
}

const seen = (row: Pick<AppealRow, 'level' | 'team_id'>): SeenAppeal => ({ level: row.level, teamId: row.team_id })

/** The appeal opened, and what its clocks were counted from. */
async function openAll({ db, keys, clock }: ReadDeps, row: AppealRow) {
  const box = openVault(keys, row)
  const [calendar, clocks, answers, files, messages, events, closings] = await Promise.all([
    serviceCalendar(db),
    readClocks(db, row.id, row.round),
    listAnswers(db, row.id),
    listFiles(db, { kind: 'appeal', id: row.id }, box),
    listMessages(db, row.id),
    listEvents(db, row.id),
    listClosings(db, row.id),
  ])
  const ratings = openRatings(box, row.vault, closings)
  const appeal: Appeal = {
    ...factsOf(row),
    ...placeOf(box, row),
    answers: openAnswers(box, row.vault, answers),
    messages: messages.map((message) => messageFrom(box, row, message, files)),
    events: withRatingWords(
      events.flatMap((event) => eventFrom(box, row, event)),
      ratings,
    ),
    rating: row.state === 'closed' ? ratings.find(({ round }) => round === row.round) : undefined,
    clocks: clocksOf(calendar, clocks, clock.now(), row.closed_at ?? undefined),
  }
  return { appeal, calendar, clocks }
}

/** The words to a rating stand once, with the closing; in the history with the last time that something was said of it. */
function withRatingWords(events: readonly AppealEvent[], ratings: readonly Rating[]): AppealEvent[] {
  const isOf = ({ what, details }: AppealEvent, { round }: Rating) => what === 'rated' && details['round'] === round
  const last = new Map(ratings.map((rating) => [events.findLast((event) => isOf(event, rating)), rating.words]))
  return events.map((event) => (last.has(event) ? { ...event, words: last.get(event) } : event))
}

/** What became of the promises of rounds that ended before the appeal was opened again, the first round first. */
async function readEarlierClocks(
  db: ReadDb,
  calendar: Calendar,
  { id, round }: AppealRow,
  events: readonly AppealEvent[],
): Promise<ClockView[][]> {
  const closings = events.filter(({ what }) => what === 'closed').slice(0, round - 1)
  const earlier: ClockView[][] = []
  for (const [place, { at }] of closings.entries())
    earlier.push(clocksOf(calendar, await readClocks(db, id, place + 1), at, at))
  return earlier
}

const factsOf = (row: AppealRow) => ({
  id: row.id,
  number: trustedNumber(row.number),
  version: row.version,
  kind: row.kind,
  state: row.state,
  level: row.level,
  topicId: row.topic_id,
  isTopicSet: row.topic_set,
  country: row.country,
  lang: row.lang,
  channel: row.channel,
  urgency: row.urgency,
  teamId: row.team_id,
  assigneeId: row.assignee_id ?? undefined,
  personId: row.person_id,
  reach: row.reach,
  submittedAt: row.submitted_at,
  registeredAt: row.registered_at ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
})

const placeOf = (box: Box, row: AppealRow) => ({
  city: opened(box, row.city, row.city_sealed, sealOf.city(row.vault)),
  citizenship: row.citizenship ?? undefined,
  asWho: row.as_who ?? undefined,
  onBehalf: row.on_behalf,
  inDanger: row.in_danger,
  filedBy: row.filed_by ?? undefined,
  safeContact: row.safe_contact ?? undefined,
  bodyId: row.body_id,
  missionId: row.mission_id ?? undefined,
  isRoutingFlagged: row.routing_flagged,
  unreadSince: row.unread_since ?? undefined,
  callSince: row.call_since ?? undefined,
  outcome: row.outcome ?? undefined,
  outcomeNorm: row.outcome_norm ?? undefined,
  amountRecovered:
    row.amount_recovered === null || row.amount_currency === null
      ? undefined
      : { amount: row.amount_recovered, currency: row.amount_currency },
  round: row.round,
  isProved: row.secret_proved_at !== null,
})

function messageFrom(box: Box, { vault }: AppealRow, row: MessageRow, files: readonly FileEntry[]): AppealMessage {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    author: row.kind === 'opening' || row.kind === 'reply' ? 'person' : 'service',
    staffId: row.staff_id ?? undefined,
    lang: row.lang,
    body: opened(box, row.body, row.body_sealed, sealOf.message(vault, row.form_key)) ?? '',
    files: files.filter(({ messageId }) => messageId === row.id),
  }
}

function eventFrom(box: Box, { vault }: AppealRow, row: EventRow): AppealEvent[] {
  const { id, at, version, what } = row
  // Written by a newer portal that was rolled back: not shown rather than shown wrong.
  if (!isHappening(what)) return []
  const words = opened(box, row.words, row.words_sealed, sealOf.words(vault, version, what))
  return [
    {
      id,
      at,
      version,
      what,
      actor: row.actor_kind,
      staffId: row.staff_id ?? undefined,
      isPublic: row.is_public,
      details: openDetails(box, vault, row),
      words,
    },
  ]
}
