import type { Calendar } from '#src/kernel/calendar.ts'
import { langs } from '#src/kernel/lang.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { catalogue, type Topic } from '#src/modules/catalogue/index.ts'
import { routeAppeal } from '#src/modules/routing/index.ts'
import type { Box } from '#src/platform/keyring.ts'
import { promisesAt, serviceCalendar } from '#src/modules/appeals/count-clocks.ts'
import { nextDueAt, startClocks, type Clocks } from '#src/modules/appeals/rules/clocks.ts'
import { judge, levelOf, urgencyRank, type Judgement } from '#src/modules/appeals/rules/urgency.ts'
import { vaultOf } from '#src/modules/appeals/rules/vault.ts'
import { cityColumns } from '#src/modules/appeals/seal-words.ts'
import type { NewAppealRow } from '#src/modules/appeals/store/appeals.ts'
import type { OpenAppealDeps, OpenAppealInput } from './opening.ts'

/** Everything that is known of a new appeal before the first row is written. */
export type Opening = {
  readonly now: Date
  readonly calendar: Calendar
  readonly clocks: Clocks
  readonly topic: Topic
  readonly judged: Judgement
  readonly timeZone: string
  readonly box: Box
  /** The row but for what the transaction finds out. */
  readonly row: Omit<NewAppealRow, 'number' | 'person_id'>
}

type Hashes = { readonly formKeySha256: Buffer; readonly secretHash: string }

/** Reads the answers, chooses level, urgency, team and body, starts the clocks. */
export async function prepareOpening(deps: OpenAppealDeps, input: OpenAppealInput, hashes: Hashes): Promise<Opening> {
  const calendar = await serviceCalendar(deps.db)
  const route = (asked: RouteInput) => routeAppeal(deps.db, asked)
  return composeOpening(deps, input, hashes, { now: deps.clock.now(), calendar, route })
}

type RouteInput = Parameters<typeof routeAppeal>[1]
type Around = {
  readonly now: Date
  readonly calendar: Calendar
  readonly route: (asked: RouteInput) => ReturnType<typeof routeAppeal>
}

/** The same with what it reads from the database given. */
export async function composeOpening(
  deps: Pick<OpenAppealDeps, 'keys' | 'random'>,
  input: OpenAppealInput,
  hashes: Hashes,
  { now, calendar, route: find }: Around,
): Promise<Opening> {
  const law = catalogue()
  const topic = law.topic(input.topicId)
  const country = law.country(input.country)
  if (!topic || !country) throw new Error(`The catalogue has no topic ${input.topicId} or no country ${input.country}.`)

  const timeZone = input.timeZone ?? country.defaultTimeZone
  const facts = { ...input, citizenship: input.citizenship, safeContact: input.person.safeContact }
  const judged = judge(law, topic, facts, input.answers, { now, timeZone, today: dayAt(timeZone, now) })
  const level = levelOf(topic, input)
  const route = await find({
    topicId: topic.id,
    country: input.country,
    lang: input.lang,
    isProtected: level === 'protected',
    answers: judged.own,
  })
  const clocks = startClocks(promisesAt(calendar, judged.urgency, now), calendar, now)
  const { vault, box, wrapped } = vaultFor(deps, input.draft)
  const row = {
    ...columnsOf(input, hashes, now),
    ...cityColumns(box, { vault, level }, input.city?.trim() || undefined),
    vault,
    data_key: Buffer.from(wrapped),
    level,
    time_zone: timeZone,
    urgency: judged.urgency,
    urgency_rank: urgencyRank(judged.urgency),
    team_id: route.teamId,
    body_id: route.bodyId,
    mission_id: route.missionId ?? null,
    routing_flagged: route.isFlagged,
    next_due_at: nextDueAt(calendar, clocks),
  }
  return { now, calendar, clocks, topic, judged, timeZone, box, row }
}

/** A draft's vault and key go over to the appeal, so that its files need not be sealed anew. */
function vaultFor({ keys, random }: Pick<OpenAppealDeps, 'keys' | 'random'>, draft: OpenAppealInput['draft']) {
  if (draft)
    return { vault: draft.id, box: keys.unwrapDataKey(draft.wrappedKey, vaultOf(draft.id)), wrapped: draft.wrappedKey }
  const vault = Buffer.from(random.bytes(16)).toString('base64url')
  return { vault, ...keys.newDataKey(vaultOf(vault)) }
}

function columnsOf(input: OpenAppealInput, { formKeySha256, secretHash }: Hashes, now: Date) {
  const { words } = catalogue()
  const { contacts, isSafe, safeContact } = input.person
  const usable = isSafe === 'yes' ? contacts.filter((contact) => contact.isSafe !== false) : []
  const isByPhoneOnly = usable.length > 0 && !usable.some(({ kind }) => kind === 'email')
  return {
    form_key_sha256: formKeySha256,
    secret_hash: secretHash,
    words_version: langs.map((lang) => `${lang}:${words[lang].version}`).join(' '),
    kind: input.kind,
    state: 'submitted',
    topic_id: input.topicId,
    topic_set: input.channel !== 'danger',
    country: input.country,
    citizenship: input.citizenship ?? null,
    as_who: input.asWho ?? null,
    on_behalf: input.onBehalf,
    in_danger: input.inDanger,
    lang: input.lang,
    channel: input.channel,
    filed_by: input.filedBy ?? null,
    safe_contact: safeContact ?? null,
    reach: isSafe,
    unread_since: now,
    call_since: isByPhoneOnly ? now : null,
    submitted_at: now,
  } as const
}
