import { join } from 'node:path'
import { openServerSession } from '#src/platform/database/server.ts'
import { pause, startWriter } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { makeImage, whyNoImage } from './support/image.ts'
import { checkLedger } from './support/ledger.ts'
import { findPostgres, startPostgres } from './support/postgres.ts'

/** R2: the power goes while a PostgreSQL server writes. `isBroken` lets the server do without flushing (fsync=off). */
export async function r2({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const target = '0 lost, 0 halves'
  const skipped = whyNoImage() ?? (findPostgres() === undefined ? 'no PostgreSQL programs here' : undefined)
  if (skipped !== undefined) return { goal: 'R2', figure: 'not tried', target, pass: true, skipped }
  const sum = { acknowledged: 0, lost: 0, halves: 0, closed: 0 }
  const cuts = isQuick ? 3 : 10
  for (let cut = 0; cut < cuts; cut++) {
    const found = await cutOnce(1500 + 700 * cut, isBroken ? ['fsync=off'] : [])
    for (const name of ['acknowledged', 'lost', 'halves', 'closed'] as const) sum[name] += found[name]
  }
  return {
    goal: 'R2',
    figure: `${sum.lost} of ${sum.acknowledged} lost in ${cuts} cuts, ${sum.halves} halves, ${sum.closed} servers that did not start`,
    target,
    pass: sum.acknowledged > 0 && sum.lost + sum.halves + sum.closed === 0,
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
      const found = await lookInto(join(after.folder, 'pg'), writer.keys)
      after.remove()
      return { acknowledged: writer.keys.size, ...found }
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

async function lookInto(folder: string, keys: ReadonlySet<string>) {
  try {
    const server = await startPostgres(folder)
    const session = await openServerSession(server.url)
    const { lost, halves } = await checkLedger(session, keys)
    await session.close()
    await server.stop()
    return { lost, halves, closed: 0 }
  } catch {
    return { lost: keys.size, halves: 0, closed: 1 }
  }
}
