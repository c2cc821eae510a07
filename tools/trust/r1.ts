import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, DatabaseConfig } from '#src/platform/database/open.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { pause } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { startPortalProcess, type PortalProcess } from './support/portal-process.ts'
import { findPostgres, freePort, startPostgres } from './support/postgres.ts'
import {
  addressOf,
  isSameReceipt,
  openForm,
  opensAppeal,
  sendForm,
  walkForm,
  type Form,
  type Receipt,
} from './support/sender.ts'

/**
 * R1: `kill -9` of the whole portal in the middle of a burst of reports, through all screens and from the danger page, on
 * both databases. A receipt counts from the moment its page has arrived whole. `isBroken` keeps the database's log in the
 * process for a while.
 */
export async function r1({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const plan = isQuick ? { kills: 5, numbers: 1000 } : { kills: 20, numbers: 10_000 }
  const results = [await burst('embedded', plan, isBroken)]
  // The switch breaks the embedded database; a server of its own is not touched by what happens in the portal.
  if (!isBroken && findPostgres() !== undefined) results.push(await burst('server', plan, false))
  const sum = (name: Exclude<keyof Burst, 'slowestStart'>) => results.reduce((all, one) => all + one[name], 0)
  const slowest = Math.max(...results.map(({ slowestStart }) => slowestStart))
  const wrong = sum('lost') + sum('changed') + sum('doubled') + sum('halves') + sum('unopened')
  // A short run on a busy machine is no measurement; what takes so long is wrong anywhere.
  const slowestAllowed = isQuick ? 15_000 : 3000
  return {
    goal: 'R1',
    figure: [
      `${sum('lost')} of ${sum('numbers')} receipts (${sum('walked')} through all screens, the rest from the danger page) lost in ${plan.kills * results.length} kills on ${results.length} databases`,
      `${sum('changed')} of ${sum('again')} changed when asked for again`,
      `${sum('unopened')} of ${sum('tried')} do not open their appeal`,
      `${sum('doubled')} doubled, ${sum('halves')} without audit entry, notice or its job, or call of the duty list`,
      `slowest start ${(slowest / 1000).toFixed(1)} s`,
    ].join('; '),
    target: `0 lost of at least ${plan.numbers * results.length}, each with receipt, audit entry and the job that tells somebody; ready in 3 s${isQuick ? ' (judged in the long run)' : ''}`,
    pass: wrong === 0 && sum('numbers') >= plan.numbers * results.length && slowest <= slowestAllowed,
  }
}

type Plan = { readonly kills: number; readonly numbers: number }
type Burst = Record<
  'numbers' | 'walked' | 'lost' | 'doubled' | 'halves' | 'changed' | 'again' | 'unopened' | 'tried' | 'slowestStart',
  number
>

async function burst(kind: 'embedded' | 'server', plan: Plan, isBroken: boolean): Promise<Burst> {
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r1-'))
  const dataDir = join(home, 'data')
  const server = kind === 'server' ? await startServerIn(home) : undefined
  const settings = { DATA_DIR: dataDir, DATABASE_URL: server?.url ?? '' }
  const port = await freePort()
  const forms: Form[] = []
  let [changed, again, slowestStart] = [0, 0, 0]
  const start = async () => {
    const portal = await startPortalProcess(
      port,
      settings,
      isBroken ? './tools/trust/support/hold-writes.mjs' : undefined,
    )
    if (isBroken) portal.process.kill('SIGUSR2')
    return portal
  }
  let portal: PortalProcess | undefined
  try {
    portal = await start()
    for (let kill = 0; kill < plan.kills; kill++) {
      const wanted = Math.ceil((plan.numbers * (kill + 1)) / plan.kills)
      const senders = sendUntil(port, forms, () => answered(forms).length < wanted)
      await senders.reached
      await pause(Math.floor((kill * 137) % 400))
      await portal.kill('SIGKILL')
      await senders.ended
      portal = await start()
      // The first start makes the database.
      slowestStart = Math.max(slowestStart, portal.readyAfter)
      const pressed = await pressAgain(port, forms)
      changed += pressed.changed
      again += pressed.again
    }
    const opened = await openSome(port, answered(forms))
    await portal.kill('SIGTERM')
    const found = await lookInto({ dataDir, databaseUrl: server?.url, databaseAdminUrl: undefined }, forms)
    const walked = answered(forms).filter(({ path }) => path !== '/ru/danger').length
    return { ...found, ...opened, numbers: answered(forms).length, walked, changed, again, slowestStart }
  } finally {
    await portal?.kill('SIGKILL')
    await server?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function startServerIn(home: string) {
  chmodSync(home, 0o755)
  return startPostgres(join(home, 'pg'))
}

type Answered = Form & { readonly receipt: Receipt }
const answered = (forms: readonly Form[]): Answered[] =>
  forms.filter((form): form is Answered => form.receipt !== undefined)

/** Eight people at a time, until the portal is gone. One in ten takes the long way, through all screens. */
function sendUntil(port: number, forms: Form[], isWanted: () => boolean) {
  const reached = Promise.withResolvers<void>()
  let people = forms.length
  const person = async () => {
    for (;;) {
      if (!isWanted()) reached.resolve()
      const place = people++
      const from = addressOf(place)
      try {
        const form = await (place % 10 === 0 ? walkForm(port, from) : openForm(port, from))
        forms.push(form)
        form.receipt = await sendForm(port, from, form)
      } catch {
        return // killed
      }
    }
  }
  const ended = Promise.all(Array.from({ length: 8 }, person))
  return { reached: Promise.race([reached.promise, ended]), ended }
}

/** Who got no answer presses again; of those who did, the last and some from before look once more at their receipt. */
async function pressAgain(port: number, forms: readonly Form[]) {
  const unanswered = forms.filter(({ receipt }) => receipt === undefined)
  const given = answered(forms)
  const looking = new Set([...given.slice(-20), ...given.filter((_, n) => n % Math.ceil(given.length / 20) === 0)])
  let [changed, again] = [0, 0]
  for (const [n, form] of [...unanswered, ...looking].entries()) {
    const before = form.receipt
    const now = await sendPatiently(port, addressOf(n), form)
    form.receipt = before ?? now
    if (before === undefined) continue
    again += 1
    if (!isSameReceipt(before, now)) changed += 1
  }
  return { changed, again }
}

async function sendPatiently(port: number, from: string, form: Form): Promise<Receipt | undefined> {
  for (let tried = 0; tried < 50; tried++) {
    // An answer that is no receipt is as good as none: it is counted as changed, and does not end the run.
    const receipt = await sendForm(port, from, form).catch(() => undefined)
    if (receipt !== undefined) return receipt
    await pause(100)
  }
  return undefined
}

const SAMPLE = 20

/** A sample spread over all kills opens its appeals, by words and by digits. */
async function openSome(port: number, forms: readonly Answered[]) {
  const step = Math.max(1, Math.floor(forms.length / SAMPLE))
  const sample = forms.filter((_, n) => n % step === 0)
  let unopened = 0
  for (const [n, { receipt }] of sample.entries()) {
    const secret = n % 2 === 0 ? receipt.words.split(' ').slice(0, 4).join(' ') : receipt.digits
    if (!(await opensAppeal(port, addressOf(n), receipt.number, secret))) unopened += 1
  }
  return { unopened, tried: sample.length }
}

async function lookInto(config: DatabaseConfig, forms: readonly Form[]) {
  let database: Database
  try {
    database = await openDatabase(config)
  } catch (error) {
    console.error(String(error))
    return { lost: answered(forms).length, doubled: 0, halves: 0 }
  }
  const found = await compare(database, forms)
  await database.close()
  return found
}

async function compare(database: Database, forms: readonly Form[]) {
  const session = await database.openAdmin()
  // Who asks through the screens leaves an address and is written to; a call for help wakes the people on duty instead.
  const rows = await session.rows<{
    number: string
    isCall: boolean
    entries: number
    notices: number
    jobs: number
    calls: number
  }>(`
    select a.number, a.channel = 'danger' as "isCall",
      (select count(*)::int from audit_entries e where e.what = 'appeal.opened' and e.on_kind = 'appeal' and e.on_id = a.id::text) as entries,
      count(n.id)::int as notices, count(j.id)::int as jobs,
      (select count(*)::int from pgboss.job c where c.name = 'desk.callDuty' and c.data -> 'payload' ->> 'appealId' = a.id::text) as calls
    from appeals a
    left join notices n on n.appeal_id = a.id and n.template = 'received'
    left join (select id, data -> 'payload' ->> 'id' as notice_id from pgboss.job where name = 'notices.send') j
      on j.notice_id = n.id::text
    group by a.id`)
  await session.close()
  const there = new Set(rows.map(({ number }) => number))
  const given = answered(forms).map(({ receipt }) => receipt.number)
  return {
    lost: given.filter((number) => !there.has(number)).length,
    // One appeal for each form, and no more.
    doubled: rows.length - new Set(given).size,
    halves: rows.filter(
      ({ isCall, entries, notices, jobs, calls }) =>
        entries !== 1 || (isCall ? calls !== 1 || notices > 0 : notices !== 1 || jobs !== 1),
    ).length,
  }
}
