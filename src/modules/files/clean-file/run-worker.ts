import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { refused, type Outcome } from '#src/kernel/outcome.ts'
import type { Cleaned, CleanRefusal, CleanType } from './clean-bytes.ts'

// With the wait for a turn less than a connection may be silent (share-room.ts, server.ts).
const SECONDS = 6
/**
 * Of what the process may write to, in KB; the system itself keeps to it. Node takes 600 MB of this for itself without using
 * them; the largest HEIC takes another 550 (measured).
 */
const MOST_MEMORY_KB = 1_300_000

// Beside this file among the sources, beside the server once it is built (vite.server.config.ts).
const source = join(import.meta.dirname, 'worker.ts')
const script = existsSync(source) ? source : join(import.meta.dirname, 'file-worker.js')
// 0: no file may be written, no memory image left. CPU seconds end it also where this process is gone.
const limits = `ulimit -c 0; ulimit -f 0; ulimit -t ${SECONDS * 2}; ulimit -d ${MOST_MEMORY_KB}; exec "$@"`

/**
 * `cleanBytes` in a process of its own, which ends with the file: what a broken or hostile one does to its reader (endless
 * work, gigabytes, a fall) ends there. Throws where the process cannot be started, which is no fault of the file.
 */
export const cleanApart = (bytes: Buffer, type: CleanType): Promise<Outcome<Cleaned, CleanRefusal>> =>
  runLimited(script, bytes, type)

/** The same with another script: for trying the limits themselves. */
export async function runLimited(
  script: string,
  bytes: Buffer,
  type: CleanType,
): Promise<Outcome<Cleaned, CleanRefusal>> {
  const node = [process.execPath, '--max-old-space-size=192', '--max-semi-space-size=4', script, type]
  const child = spawn('/bin/sh', ['-c', limits, 'sh', ...node], {
    // Nothing of ours: the environment holds the way to the database.
    env: { MALLOC_ARENA_MAX: '2' },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    timeout: SECONDS * 1000,
    killSignal: 'SIGKILL',
  })
  const answers = child.stdio[3]
  if (!(answers instanceof Readable) || !child.stdin || !child.stderr)
    throw new Error('No way to the worker for files.')
  // It may end before it has read all; what became of it stands in its answer.
  child.stdin.on('error', () => {})
  child.stdin.end(bytes)
  const ended = new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  const [said, complaint] = await Promise.all([buffer(answers), buffer(child.stderr), ended])
  const [ready, answer, start] = linesOf(said)
  if (ready !== 'ready')
    throw new Error(`The worker for files did not start: ${complaint.toString().trim().slice(0, 500)}`)
  return answer === undefined ? refused('fileBroken') : answerFrom(answer, said.subarray(start))
}

/** The first two lines, and where the bytes begin. */
function linesOf(said: Buffer): [string, string | undefined, number] {
  const first = said.indexOf('\n')
  const second = said.indexOf('\n', first + 1)
  const ready = said.toString('utf8', 0, Math.max(0, first))
  return [ready, second > first ? said.toString('utf8', first + 1, second) : undefined, second + 1]
}

function answerFrom(line: string, bytes: Buffer): Outcome<Cleaned, CleanRefusal> {
  // Written by worker.ts, line by line from the same types.
  const answer = JSON.parse(line) as { ok: true; type: Cleaned['type'] } | { ok: false; refusal: CleanRefusal }
  return answer.ok ? { ok: true, value: { bytes, type: answer.type } } : answer
}
