import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDurable } from '#src/platform/database/durable.ts'
import { openServer } from '#src/platform/database/server.ts'
import { pause, startWriter } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { checkLedger, type LedgerFindings } from './support/ledger.ts'
import { findPostgres, startPostgres } from './support/postgres.ts'
import { refuse, watchPauses } from './support/refused-flush.ts'
import { refusePortal, type PortalRound } from './support/refused-portal.ts'

type Round = LedgerFindings & {
  readonly acknowledged: number
  readonly stopMs: number
  /** Keys that were acknowledged after the process knew of the refusal. */
  readonly confirmed: number
  /** Went on as if nothing had happened: the embedded database did not end, or nobody waiting for the server was told. */
  readonly isUnheeded: boolean
}

/**
 * R4: the disk refuses a flush (EIO), on both databases. The server must stop for a moment and go on; the embedded
 * database must end, and confirm nothing after the refusal; whoever was pressing at the portal is told to press again, with
 * their words before them, and does so with the same form. `isBroken` takes a refusal for a success.
 */
export async function r4({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const hasServer = findPostgres() !== undefined
  const target = `0 lost, 0 doubled, audit log whole, nothing confirmed by a refused flush; "not yet sent, press again" with what was typed, never a 500, and the same form gives its receipt; stop of at most 5 s${isQuick ? ' (judged in the long run)' : ''}${hasServer ? '' : ' (embedded database only: no PostgreSQL programs here)'}`
  const skipped = whyNoTrace()
  if (skipped !== undefined) return { goal: 'R4', figure: 'not tried', target, pass: true, skipped }
  const rounds: Round[] = []
  for (let n = 0; n < (isQuick ? 2 : 5); n++) {
    rounds.push(await refuseEmbedded(150 + 40 * n, isBroken))
    if (!isBroken && hasServer) rounds.push(await refuseServer(100 + 70 * n))
  }
  const pressed: PortalRound[] = []
  // The switch breaks the writer's database only.
  const refusals = isBroken ? 0 : isQuick ? 1 : 3
  for (let n = 0; n < refusals; n++) {
    pressed.push(await refusePortal('embedded', 20 + 10 * n))
    if (hasServer) pressed.push(await refusePortal('server', 20 + 10 * n))
  }
  // A short run on a busy machine is no measurement; what takes so long is wrong anywhere.
  return judge(rounds, pressed, { target, stopMs: isQuick ? 30_000 : 5000 })
}

function judge(
  rounds: readonly Round[],
  pressed: readonly PortalRound[],
  allowed: { readonly target: string; readonly stopMs: number },
): GoalResult {
  const sum = (name: 'acknowledged' | 'lost' | 'halves' | 'confirmed' | 'unsound') =>
    rounds.reduce((all, one) => all + one[name], 0)
  const sumOf = (name: Exclude<keyof PortalRound, 'stopMs'>) => pressed.reduce((all, one) => all + one[name], 0)
  const longest = (of: readonly { readonly stopMs: number }[]) => Math.max(0, ...of.map(({ stopMs }) => stopMs))
  const [stop, away] = [longest(rounds), longest(pressed)]
  const unheeded = rounds.filter(({ isUnheeded }) => isUnheeded).length
  const wrong =
    sum('lost') +
    sum('halves') +
    sum('unsound') +
    sum('confirmed') +
    unheeded +
    sumOf('lost') +
    sumOf('doubled') +
    sumOf('changed') +
    sumOf('faults') +
    sumOf('unkept')
  const shown = pressed.length === 0 || sumOf('told') > 0
  return {
    goal: 'R4',
    figure: [
      `${sum('lost')} of ${sum('acknowledged')} lost, ${sum('halves')} halves, ${sum('unsound')} faults in the audit log, ${sum('confirmed')} confirmed after a refusal, ${unheeded} of ${rounds.length} refusals unheeded`,
      `at the portal (${pressed.length} refusals) ${sumOf('told')} were told to press again, ${sumOf('unkept')} without their words, ${sumOf('faults')} saw a fault; of ${sumOf('forms')} forms ${sumOf('lost')} lost, ${sumOf('doubled')} doubled, ${sumOf('changed')} receipts changed`,
      `longest stop ${(stop / 1000).toFixed(1)} s of the database, ${(away / 1000).toFixed(1)} s of the portal with its new start`,
    ].join('; '),
    target: allowed.target,
    pass: sum('acknowledged') > 0 && shown && wrong === 0 && Math.max(stop, away) <= allowed.stopMs,
  }
}

function whyNoTrace(): string | undefined {
  const { status } = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'])
  return status === 0 ? undefined : 'no strace that may trace here'
}

async function refuseEmbedded(when: number, isBroken: boolean): Promise<Round> {
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r4-'))
  const writer = startWriter(
    ['embedded', join(home, 'data')],
    './tools/trust/support/tell-refusals.mjs',
    ...(isBroken ? ['./tools/trust/support/no-flush-errors.mjs'] : []),
  )
  try {
    await writer.ready
    const trace = await refuse(home, [writer.process.pid ?? -1], when)
    if (!(await trace.refused())) throw new Error(`No flush came to be refused: the writer's database, ${when}.`)
    const hasEnded = await Promise.race([writer.ended.then(() => true), pause(5000).then(() => false)])
    await trace.release()
    writer.process.kill('SIGKILL')
    await writer.ended
    const startedAt = performance.now()
    const database = await openDurable(join(home, 'data'))
    const stopMs = performance.now() - startedAt
    const found = await checkLedger(database, writer)
    await database.close()
    return {
      ...found,
      acknowledged: writer.keys.size,
      stopMs,
      confirmed: writer.confirmedAfterRefusal(),
      isUnheeded: !hasEnded,
    }
  } finally {
    writer.process.kill('SIGKILL')
    await writer.ended
    rmSync(home, { recursive: true, force: true })
  }
}

async function refuseServer(when: number): Promise<Round> {
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r4-'))
  chmodSync(home, 0o755)
  const server = await startPostgres(join(home, 'pg'))
  const writer = startWriter(['server', server.url])
  try {
    await writer.ready
    const pauses = watchPauses(() => writer.keys.size)
    const trace = await refuse(home, server.processes(), when)
    if (!(await trace.refused())) throw new Error(`No flush came to be refused: the writer's server, ${when}.`)
    // Each process the server starts anew would meet its own refusal.
    await trace.release()
    await pause(8000)
    const stopMs = pauses.longest()
    writer.process.kill('SIGKILL')
    await writer.ended
    const database = await openServer({ url: server.url, adminUrl: undefined })
    const found = await checkLedger(database, writer)
    await database.close()
    // Each time the writer saw an error it took a new key; what was in doubt may be there and was never confirmed. A
    // server answers its clients from many processes: which of them knew when is not to be seen from here.
    return { ...found, acknowledged: writer.keys.size, stopMs, confirmed: 0, isUnheeded: writer.errors.length === 0 }
  } finally {
    writer.process.kill('SIGKILL')
    await writer.ended
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
