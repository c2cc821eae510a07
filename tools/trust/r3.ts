import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { openDurable } from '#src/platform/database/durable.ts'
import { pause, startWriter } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { makeImage, whyNoImage } from './support/image.ts'
import { checkLedger, type Told } from './support/ledger.ts'

/**
 * R3: the power goes while the embedded database writes; right after its first start, and with checkpoints behind it.
 * `isBroken` lets every flush say it worked and do nothing.
 */
export async function r3({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const target =
    '0 lost, 0 halves, every folder opens, indexes whole, audit log whole against the checkpoints told before the cut'
  const skipped = whyNoImage()
  if (skipped !== undefined) return { goal: 'R3', figure: 'not tried', target, pass: true, skipped }
  const sum = { acknowledged: 0, lost: 0, halves: 0, closed: 0, indexes: 0, notes: 0, unsound: 0 }
  const cuts = isQuick ? 4 : 14
  for (let cut = 0; cut < cuts; cut++) {
    // Half of them young, within a second of the first "ready"; half after several checkpoints.
    const found = await cutOnce(
      cut % 2 === 0 ? { ms: 300 + 150 * cut } : { ms: 4000 + 500 * cut, every: 700 },
      isBroken,
    )
    for (const name of ['acknowledged', 'lost', 'halves', 'closed', 'indexes', 'notes', 'unsound'] as const)
      sum[name] += found[name]
  }
  return {
    goal: 'R3',
    figure: `${sum.lost} of ${sum.acknowledged} lost in ${cuts} cuts, ${sum.halves} halves, ${sum.closed} folders that did not open, ${sum.indexes} indexes broken, ${sum.unsound} faults in the audit log against ${sum.notes} checkpoints`,
    target,
    pass: sum.acknowledged > 0 && sum.notes > 0 && sum.lost + sum.halves + sum.closed + sum.indexes + sum.unsound === 0,
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
    const found = await lookInto(join(after.folder, 'data'), writer)
    after.remove()
    return { acknowledged: writer.keys.size, notes: writer.notes.length, ...found }
  } finally {
    writer.process.kill('SIGKILL')
    await writer.ended
    image.remove()
  }
}

async function lookInto(dataDir: string, told: Told) {
  const closed = { lost: told.keys.size, halves: 0, closed: 1, indexes: 0, unsound: 0 }
  if (!existsSync(join(dataDir, 'pg'))) return closed
  try {
    const database = await openDurable(dataDir)
    const { lost, halves, unsound } = await checkLedger(database, told)
    await database.close()
    return { lost, halves, unsound, closed: 0, indexes: await countBrokenIndexes(join(dataDir, 'pg')) }
  } catch {
    return closed
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
