import { spawn, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eicar } from './zoo/corpus.ts'

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((path) =>
  existsSync(path),
)

/** Where there is none, a test says so by being skipped under its name. `.ci/run` installs it. */
export const hasClamd = program !== undefined

/** A real clamd with one signature, our own: EICAR's sign, wherever it stands in a file. Nothing is fetched. */
export async function startClamd() {
  if (program === undefined) throw new Error('There is no clamd: apt-get install clamav-daemon')
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
  const path = join(folder, 'socket')
  mkdirSync(join(folder, 'signatures'))
  writeFileSync(join(folder, 'signatures/ours.ndb'), `Ours:0:*:${Buffer.from(eicar.slice(0, 33)).toString('hex')}\n`)
  const settings = {
    DatabaseDirectory: join(folder, 'signatures'),
    LocalSocket: path,
    StreamMaxLength: '20M',
    Foreground: 'yes',
    User: owner(),
  }
  writeFileSync(
    join(folder, 'clamd.conf'),
    Object.entries(settings)
      .map((pair) => `${pair.join(' ')}\n`)
      .join(''),
  )
  let child = await start()

  async function start() {
    const started = spawn(program ?? '', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
    for (let tries = 0; !(await answers(path)); tries += 1) {
      if (tries > 300 || started.exitCode !== null) throw new Error('clamd does not start.')
      await wait(100)
    }
    return started
  }
  async function stop() {
    if (child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    rmSync(path, { force: true })
  }
  return {
    address: { path },
    stop,
    startAgain: async () => void (child = await start()),
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** clamd would change to a user of its own, who may not read our folder. */
const owner = () => execFileSync('id', ['-un'], { encoding: 'utf8' }).trim()

const answers = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ path })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
