import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#src/platform/database/open.ts'
import { seededRandom } from '#test/support/clock.ts'
import { pause } from './support/child.ts'
import { startCuttingProxy, type Fate } from './support/cutting-proxy.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { startPortalProcess } from './support/portal-process.ts'
import { findPostgres, freePort, startPostgres } from './support/postgres.ts'
import { addressOf, isSameReceipt, openForm, receiptIn, type Form, type Receipt } from './support/sender.ts'

/**
 * R7: the line breaks, between the person and the portal and between the portal and its database: at any byte, and
 * between "committed" and the answer. Who presses again with the same form finds one appeal and one number.
 * `isBroken`: the key that travels in the form is not understood when it comes back.
 */
export async function r7({
  isBroken = false,
  isQuick = false,
  seed = 'R7',
}: GoalOptions & { seed?: string } = {}): Promise<GoalResult> {
  const forms = isQuick ? 30 : 250
  const random = seededRandom(seed)
  const dice = (limit: number) => Buffer.from(random.bytes(4)).readUInt32BE() % limit
  const preload = isBroken ? './tools/trust/support/no-form-key.mjs' : undefined
  const results = [await betweenPersonAndPortal(forms, dice, preload)]
  // Broken, it shows on the first line.
  const hasServer = !isBroken && findPostgres() !== undefined
  if (hasServer) results.push(await betweenPortalAndDatabase(forms, dice, preload))
  const sum = (name: keyof Outcome) => results.reduce((all, one) => all + one[name], 0)
  const wrong = sum('lost') + sum('doubled') + sum('changed') + sum('faults')
  return {
    goal: 'R7',
    figure: `${sum('lost')} of ${sum('forms')} forms lost, ${sum('doubled')} doubled, ${sum('changed')} receipts changed, ${sum('faults')} answers of 500 in ${sum('cuts')} cuts, ${sum('silent')} of them between commit and answer${hasServer ? '' : ' (only between person and portal)'}`,
    target: 'each form exactly one appeal, the same receipt again in 100 %',
    pass: wrong === 0 && sum('cuts') > 0,
  }
}

type Outcome = Record<'forms' | 'lost' | 'doubled' | 'changed' | 'faults' | 'cuts' | 'silent', number>
type Dice = (limit: number) => number

/** A folder that goes when everything has been stopped that was started in it. */
function makeHome(running: AsyncDisposableStack): string {
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r7-'))
  running.defer(() => rmSync(home, { recursive: true, force: true }))
  return home
}

async function betweenPersonAndPortal(count: number, dice: Dice, preload: string | undefined): Promise<Outcome> {
  await using running = new AsyncDisposableStack()
  const dataDir = join(makeHome(running), 'data')
  const port = await freePort()
  const portal = await startPortalProcess(port, { DATA_DIR: dataDir, DATABASE_URL: '' }, preload)
  running.defer(() => portal.kill('SIGKILL'))
  let silent = 0
  const fate = (): Fate => {
    const die = dice(10)
    if (die < 3) return { cutUpAt: dice(900) }
    if (die < 5) return { cutDownAt: dice(9_000), delayMs: dice(20) }
    if (die > 7) return {}
    silent += 1
    return { cutDownAt: 0, ...(die === 7 ? { hangMs: 30 } : {}) }
  }
  const proxy = await startCuttingProxy(port, { fate })
  running.defer(() => proxy.close())
  const sent = await sendAll({ door: proxy.port, directly: port, count })
  await portal.kill('SIGTERM')
  return { ...sent, ...(await compare(dataDir, undefined, sent.numbers)), forms: count, cuts: proxy.cuts(), silent }
}

