import { langs } from '#src/kernel/lang.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { listTeams } from '#src/modules/staff/index.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { ANY, firstTeamFor } from './rules.ts'
import { deleteBodyRow, insertChange, insertFirstTeam, listBodyRows, putCatalogueRows } from './store.ts'

/** Brings the rows that nobody changed in step with the catalogue, and gives every language a team. Harmless when it runs again. */
export async function seedRouting({ db, clock }: Pick<AppDeps, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  await inTransaction(db, async (db) => {
    await followCatalogue(db, at)
    const teams = await listTeams(db)
    for (const lang of langs) await insertFirstTeam(db, lang, ANY, firstTeamFor(lang, teams), at)
  })
}

async function followCatalogue(db: Db, at: Date) {
  const keyOf = (row: { topicId: string; country: string }) => `${row.topicId} ${row.country}`
  const kept = new Map((await listBodyRows(db)).map((row) => [keyOf(row), row]))
  const isFirst = kept.size === 0
  const wanted = catalogue().routingRows.map(({ topic, country, body, reason }) => ({
    topicId: topic,
    country,
    bodyId: body,
    reasonId: reason,
  }))
  const fresh = wanted.filter((row) => {
    const now = kept.get(keyOf(row))
    return !now || (now.changedBy === null && (now.bodyId !== row.bodyId || now.reasonId !== row.reasonId))
  })
  const named = new Set(wanted.map(keyOf))
  const gone = [...kept.values()].filter((row) => row.changedBy === null && !named.has(keyOf(row)))

  await putCatalogueRows(db, fresh, at)
  for (const { topicId, country } of gone) await deleteBodyRow(db, topicId, country)
  if (isFirst) return
  const changes = [...fresh, ...gone.map((row) => ({ ...row, bodyId: null }))]
  for (const { topicId, country, bodyId } of changes) {
    const before = kept.get(keyOf({ topicId, country }))?.bodyId ?? null
    if (before === bodyId) continue
    const place = { kind: 'body', subject: topicId, scope: country } as const
    await insertChange(db, { ...place, before, after: bodyId, words: null, staffId: null, at })
  }
}
