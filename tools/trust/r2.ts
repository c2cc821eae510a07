import { join } from 'node:path'
import { openServer } from '#src/platform/database/server.ts'
import { pause, startWriter } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { makeImage, whyNoImage } from './support/image.ts'
import { checkLedger, type Told } from './support/ledger.ts'
import { findPostgres, startPostgres } from './support/postgres.ts'

/** R2: the power goes while a PostgreSQL server writes. `isBroken` lets the server do without flushing (fsync=off). */
export async function r2({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const target = '0 lost, 0 halves, audit log whole against the checkpoints told before the cut'
  const skipped = whyNoImage() ?? (findPostgres() === undefined ? 'no PostgreSQL programs here' : undefined)
  if (skipped !== undefined) return { goal: 'R2', figure: 'not tried', target, pass: true, skipped }
  const sum = { acknowledged: 0, lost: 0, halves: 0, closed: 0, notes: 0, unsound: 0 }
  const cuts = isQuick ? 3 : 10
  for (let cut = 0; cut < cuts; cut++) {
    const found = await cutOnce(1500 + 700 * cut, isBroken ? ['fsync=off'] : [])
    for (const name of ['acknowledged', 'lost', 'halves', 'closed', 'notes', 'unsound'] as const)
      sum[name] += found[name]
  }
  return {
    goal: 'R2',
    figure: `${sum.lost} of ${sum.acknowledged} lost in ${cuts} cuts, ${sum.halves} halves, ${sum.closed} servers that did not start, ${sum.unsound} faults in the audit log against ${sum.notes} checkpoints`,
    target,
    pass: sum.acknowledged > 0 && sum.notes > 0 && sum.lost + sum.halves + sum.closed + sum.unsound === 0,
  }
}

async function cutOnce(ms: number, settings: readonly string[]) {
  const image = makeImage(700)
  try {
    const server = await startPostgres(join(image.folder, 'pg'), settings)
    const writer = startWriter(['server', server.url])
    try {
      await writer.ready
      await pause(ms)
      server.signalAll('SIGSTOP')
      const after = image.cut()
      writer.process.kill('SIGKILL')
      // A new server on the copy must not find the old one's process alive.
      server.signalAll('SIGKILL')
      await writer.ended
      const found = await lookInto(join(after.folder, 'pg'), writer)
      after.remove()
      return { acknowledged: writer.keys.size, notes: writer.notes.length, ...found }
    } finally {
      writer.process.kill('SIGKILL')
      server.signalAll('SIGKILL')
      await writer.ended
      await pause(200)
    }
  } finally {
    image.remove()
  }
}

async function lookInto(folder: string, told: Told) {
  try {
    const server = await startPostgres(folder)
    const database = await openServer({ url: server.url, adminUrl: undefined })
    const { lost, halves, unsound } = await checkLedger(database, told)
    await database.close()
    await server.stop()
    return { lost, halves, unsound, closed: 0 }
  } catch {
    return { lost: told.keys.size, halves: 0, unsound: 0, closed: 1 }
  }
}