async function betweenPortalAndDatabase(count: number, dice: Dice, preload: string | undefined): Promise<Outcome> {
  await using running = new AsyncDisposableStack()
  const home = makeHome(running)
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const postgres = await startPostgres(join(home, 'pg'))
  running.defer(() => postgres.stop())
  let [isArmed, silent] = [false, 0]
  const proxy = await startCuttingProxy(Number(new URL(postgres.url).port), {
    fate: () =>
      isArmed && dice(3) === 0
        ? { cutUpAt: 200 + dice(20_000) }
        : isArmed && dice(3) === 0
          ? { cutDownAt: 200 + dice(20_000) }
          : {},
    listen(piece) {
      const isLost = isArmed && /commit/i.test(piece.toString('latin1')) && dice(4) === 0
      if (isLost) silent += 1
      return isLost
    },
  })
  running.defer(() => proxy.close())
  const url = new URL(postgres.url)
  url.port = String(proxy.port)
  const port = await freePort()
  let said = ''
  const settings = { DATA_DIR: dataDir, DATABASE_URL: url.href }
  const portal = await startPortalProcess(port, settings, preload, (piece) => (said += piece))
  running.defer(() => portal.kill('SIGKILL'))
  // A start that meets a broken line ends, and that is right: only what it had promised must be there.
  await untilIs(() => said.includes('supervisor@'), 'The portal did not name its accounts within a minute.')
  isArmed = true
  const sent = await sendAll({ door: port, directly: port, count, calmDown: () => (isArmed = false) })
  await portal.kill('SIGTERM')
  return { ...sent, ...(await compare(dataDir, postgres.url, sent.numbers)), forms: count, cuts: proxy.cuts(), silent }
}

async function untilIs(fact: () => boolean, otherwise: string): Promise<void> {
  for (let tried = 0; !fact(); tried++) {
    if (tried === 3000) throw new Error(otherwise)
    await pause(20)
  }
}

type Sending = {
  readonly door: number
  readonly directly: number
  readonly count: number
  readonly calmDown?: () => void
}

/** Four people at a time, each pressing until a whole receipt has come; at the end each asks once more on a whole line. */
async function sendAll({ door, directly, count, calmDown }: Sending) {
  const forms: Form[] = []
  let faults = 0
  const pressUntilAnswered = async (to: number, place: number, form: Form): Promise<Receipt | undefined> => {
    for (let tried = 0; tried < 60; tried++) {
      const broken = { status: 0, receipt: undefined }
      const { status, receipt } = await press(to, addressOf(place), form).catch(() => broken)
      if (status >= 500 && status !== 503) faults += 1
      if (receipt !== undefined) return receipt
      await pause(status === 503 ? 60 : 10)
    }
    return undefined
  }
  const person = async () => {
    while (forms.length < count) {
      const place = forms.length
      forms.push({ path: '', fields: {}, cookie: '', receipt: undefined })
      const opened = await openPatiently(directly, addressOf(place))
      forms[place] = { ...opened, receipt: await pressUntilAnswered(door, place, opened) }
    }
  }
  await Promise.all([person(), person(), person(), person()])
  calmDown?.()
  let changed = 0
  for (const [place, form] of forms.entries()) {
    const again = await pressUntilAnswered(directly, place, form)
    if (again === undefined || (form.receipt !== undefined && !isSameReceipt(form.receipt, again))) changed += 1
  }
  return { numbers: forms.map(({ receipt }) => receipt?.number), changed, faults }
}

async function openPatiently(port: number, from: string): Promise<Form> {
  for (let tried = 0; ; tried++) {
    try {
      return await openForm(port, from)
    } catch (error) {
      if (tried > 60) throw error
      await pause(60)
    }
  }
}

async function press(port: number, localAddress: string, form: Form) {
  const body = new URLSearchParams(form.fields).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    'content-length': Buffer.byteLength(body),
  }
  // A line of its own for each try: what befalls it is its fate alone.
  const asked = request({
    host: '127.0.0.1',
    port,
    path: form.path,
    method: 'POST',
    headers,
    localAddress,
    agent: false,
    timeout: 15_000,
  })
  asked.on('timeout', () => asked.destroy(new Error('silent')))
  asked.end(body)
  const [answer] = await once(asked, 'response')
  return { status: Number(answer.statusCode), receipt: receiptIn(await text(answer)) }
}

async function compare(dataDir: string, databaseUrl: string | undefined, numbers: readonly (string | undefined)[]) {
  const database = await openDatabase({ dataDir, databaseUrl, databaseAdminUrl: undefined })
  try {
    const rows = await database.db.selectFrom('appeals').select('number').execute()
    const there = new Set(rows.map(({ number }) => number))
    const lost = numbers.filter((number) => number === undefined || !there.has(number)).length
    return { lost, doubled: Math.max(0, rows.length - numbers.length) }
  } finally {
    await database.close()
  }
}
