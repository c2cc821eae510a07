import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#src/platform/database/open.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { pause } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { startPortalProcess } from './support/portal-process.ts'
import { findPostgres, freePort, startPostgres } from './support/postgres.ts'
import { addressOf, openForm, sendForm, type Form } from './support/sender.ts'

/**
 * R1: `kill -9` of the whole portal in the middle of a burst of danger reports, on both databases. A number counts from
 * the moment its receipt page has arrived whole. `isBroken` keeps the database's log in the process for a while.
 */
export async function r1({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const plan = isQuick ? { kills: 5, numbers: 1000 } : { kills: 20, numbers: 10_000 }
  const results = [await burst('embedded', plan, isBroken)]
  // The switch breaks the embedded database; a server of its own is not touched by what happens in the portal.
  if (!isBroken && findPostgres() !== undefined) results.push(await burst('server', plan, false))
  const sum = (name: 'numbers' | 'lost' | 'changed' | 'doubled' | 'halves') =>
    results.reduce((all, one) => all + one[name], 0)
  const slowest = Math.max(...results.map(({ slowestStart }) => slowestStart))
  return {
    goal: 'R1',
    figure: `${sum('lost')} of ${sum('numbers')} numbers lost in ${plan.kills * results.length} kills on ${results.length} databases, ${sum('changed')} receipts changed, ${sum('doubled')} doubled, ${sum('halves')} without audit entry or notice, slowest start ${(slowest / 1000).toFixed(1)} s`,
    target: `0 lost of at least ${plan.numbers * results.length}, each with receipt, notice and audit entry; ready in 3 s`,
    pass:
      sum('lost') + sum('changed') + sum('doubled') + sum('halves') === 0 &&
      sum('numbers') >= plan.numbers * results.length &&
      slowest <= 3000,
  }
}

type Plan = { readonly kills: number; readonly numbers: number }

async function burst(kind: 'embedded' | 'server', plan: Plan, isBroken: boolean) {
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r1-'))
  const dataDir = join(home, 'data')
  const server = kind === 'server' ? await startServerIn(home) : undefined
  const settings = { DATA_DIR: dataDir, DATABASE_URL: server?.url ?? '' }
  const port = await freePort()
  const forms: Form[] = []
  let changed = 0
  let slowestStart = 0
  const start = async () => {
    const portal = await startPortalProcess(
      port,
      settings,
      isBroken ? './tools/trust/support/hold-writes.mjs' : undefined,
    )
    if (isBroken) portal.process.kill('SIGUSR2')
    return portal
  }
  try {
    let portal = await start()
    for (let kill = 0; kill < plan.kills; kill++) {
      const wanted = Math.ceil((plan.numbers * (kill + 1)) / plan.kills)
      const senders = sendUntil(port, forms, () => countNumbers(forms) < wanted)
      await senders.reached
      await pause(Math.floor((kill * 137) % 400))
      await portal.kill('SIGKILL')
      await senders.ended
      portal = await start()
      // The first start makes the database.
      slowestStart = Math.max(slowestStart, portal.readyAfter)
      changed += await pressAgain(port, forms)
    }
    await portal.kill('SIGTERM')
    const database = await openDatabase({ dataDir, databaseUrl: server?.url, databaseAdminUrl: undefined })
    const found = await compare(database, forms)
    await database.close()
    return { ...found, numbers: countNumbers(forms), changed, slowestStart }
  } finally {
    await server?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function startServerIn(home: string) {
  chmodSync(home, 0o755)
  return startPostgres(join(home, 'pg'))
}

const countNumbers = (forms: readonly Form[]) => forms.filter(({ number }) => number !== undefined).length

/** Eight people at a time, until the portal is gone. */
function sendUntil(port: number, forms: Form[], isWanted: () => boolean) {
  const reached = Promise.withResolvers<void>()
  const person = async () => {
    for (;;) {
      if (!isWanted()) reached.resolve()
      const from = addressOf(forms.length)
      try {
        const form = await openForm(port, from)
        forms.push(form)
        form.number = await sendForm(port, from, form)
      } catch {
        return // killed
      }
    }
  }
  const ended = Promise.all(Array.from({ length: 8 }, person))
  return { reached: Promise.race([reached.promise, ended]), ended }
}

/** Who got no answer presses again; of those who did, the last twenty look once more. Gives how many saw another number. */
async function pressAgain(port: number, forms: readonly Form[]): Promise<number> {
  let changed = 0
  const unanswered = forms.filter(({ number }) => number === undefined)
  const answered = forms.filter(({ number }) => number !== undefined).slice(-20)
  for (const [n, form] of [...unanswered, ...answered].entries()) {
    const before = form.number
    for (let tried = 0; tried < 50; tried++) {
      form.number = await sendForm(port, addressOf(n), form)
      if (form.number !== undefined) break
      await pause(100)
    }
    if (before !== undefined && form.number !== before) changed += 1
  }
  return changed
}

async function compare(database: Database, forms: readonly Form[]) {
  const session = await database.openAdmin()
  const rows = await session.rows<{ number: string; entries: number; notices: number }>(`
    select a.number,
      (select count(*)::int from audit_entries e where e.what = 'appeal.opened' and e.on_kind = 'appeal' and e.on_id = a.id::text) as entries,
      (select count(*)::int from notices n where n.appeal_id = a.id and n.template = 'received') as notices
    from appeals a`)
  await session.close()
  const there = new Set(rows.map(({ number }) => number))
  const given = forms.flatMap(({ number }) => (number === undefined ? [] : [number]))
  return {
    lost: given.filter((number) => !there.has(number)).length,
    // One appeal for each form, and no more.
    doubled: rows.length - new Set(given).size,
    halves: rows.filter(({ entries, notices }) => entries !== 1 || notices !== 1).length,
  }
}
