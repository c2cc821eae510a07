import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { patterns } from '#src/paths.ts'
import { settings } from '#src/platform/config.ts'
import { LONGEST_READ } from '#src/platform/http/route-kinds.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const guide = read('docs/operate.md')
const inFolder = (folder: string) => readdirSync(folder).map((name) => join(folder, name))
const papers = [
  'docs/operate.md',
  'docs/alerts.yml',
  'Containerfile',
  ...inFolder('docs/systemd'),
  ...inFolder('docs/nginx'),
]

test('every setting that the guide, the units and the container name is one of the table', () => {
  const named = papers.flatMap((path) =>
    [...read(path).matchAll(/\b(?!AF_)[A-Z]+(?:_[A-Z]+)+\b|^(?:ENV )?([A-Z]+)=/gm)].map(([whole, alone]) => ({
      path,
      name: alone ?? whole.replace(/^ENV |=$/g, ''),
    })),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ name }) => !Object.hasOwn(settings, name))).toEqual([])
})

test('every line that the program logs above news begins as the guide’s table tells, and says what to do', () => {
  const sources = readdirSync('src', { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const calls = sources.flatMap((path) =>
    read(path)
      .split(/\blog\.(?:warn|error|fatal)\(/)
      .slice(1),
  )
  // The message is the first text after what goes along with it.
  const messages = calls.map(
    (call) => /(?:^|,)\s*(['`])([A-Z][\s\S]*?)\1/.exec(call)?.[2] ?? `no sentence: ${call.slice(0, 60)}`,
  )
  expect(messages.length).toBeGreaterThanOrEqual(9)
  const rows = [...guide.matchAll(/^\| (`[^|]+) \| [^|]+ \| [^|]+ \|$/gm)].flatMap(([, first = '']) =>
    [...first.matchAll(/`([^`]+)`/g)].map(([, begins = '']) => begins),
  )
  expect(messages.filter((message) => !rows.some((begins) => message.startsWith(begins)))).toEqual([])
  // And the other way round: what the table tells of is written somewhere.
  const all = sources.map(read).join('\n')
  expect(rows.filter((begins) => !all.includes(begins))).toEqual([])
})

test('the files that are to be installed are there, and the units start what exists', () => {
  const named = [...guide.matchAll(/docs\/[\w./-]+/g)].map(([path]) => path.replace(/[.,]$/, ''))
  expect(named.filter((path) => !existsSync(path))).toEqual([])
  const started = papers.flatMap((path) => [...read(path).matchAll(/tools\/[\w-]+\.mjs/g)].map(([tool]) => tool))
  expect(new Set(started)).toContain('tools/serve.mjs')
  expect(started.filter((tool) => !existsSync(tool))).toEqual([])
})

test('nginx lets in what the portal reads, passes on the host, and writes down neither who nor what', () => {
  const site = read('docs/nginx/mekendesh-site.conf')
  expect(site).toContain(`client_max_body_size ${LONGEST_READ / 1024 ** 2}m;`)
  expect(site).toContain('proxy_set_header Host $host;')
  expect(site).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  const format = /log_format mekendesh '([^']*)'/.exec(read('docs/nginx/mekendesh.conf'))?.[1] ?? ''
  expect(format).toContain('$status')
  expect(format).not.toMatch(/addr|uri|request |request$|args|referer|agent|cookie/)
})

const stages = read('Containerfile')
  .split(/^FROM /m)
  .slice(1)
const last = stages.at(-1) ?? ''

test('the container’s last stage copies what is in the repository or was built, and runs it as nobody special', () => {
  const copies = [...last.matchAll(/^COPY (.+)$/gm)].map(([, words = '']) => words)
  const own = copies.filter((words) => !words.startsWith('--from='))
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')
  const missing = own
    .flatMap((words) => words.split(' ').slice(0, -1))
    .filter((path) => !tracked.some((file) => file === path || file.startsWith(`${path}/`)))
  expect(missing).toEqual([])
  const built = copies.filter((words) => words.startsWith('--from=')).map((words) => words.split(' ').slice(0, 2))
  expect(built).toEqual([
    ['--from=packages', '/packages/node_modules'],
    ['--from=build', '/build/dist'],
  ])
  expect(last).toMatch(/^USER \d+$/m)
  expect(last).toContain(`${patterns.health}\``)
  // Nothing is fetched where it runs, and no key or data can slip in.
  expect(last).not.toMatch(/apt-get|npm |curl|ADD |KEYS_FILE/)
  const letIn = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const needed = stages.flatMap((stage) =>
    [...stage.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) => words.split(' ').slice(0, -1)),
  )
  expect(letIn[0]).toBe('*')
  expect(needed.map((path) => `!${path.split('/')[0]}`).filter((line) => !letIn.includes(line))).toEqual([])
})
