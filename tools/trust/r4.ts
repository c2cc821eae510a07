import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDurable } from '#src/platform/database/durable.ts'
import { openServer } from '#src/platform/database/server.ts'
import { pause, startWriter, type Writer } from './support/child.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { checkLedger, type LedgerFindings } from './support/ledger.ts'
import { findPostgres, startPostgres } from './support/postgres.ts'

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
 * database must end, and confirm nothing after the refusal. `isBroken` takes a refusal for a success.
 */
export async function r4({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const target = '0 lost, 0 doubled, audit log whole, nothing confirmed by a refused flush, stop of at most 5 s'
  const skipped = whyNoTrace()
  if (skipped !== undefined) return { goal: 'R4', figure: 'not tried', target, pass: true, skipped }
  const rounds: Round[] = []
  const times = isQuick ? 2 : 5
  for (let n = 0; n < times; n++) {
    rounds.push(await refuseEmbedded(150 + 90 * n, isBroken))
    if (!isBroken && findPostgres() !== undefined) rounds.push(await refuseServer(100 + 70 * n))
  }
  const sum = (name: 'acknowledged' | 'lost' | 'halves' | 'confirmed' | 'unsound') =>
    rounds.reduce((all, one) => all + one[name], 0)
  const stop = Math.max(...rounds.map(({ stopMs }) => stopMs))
  const unheeded = rounds.filter(({ isUnheeded }) => isUnheeded).length
  return {
    goal: 'R4',
    figure: `${sum('lost')} of ${sum('acknowledged')} lost, ${sum('halves')} halves, ${sum('unsound')} faults in the audit log, ${sum('confirmed')} confirmed after a refusal, ${unheeded} of ${rounds.length} refusals unheeded, longest stop ${(stop / 1000).toFixed(1)} s`,
    target,
    pass:
      sum('acknowledged') > 0 &&
      sum('lost') + sum('halves') + sum('unsound') + sum('confirmed') + unheeded === 0 &&
      stop <= 5000,
  }
}

function whyNoTrace(): string | undefined {
  const { status } = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'])
  return status === 0 ? undefined : 'no strace that may trace here'
}

type Trace = {
  /** Whether a flush was refused, within half a minute. */
  refused(): Promise<boolean>
  release(): Promise<void>
}

/** Makes the `when`th flush of each thread of these processes fail, from when strace has hold of them. */
async function refuse(home: string, pids: readonly number[], when: number): Promise<Trace> {
  const of = pids.flatMap((pid) => ['-p', String(pid)])
  const seen = join(home, 'strace')
  const inject = ['-e', 'trace=fdatasync', '-e', `inject=fdatasync:error=EIO:when=${when}`, '-o', seen]
  const tracer = spawn('strace', ['-f', ...of, ...inject], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(tracer, 'exit')
  await once(tracer.stderr, 'data')
  return {
    async refused() {
      for (let tried = 0; tried < 600; tried++) {
        if (readFileSync(seen, 'utf8').includes('(INJECTED)')) return true
        await pause(50)
      }
      return false
    },
    async release() {
      tracer.kill('SIGINT')
      await ended
    },
  }
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
    if (!(await trace.refused())) throw new Error('No flush came to be refused.')
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
    const pauses = watchPauses(writer)
    const trace = await refuse(home, server.processes(), when)
    if (!(await trace.refused())) throw new Error('No flush came to be refused.')
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

/** The longest time in which nothing was acknowledged. */
function watchPauses({ keys }: Writer): { longest(): number } {
  let longest = 0
  let lastAt = performance.now()
  let before = keys.size
  const timer = setInterval(() => {
    if (keys.size === before) return
    const now = performance.now()
    longest = Math.max(longest, now - lastAt)
    lastAt = now
    before = keys.size
  }, 10)
  return {
    longest() {
      clearInterval(timer)
      return Math.max(longest, performance.now() - lastAt)
    },
  }
}
