// node tools/try-image.mjs: what the Containerfile's last stage holds, without a container engine. Copies exactly the files it
// copies into an empty folder (packages: what npm ci --omit=dev leaves, by the lock file), starts its command there as its
// user and in its environment, with the network cut where that can be done, and runs its health check. Needs dist/ (npm run build).
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const READY_TRIES = 120
const isRoot = process.getuid?.() === 0
// A network of its own, with nothing in it but the machine itself.
if (isRoot && !process.argv.includes('--cut') && canCut()) {
  const again = `ip link set lo up && exec ${process.execPath} tools/try-image.mjs --cut`
  process.exit(spawnSync('unshare', ['--net', 'sh', '-c', again], { stdio: 'inherit' }).status ?? 1)
}
console.log(
  process.argv.includes('--cut')
    ? 'The network is cut.'
    : 'The network stays: only root can cut it, with unshare and ip.',
)

const stage =
  readFileSync('Containerfile', 'utf8')
    .split(/^FROM /m)
    .at(-1) ?? ''
const lines = stage.split('\n').filter((line) => /^[A-Z]+ /.test(line))
const argumentsOf = (word) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
const home = mkdtempSync(join(tmpdir(), 'mekendesh-image-'))
const [app, data] = [join(home, 'app'), join(home, 'data')]
let server
process.once('exit', () => {
  server?.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

chmodSync(home, 0o755)
mkdirSync(app)
mkdirSync(data, { mode: 0o700 })
for (const copied of argumentsOf('COPY')) copy(copied)
const user = Number(argumentsOf('USER')[0])
const as = isRoot ? { uid: user, gid: user } : {}
if (isRoot) chownSync(data, user, user)
const port = String(await freePort())
const environment = Object.fromEntries(argumentsOf('ENV').map((pair) => pair.split('=')))
const env = { PATH: '/usr/bin:/bin', ...environment, DATA_DIR: data, PORT: port }
const listOf = (line) => JSON.parse(line.slice(line.indexOf('[')))
const run = ([file, ...args]) => spawnSync(join(app, file), args, { cwd: app, env, encoding: 'utf8', ...as })

const [file, ...args] = listOf(argumentsOf('CMD')[0])
server = spawn(join(app, file), args, { cwd: app, env, stdio: 'inherit', ...as })
const isHealthy = await untilHealthy(listOf(argumentsOf('HEALTHCHECK')[0]))
const home200 = isHealthy && (await fetch(`http://127.0.0.1:${port}/ky`)).status === 200
const command = run([file, 'tools/mekendesh.mjs', 'catalogue', 'check'])
const ended = new Promise((done) => server.once('exit', done))
server.kill('SIGTERM')
const code = await ended
const faults = [
  isHealthy ? [] : 'the health check never passed',
  home200 ? [] : 'the home page did not come',
  command.status === 0 ? [] : `a command failed: ${command.stdout}${command.stderr}`,
  code === 0 ? [] : `it ended with ${code} when it was told to stop`,
].flat()
console.log(faults.length === 0 ? 'The image’s files are enough to run.' : faults.join('\n'))
process.exit(faults.length === 0 ? 0 : 1)

function copy(words) {
  const from = /^--from=(\w+) /.exec(words)?.[1]
  const parts = words.split(' ').filter((part) => !part.startsWith('--'))
  const target = parts.pop()
  for (const source of parts) {
    const path = from === undefined ? source : source.replace(`/${from}/`, '')
    const to = join(app, target, target.endsWith('/') ? path.split('/').at(-1) : '')
    if (path === 'node_modules') copyPackages(to)
    else cpSync(path, to, { recursive: true })
  }
}

function copyPackages(to) {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const kept = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev && existsSync(path))
  for (const [path] of kept) {
    const place = join(to, path.replace(/^node_modules\//, ''))
    mkdirSync(dirname(place), { recursive: true })
    // Packages inside a package have a line of their own.
    const inside = resolve(path, 'node_modules')
    cpSync(path, place, { recursive: true, dereference: true, filter: (one) => !resolve(one).startsWith(inside) })
  }
  mkdirSync(join(to, '.bin'))
  symlinkSync('../node/bin/node', join(to, '.bin/node'))
  console.log(`${kept.length} packages of ${Object.keys(packages).length - 1}.`)
}

async function untilHealthy(check) {
  for (let tries = 0; tries < READY_TRIES && server.exitCode === null; tries++) {
    if (run(check).status === 0) return true
    await setTimeout(500)
  }
  return false
}

function canCut() {
  return spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0
}

async function freePort() {
  const listening = createServer()
  await new Promise((done) => listening.listen(0, '127.0.0.1', done))
  const { port: free } = listening.address()
  await new Promise((done) => listening.close(done))
  return free
}
