import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause } from './child.ts'
import { startPortalProcess } from './portal-process.ts'
import { freePort, startPostgres } from './postgres.ts'
import { countMissing, openPatiently, press } from './pressing.ts'
import { refuse, watchPauses } from './refused-flush.ts'
import { addressOf, isSameReceipt, type Form } from './sender.ts'

/** What people saw of a refused flush who were pressing the last button just then. */
export type PortalRound = {
  readonly forms: number
  readonly lost: number
  readonly doubled: number
  /** Forms whose receipt was another when it was asked for again, or none. */
  readonly changed: number
  /** Answers that were told "not yet sent, press again", and of those the ones without the typed words or the form's key. */
  readonly told: number
  readonly unkept: number
  /** Answers that are neither a receipt nor that. */
  readonly faults: number
  /** The longest time in which nobody got a receipt. */
  readonly stopMs: number
}

/** The real portal, on which eight people press at a time, and a disk that refuses the `when`th flush of a thread. */
export async function refusePortal(kind: 'embedded' | 'server', when: number): Promise<PortalRound> {
  await using running = new AsyncDisposableStack()
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r4-'))
  running.defer(() => rmSync(home, { recursive: true, force: true }))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const server = kind === 'server' ? await startPostgres(join(home, 'pg')) : undefined
  running.defer(() => server?.stop())
  const port = await freePort()
  const settings = { DATA_DIR: dataDir, DATABASE_URL: server?.url ?? '' }
  let portal = await startPortalProcess(port, settings)
  running.defer(() => portal.kill('SIGKILL'))
  const pressing = pressUntilTold(port)
  await Promise.race([pressing.begun, pause(60_000)])
  const pauses = watchPauses(pressing.receipts)
  const trace = await refuse(home, server?.processes() ?? [portal.process.pid ?? -1], when)
  const isRefused = await trace.refused()
  if (kind === 'embedded' && isRefused) {
    const isAlive = portal.process.exitCode === null && portal.process.signalCode === null
    if (isAlive) await Promise.race([once(portal.process, 'exit'), pause(5000)])
    await trace.release()
    // As tools/keep-running.mjs does it.
    await pause(1000)
    portal = await startPortalProcess(port, settings)
  } else await trace.release()
  await pause(3000)
  pressing.end()
  const forms = await pressing.ended
  const stopMs = pauses.longest()
  if (!isRefused) throw new Error(`No flush came to be refused: the portal, ${kind}, ${when}.`)
  let changed = 0
  for (const [place, form] of forms.entries()) {
    const { receipt } = await press(port, addressOf(place), form).catch(() => ({ receipt: undefined }))
    if (receipt === undefined || form.receipt === undefined || !isSameReceipt(form.receipt, receipt)) changed += 1
  }
  await portal.kill('SIGTERM')
  const numbers = forms.map(({ receipt }) => receipt?.number)
  const missing = await countMissing(dataDir, server?.url, numbers)
  return { ...missing, ...pressing.seen, forms: forms.length, changed, stopMs }
}

/** Eight people, each with one form after another, until `end`; each presses until the receipt has come. */
function pressUntilTold(port: number) {
  const forms: Form[] = []
  const seen = { told: 0, unkept: 0, faults: 0 }
  const begun = Promise.withResolvers<void>()
  const state = { isOver: false, receipts: 0 }
  const pressOnce = async (place: number, form: Form) => {
    const answer = await press(port, addressOf(place), form).catch(() => undefined)
    // A line that ends with the process says nothing, and so nothing wrong.
    if (answer === undefined || answer.receipt !== undefined) return answer?.receipt
    if (answer.status !== 503) seen.faults += 1
    else seen.told += 1
    if (answer.status === 503 && !keeps(answer.body, form)) seen.unkept += 1
    return undefined
  }
  const person = async () => {
    while (!state.isOver) {
      const place = forms.length
      const form: Form = { path: '', fields: {}, cookie: '', receipt: undefined }
      forms.push(form)
      const opened = await openPatiently(port, addressOf(place))
      forms[place] = opened
      for (let tried = 0; opened.receipt === undefined && tried < 600; tried++) {
        opened.receipt = await pressOnce(place, opened)
        if (opened.receipt === undefined) await pause(50)
      }
      if (opened.receipt !== undefined) state.receipts += 1
      if (state.receipts === 8) begun.resolve()
    }
  }
  const people = Array.from({ length: 8 }, person)
  const ended = (async () => {
    await Promise.all(people)
    return forms
  })()
  return {
    seen,
    begun: Promise.race([begun.promise, ended]),
    ended,
    receipts: () => state.receipts,
    end: () => void (state.isOver = true),
  }
}

/** The page holds every field of the form, to be sent again as it is. */
const keeps = (page: string, { fields }: Form): boolean =>
  page.includes('method="post"') &&
  Object.entries(fields).every(([name, value]) => page.includes(`name="${name}" value="${value}"`))
