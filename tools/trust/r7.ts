import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '#test/support/clock.ts'
import { pause } from './support/child.ts'
import { startCuttingProxy, type CuttingCounts, type Fate } from './support/cutting-proxy.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { startPortalProcess } from './support/portal-process.ts'
import { findPostgres, freePort, startPostgres } from './support/postgres.ts'
import { countMissing, openPatiently, press } from './support/pressing.ts'
import { addressOf, isSameReceipt, type Form, type Receipt } from './support/sender.ts'

const CUTS = 500
const SILENT = 100

/**
 * R7: the line breaks, between the person and the portal and between the portal and its database: at any byte, and
 * between "committed" and the answer; replies come in another order than they were given. Who presses again with the same
 * form finds one appeal and one number. `isBroken`: the key that travels in the form is not understood when it comes back.
 */
export async function r7({
  isBroken = false,
  isQuick = false,
  seed = 'R7',
}: GoalOptions & { seed?: string } = {}): Promise<GoalResult> {
  const forms = isQuick ? 30 : 350
  const random = seededRandom(seed)
  const dice = (limit: number) => Buffer.from(random.bytes(4)).readUInt32BE() % limit
  const preload = isBroken ? './tools/trust/support/no-form-key.mjs' : undefined
  const results = [await betweenPersonAndPortal(forms, dice, preload)]
  // Broken, it shows on the first line.
  const hasServer = findPostgres() !== undefined
  if (hasServer && !isBroken) results.push(await betweenPortalAndDatabase(forms, dice, preload))
  const sum = (name: keyof Outcome) => results.reduce((all, one) => all + one[name], 0)
  const wrong = sum('lost') + sum('doubled') + sum('changed') + sum('faults')
  const isEnough = sum('cuts') >= CUTS && sum('silent') >= SILENT && sum('overtaken') > 0
  const pass = wrong === 0 && sum('cuts') > 0 && (isQuick || isBroken || isEnough)
  return {
    goal: 'R7',
    figure: `${sum('lost')} of ${sum('forms')} forms lost, ${sum('doubled')} doubled, ${sum('changed')} receipts changed, ${sum('faults')} answers of 500 in ${sum('cuts')} cuts, ${sum('silent')} of them between commit and answer, ${sum('overtaken')} replies overtaken by a later one${results.length > 1 ? '' : ' (only between person and portal)'}`,
    target: `each form exactly one appeal, the same receipt again in 100 %${isQuick ? ' (how many cuts is judged in the long run)' : `, in at least ${CUTS} cuts, ${SILENT} of them between commit and answer`}`,
    pass,
    ...(pass && !hasServer
      ? { skipped: 'no PostgreSQL programs here, so only the line between person and portal was tried, and held' }
      : {}),
  }
}

type Outcome = CuttingCounts & Record<'forms' | 'lost' | 'doubled' | 'changed' | 'faults', number>
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
  const fate = (): Fate => {
    const die = dice(10)
    if (die < 3) return { cutUpAt: dice(900) }
    if (die < 5) return { cutDownAt: dice(9_000), delayMs: dice(20) }
    if (die > 7) return { isOvertaken: die === 8 }
    return { cutDownAt: 0, ...(die === 7 ? { hangMs: 30 } : {}) }
  }
  const proxy = await startCuttingProxy(port, { fate })
  running.defer(() => proxy.close())
  const sent = await sendAll({ door: proxy.port, directly: port, count })
  await portal.kill('SIGTERM')
  return { ...sent, ...(await countMissing(dataDir, undefined, sent.numbers)), forms: count, ...proxy.counts }
}

async function betweenPortalAndDatabase(count: number, dice: Dice, preload: string | undefined): Promise<Outcome> {
  await using running = new AsyncDisposableStack()
  const home = makeHome(running)
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const postgres = await startPostgres(join(home, 'pg'))
  running.defer(() => postgres.stop())
  let isArmed = false
  const proxy = await startCuttingProxy(Number(new URL(postgres.url).port), {
    fate() {
      if (!isArmed) return {}
      const die = dice(9)
      if (die < 3) return { cutUpAt: 200 + dice(20_000) }
      return die < 5 ? { cutDownAt: 200 + dice(20_000) } : { isOvertaken: die < 7 }
    },
    listen: (piece) => isArmed && /commit/i.test(piece.toString('latin1')) && dice(4) === 0,
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
  return { ...sent, ...(await countMissing(dataDir, postgres.url, sent.numbers)), forms: count, ...proxy.counts }
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
