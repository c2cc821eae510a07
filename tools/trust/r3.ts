import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { openDurable } from '#src/platform/database/durable.ts'
import { pause, startWriter } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { makeImage, whyNoImage } from './support/image.ts'
import { checkLedger } from './support/ledger.ts'

/**
 * R3: the power goes while the embedded database writes; right after its first start, and with checkpoints behind it.
 * `isBroken` lets every flush say it worked and do nothing.
 */
export async function r3({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const target = '0 lost, 0 halves, every folder opens, indexes whole'
  const skipped = whyNoImage()
  if (skipped !== undefined) return { goal: 'R3', figure: 'not tried', target, pass: true, skipped }
  const sum = { acknowledged: 0, lost: 0, halves: 0, closed: 0, indexes: 0 }
  const cuts = isQuick ? 4 : 14
  for (let cut = 0; cut < cuts; cut++) {
    // Half of them young, within a second of the first "ready"; half after several checkpoints.
    const found = await cutOnce(
      cut % 2 === 0 ? { ms: 300 + 150 * cut } : { ms: 4000 + 500 * cut, every: 700 },
      isBroken,
    )
    for (const name of ['acknowledged', 'lost', 'halves', 'closed', 'indexes'] as const) sum[name] += found[name]
  }
  return {
    goal: 'R3',
    figure: `${sum.lost} of ${sum.acknowledged} lost in ${cuts} cuts, ${sum.halves} halves, ${sum.closed} folders that did not open, ${sum.indexes} indexes broken`,
    target,
    pass: sum.acknowledged > 0 && sum.lost + sum.halves + sum.closed + sum.indexes === 0,
  }
}

async function cutOnce(life: { ms: number; every?: number }, isBroken: boolean) {
  const image = makeImage(900)
  const writer = startWriter(
    ['embedded', join(image.folder, 'data'), ...(life.every === undefined ? [] : [String(life.every)])],
    ...(isBroken ? ['./tools/trust/support/no-flush.mjs'] : []),
  )
  try {
    await writer.ready
    await pause(life.ms)
    writer.process.kill('SIGSTOP')
    const after = image.cut()
    // What the pipe holds was acknowledged before the cut.
    writer.process.kill('SIGKILL')
    await writer.ended
    const found = await lookInto(join(after.folder, 'data'), writer.keys)
    after.remove()
    return { acknowledged: writer.keys.size, ...found }
  } finally {
    writer.process.kill('SIGKILL')
    await writer.ended
    image.remove()
  }
}

async function lookInto(dataDir: string, keys: ReadonlySet<string>) {
  if (!existsSync(join(dataDir, 'pg'))) return { lost: keys.size, halves: 0, closed: 1, indexes: 0 }
  try {
    const database = await openDurable(dataDir)
    const session = await database.openAdmin()
    const { lost, halves } = await checkLedger(session, keys)
    await database.close()
    return { lost, halves, closed: 0, indexes: await countBrokenIndexes(join(dataDir, 'pg')) }
  } catch {
    return { lost: keys.size, halves: 0, closed: 1, indexes: 0 }
  }
}

/** Every index against its table: each row must be found through each of them. */
async function countBrokenIndexes(folder: string): Promise<number> {
  const pglite = await PGlite.create({ dataDir: folder, extensions: { amcheck } })
  await pglite.exec('create extension if not exists amcheck')
  const { rows } = await pglite.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_am a on a.oid = c.relam
    join pg_index i on i.indexrelid = c.oid
    where c.relkind = 'i' and a.amname = 'btree' and i.indisvalid`)
  let broken = 0
  for (const { name } of rows) {
    const isWhole = await pglite.query(`select bt_index_check($1::regclass, true)`, [name]).then(
      () => true,
      () => false,
    )
    if (!isWhole) broken += 1
  }
  await pglite.close()
  return broken
}
