import type { Lang } from '#src/kernel/lang.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { BodyChoice, TeamChoice } from './rules.ts'

export type BodyRow = BodyChoice & {
  readonly topicId: string
  readonly changedBy: string | null
  readonly changedByName: string | null
  readonly changedAt: Date
}

export type TeamRow = TeamChoice & {
  readonly lang: Lang
  readonly changedByName: string | null
  readonly changedAt: Date
}

export type ChangeKind = 'body' | 'team'
/** One row of either table: topic and country, or language and group of topics. */
export type Place = { readonly kind: ChangeKind; readonly subject: string; readonly scope: string }
export type Change = Place & {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
  readonly words: string | null
  readonly changedByName: string | null
  readonly changedAt: Date
}

export function listBodyChoices(db: ReadDb, topicId: string): Promise<BodyChoice[]> {
  return db
    .selectFrom('routing_rows')
    .select(['country', 'body_id as bodyId', 'reason_id as reasonId'])
    .where('topic_id', '=', topicId)
    .execute()
}

export function listTeamChoices(db: ReadDb, lang: Lang): Promise<TeamChoice[]> {
  return db
    .selectFrom('team_routes')
    .select(['topic_group as topicGroup', 'team_id as teamId'])
    .where('lang', '=', lang)
    .execute()
}

export function listBodyRows(db: ReadDb): Promise<BodyRow[]> {
  return db
    .selectFrom('routing_rows')
    .leftJoin('staff', 'staff.id', 'routing_rows.changed_by')
    .select([
      'topic_id as topicId',
      'country',
      'body_id as bodyId',
      'reason_id as reasonId',
      'changed_by as changedBy',
      'staff.name as changedByName',
      'changed_at as changedAt',
    ])
    .orderBy('country', 'desc') // "*" last: it is for all the others
    .execute()
}

export function listTeamRows(db: ReadDb): Promise<TeamRow[]> {
  return db
    .selectFrom('team_routes')
    .leftJoin('staff', 'staff.id', 'team_routes.changed_by')
    .select([
      'team_routes.lang as lang',
      'topic_group as topicGroup',
      'team_id as teamId',
      'staff.name as changedByName',
      'changed_at as changedAt',
    ])
    .orderBy('team_routes.lang')
    .orderBy('topic_group', 'desc')
    .execute()
}

/** The newest first. */
export function listChanges(db: ReadDb, most: number): Promise<Change[]> {
  return changes(db).orderBy('routing_changes.id', 'desc').limit(most).execute()
}

export async function findChange(db: ReadDb, id: string): Promise<Change | undefined> {
  return changes(db).where('routing_changes.id', '=', id).executeTakeFirst()
}

const changes = (db: ReadDb) =>
  db
    .selectFrom('routing_changes')
    .leftJoin('staff', 'staff.id', 'routing_changes.changed_by')
    .select([
      'routing_changes.id as id',
      'kind',
      'subject',
      'scope',
      'before_id as before',
      'after_id as after',
      'words',
      'staff.name as changedByName',
      'changed_at as changedAt',
    ])

/**
 * What stands in a row now. All rows of the topic or language are locked, so that of two changes the later sees the
 * earlier even where the row itself is not there yet. Null: nothing.
 */
export async function lockCurrent(db: Db, { kind, subject, scope }: Place): Promise<string | null> {
  const rows =
    kind === 'body'
      ? await db
          .selectFrom('routing_rows')
          .select(['country as scope', 'body_id as id'])
          .where('topic_id', '=', subject)
          .orderBy('country')
          .forUpdate()
          .execute()
      : await db
          .selectFrom('team_routes')
          .select(['topic_group as scope', 'team_id as id'])
          .where('lang', '=', langOf(subject))
          .orderBy('topic_group')
          .forUpdate()
          .execute()
  return rows.find((row) => row.scope === scope)?.id ?? null
}

type By = { readonly staffId: string; readonly at: Date }

/** Null takes the row out. */
export async function setBody(db: Db, topicId: string, country: string, bodyId: string | null, { staffId, at }: By) {
  const row = { body_id: bodyId, reason_id: null, changed_by: staffId, changed_at: at }
  await db
    .insertInto('routing_rows')
    .values({ topic_id: topicId, country, ...row })
    .onConflict((on) => on.columns(['topic_id', 'country']).doUpdateSet(row))
    .execute()
}

/** Null takes the row out. */
export async function setTeam(db: Db, subject: string, topicGroup: string, teamId: string | null, { staffId, at }: By) {
  const lang = langOf(subject)
  if (teamId === null) {
    await db.deleteFrom('team_routes').where('lang', '=', lang).where('topic_group', '=', topicGroup).execute()
    return
  }
  const row = { team_id: teamId, changed_by: staffId, changed_at: at }
  await db
    .insertInto('team_routes')
    .values({ lang, topic_group: topicGroup, ...row })
    .onConflict((on) => on.columns(['lang', 'topic_group']).doUpdateSet(row))
    .execute()
}

export type NewChange = Place & {
  readonly before: string | null
  readonly after: string | null
  readonly words: string | null
  readonly staffId: string | null
  readonly at: Date
}

export async function insertChange(db: Db, change: NewChange): Promise<void> {
  const { kind, subject, scope, before, after, words, staffId, at } = change
  await db
    .insertInto('routing_changes')
    .values({ kind, subject, scope, before_id: before, after_id: after, words, changed_by: staffId, changed_at: at })
    .execute()
}

export type CatalogueRow = {
  readonly topicId: string
  readonly country: string
  readonly bodyId: string
  readonly reasonId: string
}

/** Writes rows as the catalogue has them; rows that staff changed are never given here. */
export async function putCatalogueRows(db: Db, rows: readonly CatalogueRow[], at: Date): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('routing_rows')
    .values(
      rows.map(({ topicId, country, bodyId, reasonId }) => ({
        topic_id: topicId,
        country,
        body_id: bodyId,
        reason_id: reasonId,
        changed_at: at,
      })),
    )
    .onConflict((on) =>
      on.columns(['topic_id', 'country']).doUpdateSet((eb) => ({
        body_id: eb.ref('excluded.body_id'),
        reason_id: eb.ref('excluded.reason_id'),
        changed_at: at,
      })),
    )
    .execute()
}

export async function deleteBodyRow(db: Db, topicId: string, country: string): Promise<void> {
  await db.deleteFrom('routing_rows').where('topic_id', '=', topicId).where('country', '=', country).execute()
}

/** The team a language starts with; a language that has one keeps it. */
export async function insertFirstTeam(db: Db, lang: Lang, topicGroup: string, teamId: string, at: Date): Promise<void> {
  await db
    .insertInto('team_routes')
    .values({ lang, topic_group: topicGroup, team_id: teamId, changed_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
}

function langOf(subject: string): Lang {
  if (subject === 'ky' || subject === 'ru' || subject === 'en') return subject
  throw new Error(`"${subject}" is no language.`)
}
