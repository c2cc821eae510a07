// node tools/fresh-clone.mjs [--test]: does what somebody does who has only git, Node and npm. Clones what is committed into an
// empty folder, runs `npm start` until it is ready, reads the home page in three languages and stops it; with --test also runs
// `npm test` there. Leaves nothing behind.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const READY_MS = 10 * 60_000
const STOP_MS = 30_000
const home = mkdtempSync(join(tmpdir(), 'mekendesh-fresh-'))
const clone = join(home, 'mekendesh')
let server
process.once('exit', () => {
  end('SIGKILL')
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))

// Nothing of this folder helps: neither its Node, nor what npm or the tests have set.
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|MEKENDESH_|KEYS_FILE$|NODE_|INIT_CWD$|VITEST)|DATABASE|_URL$/i.test(name),
    ),
  ),
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((path) => !path.startsWith(resolve('.')))
    .join(delimiter),
}

try {
  await tryStart()
  if (process.argv.includes('--test')) tryTests()
} catch (error) {
  console.error(`The fresh clone does not work: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
console.log('The fresh clone works.')
process.exit(0)

async function tryStart() {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', resolve('.'), clone], { stdio: 'inherit' })
  const port = await freePort()
  const env = { ...environment, PORT: String(port), DATA_DIR: join(home, 'data') }
  let said = ''
  // A group of its own: npm, its shell and the server end together.
  server = spawn('npm', ['start'], { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  server.stdout.on('data', (piece) => {
    said += piece
    process.stdout.write(piece)
  })
  const origin = `http://127.0.0.1:${port}`
  await untilReady(origin)
  for (const lang of ['ky', 'ru', 'en']) {
    const answer = await fetch(`${origin}/${lang}`)
    const page = await answer.text()
    if (answer.status !== 200 || !page.includes(`<html lang="${lang}"`))
      throw new Error(`the home page /${lang} answered ${answer.status}: ${page.slice(0, 200)}`)
  }
  // It says them after it is ready.
  for (let tried = 0; tried < 100 && !said.includes('admin@'); tried++) await setTimeout(100)
  for (const account of ['operator@', 'supervisor@', 'admin@'])
    if (!said.includes(account)) throw new Error(`the sign-in of ${account} was not printed at the first start`)
  await trySecondStart({ ...env, PORT: String(await freePort()) })
  await stop()
}

/** Two processes on one embedded database destroy it: the second must refuse and say why, and the first go on. */
async function trySecondStart(env) {
  const second = spawnSync('npm', ['start'], { cwd: clone, env, encoding: 'utf8', timeout: READY_MS })
  const words = `${second.stdout}${second.stderr}`
  if (second.status === 0 || !words.includes('Another process of the portal is running'))
    throw new Error(`a second start on the same data ended with ${second.status}: ${words.slice(-500)}`)
  console.log('A second start on the same data was refused.')
}

async function untilReady(origin) {
  const startedAt = Date.now()
  while (Date.now() - startedAt < READY_MS) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`)
    const isReady = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return console.log(`Ready after ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`)
    await setTimeout(500)
  }
  throw new Error(`npm start was not ready within ${READY_MS / 60_000} minutes`)
}

async function stop() {
  const ended = new Promise((done) => server.once('exit', done))
  end('SIGTERM')
  const isEnded = await Promise.race([ended.then(() => true), setTimeout(STOP_MS, false)])
  if (!isEnded) throw new Error('it did not stop when it was told to')
  server = undefined
}

function end(signal) {
  if (server?.pid === undefined || server.exitCode !== null) return
  try {
    process.kill(-server.pid, signal)
  } catch {
    // It has ended already.
  }
}

function tryTests() {
  const { status } = spawnSync('npm', ['test'], { cwd: clone, env: environment, stdio: 'inherit' })
  if (status !== 0) throw new Error(`npm test ended with ${status}`)
}

async function freePort() {
  const listening = createServer()
  await new Promise((done) => listening.listen(0, '127.0.0.1', done))
  const { port } = listening.address()
  await new Promise((done) => listening.close(done))
  return port
}
