import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { endsWithUs } from './ending.ts'
import { ledgerEnvironment } from './ledger.ts'

export type Writer = {
  readonly process: ChildProcess
  /** Keys that were acknowledged. Complete after `ended`. */
  readonly keys: Set<string>
  /** Signed checkpoints of the audit log that were told; complete after `ended`, too. */
  readonly notes: string[]
  /** Milliseconds from the start to "ready". */
  readonly ready: Promise<number>
  readonly ended: Promise<void>
  readonly errors: string[]
  /** Keys that were acknowledged after the writer knew that a flush was refused (tell-refusals.mjs). */
  confirmedAfterRefusal(): number
}

/** Starts writer.ts; `preloads` are modules that watch or break something in it, in this order. */
export function startWriter(args: readonly string[], ...preloads: readonly string[]): Writer {
  const flags = ['--liftoff-only', '--import', 'tsx', ...preloads.flatMap((preload) => ['--import', preload])]
  const env = { ...process.env, ...ledgerEnvironment }
  const startedAt = performance.now()
  const program = [...flags, 'tools/trust/support/writer.ts', ...args]
  const child = endsWithUs(spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
  const keys = new Set<string>()
  const notes: string[] = []
  const errors: string[] = []
  const ready = Promise.withResolvers<number>()
  let beforeRefusal: number | undefined
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (line === 'ready') ready.resolve(performance.now() - startedAt)
    else if (line === 'refused') beforeRefusal ??= keys.size
    else if (/^note [\w-]+ $/.test(line)) notes.push(Buffer.from(line.slice(5), 'base64url').toString())
    // A line cut in two by the kill was not acknowledged.
    else if (/^[0-9a-f]{24}$/.test(line)) keys.add(line)
  })
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  const ended = (async () => {
    await Promise.all([once(child, 'exit'), once(lines, 'close')])
    ready.reject(new Error(`The writer ended before it was ready:\n${errors.slice(0, 20).join('\n')}`))
  })()
  ready.promise.catch(() => {})
  const confirmedAfterRefusal = () => (beforeRefusal === undefined ? 0 : keys.size - beforeRefusal)
  return { process: child, keys, notes, ready: ready.promise, ended, errors, confirmedAfterRefusal }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
