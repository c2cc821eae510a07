import { execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { openServerSession } from '#src/platform/database/server.ts'
import { pause } from './child.ts'
import { endsWithUs } from './ending.ts'

const HOME = '/usr/lib/postgresql'

/** Folder of the newest PostgreSQL programs on this machine; undefined where there are none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(HOME) ? readdirSync(HOME).toSorted((one, other) => Number(other) - Number(one)) : []
  return versions.map((version) => join(HOME, version, 'bin')).find((bin) => existsSync(join(bin, 'postgres')))
}

export type Postgres = {
  readonly url: string
  /** The server and all it has started. */
  processes(): number[]
  /** Stops everything as a cut of the power does: nobody ends anything. */
  signalAll(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/**
 * A server of one's own on a free port, as the user postgres, in `folder`; made there when it is empty. `around` is
 * added to its environment.
 */
export async function startPostgres(
  folder: string,
  settings: readonly string[] = [],
  around: Readonly<Record<string, string>> = {},
): Promise<Postgres> {
  const bin = findPostgres()
  if (bin === undefined) throw new Error('No PostgreSQL programs here.')
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  const user = { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }), cwd: '/' }
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
    const made = ['-D', folder, '-A', 'trust', '-U', 'postgres', '--data-checksums', '--locale=C.UTF-8', '-E', 'UTF8']
    execFileSync(join(bin, 'initdb'), made, { ...user, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  const port = await freePort()
  // What it shares lies in its folder and goes with it, also after a kill.
  const shared = 'dynamic_shared_memory_type=mmap'
  const given = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', shared, `port=${port}`, ...settings]
  const flags = ['-D', folder, ...given.flatMap((one) => ['-c', one])]
  const env = { ...process.env, ...around }
  const server = endsWithUs(spawn(join(bin, 'postgres'), flags, { ...user, env, stdio: 'ignore' }))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
  }
  try {
    await untilItAnswers(url)
  } catch (error) {
    await stop()
    throw error
  }
  forgetAfterKill(server, folder)
  // A process without a number never started; 0 would name our own group.
  const processes = () => (server.pid === undefined ? [] : [server.pid, ...childrenOf(server.pid)])
  return {
    url,
    processes,
    signalAll(signal) {
      for (const pid of processes()) {
        try {
          process.kill(pid, signal)
        } catch {
          // It has ended already.
        }
      }
    },
    stop,
  }
}

/** The kernel keeps a few bytes for a server that was killed, until somebody tells it not to. */
function forgetAfterKill(server: ChildProcess, folder: string): void {
  const id = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[6]?.trim().split(/\s+/)[1]
  if (id === undefined) return
  const forget = () => void spawnSync('ipcrm', ['-m', id], { stdio: 'ignore' })
  // Killed together with us, after our own last handler but this.
  process.once('exit', forget)
  server.once('exit', (_code, signal) => {
    process.off('exit', forget)
    if (signal === 'SIGKILL') forget()
  })
}

const childrenOf = (pid: number): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map(Number)
  } catch {
    return [] // none
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tried = 0; tried < 150; tried++) {
    try {
      await (await openServerSession(url)).close()
      return
    } catch {
      await pause(100)
    }
  }
  throw new Error(`PostgreSQL did not answer at ${url}.`)
}
