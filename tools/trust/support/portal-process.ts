import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { nodeEnvironment, nodeFlags } from '#tools/node-flags.mjs'
import { pause } from './child.ts'
import { endsWithUs } from './ending.ts'

export type PortalProcess = {
  readonly process: ChildProcess
  /** Milliseconds from the start to the first answer. */
  readonly readyAfter: number
  kill(signal: NodeJS.Signals): Promise<void>
}

type Settings = Readonly<Record<string, string>>

/** The real server, as built, or from its sources where it was not built. `said` is given what it prints. */
export async function startPortalProcess(
  port: number,
  settings: Settings,
  preload?: string,
  said?: (text: string) => void,
): Promise<PortalProcess> {
  const startedAt = performance.now()
  const { child, errors, kill } = spawnPortal([], { PORT: String(port), ...settings }, preload, said)
  try {
    await untilReady(port, child, errors)
  } catch (error) {
    await kill('SIGKILL')
    throw error
  }
  return { process: child, readyAfter: performance.now() - startedAt, kill }
}

/** A process that runs jobs only. It says nothing when it is ready, and throws from `kill` when it had ended by itself. */
export function startWorkerProcess(settings: Settings, preload?: string): Omit<PortalProcess, 'readyAfter'> {
  const { child, errors, kill } = spawnPortal(['worker'], settings, preload)
  return {
    process: child,
    async kill(signal) {
      if (child.exitCode !== null) throw new Error(`The worker ended by itself:\n${errors.join('')}`)
      await kill(signal)
    },
  }
}

function spawnPortal(
  args: readonly string[],
  settings: Settings,
  preload: string | undefined,
  said?: (text: string) => void,
) {
  const main =
    existsSync('dist/server/main.js') && !process.env['MEKENDESH_DEV']
      ? ['dist/server/main.js']
      : ['--import', 'tsx', 'src/main.ts']
  const flags = [...nodeFlags, ...(preload === undefined ? [] : ['--import', preload])]
  const env = { ...nodeEnvironment, ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...settings }
  const child = endsWithUs(
    spawn(process.execPath, [...flags, ...main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
  )
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said?.(chunk.toString()))
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { child, errors, kill }
}

async function untilReady(port: number, child: ChildProcess, errors: readonly string[]): Promise<void> {
  for (let tried = 0; tried < 3000; tried++) {
    if (child.exitCode !== null) throw new Error(`The portal ended at its start:\n${errors.join('')}`)
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await pause(20)
  }
  throw new Error('The portal was not ready within a minute.')
}
