import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { commands } from '#src/app/commands/run.ts'
import { paths, patterns } from '#src/paths.ts'
import { settings } from '#src/platform/config.ts'
import { fillPattern } from '#test/support/route-table.ts'

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/operate.md']
const read = (path: string) => readFileSync(path, 'utf8')

test('.env.example names every setting, with what it is for, and no other', () => {
  const expected = Object.entries(settings)
    .map(([name, { says }]) => `# ${says}\n#${name}=`)
    .join('\n\n')
  expect(read('.env.example').trim()).toBe(expected)
})

test('every command the README and CONTRIBUTING name is there', () => {
  const scripts: unknown = JSON.parse(read('package.json')).scripts
  const named = [...`${read('README.md')}${read('CONTRIBUTING.md')}`.matchAll(/npm (?:run )?([a-z][a-z:-]*)/g)]
    .map(([, name]) => name)
    .filter((name) => !['ci', 'registry'].includes(name ?? ''))
  expect(named).toEqual(expect.arrayContaining(['start', 'test']))
  expect(named.filter((name) => !Object.hasOwn(Object(scripts), name ?? ''))).toEqual([])
})

test('every command line of the portal that the documents show is written as it must be typed', () => {
  const shown = documents.flatMap((document) =>
    // In docs/operate.md the same command is installed, and stands in blocks of a line each.
    [...read(document).matchAll(/(?:`npx|`sudo|^sudo) mekendesh ([^`\n]+)/gm)].map(([, typed = '']) => ({
      document,
      typed,
    })),
  )
  expect(new Set(shown.map(({ document }) => document))).toContain('docs/operate.md')
  expect(shown.length).toBeGreaterThan(15)
  const wrong = shown.filter(({ typed }) => {
    const command = commands.find(({ name }) => typed === name || typed.startsWith(`${name} `))
    if (!command) return true
    const rest = typed.slice(command.name.length).trim()
    const options = [...rest.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name)
    const isUnknown = options.some((name) => !Object.hasOwn(command.options ?? {}, name))
    // What stands in capitals and outside brackets in the usage must be named.
    const needed = /^[A-Z]/.test(command.usage)
    return isUnknown || (needed && rest === '')
  })
  expect(wrong).toEqual([])
})

test('every file the documents point to exists', () => {
  const pointers = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, target = '']) => ({ document, target })),
  )
  expect(pointers).not.toEqual([])
  expect(pointers.filter(({ document, target }) => !existsSync(join(dirname(document), target)))).toEqual([])
})

test('every link leads where the pattern of its name says, and every pattern is used once', () => {
  const leads = (name: string, pattern: string): boolean => {
    // Whatever a link takes is text or a number that stands in its address; what is left over is its query.
    const link: unknown = Reflect.get(paths, name)
    if (typeof link !== 'function') return false
    const given = pattern.startsWith('/:lang') ? ['ru', 'x1', 'x2', 'x3'] : ['x1', 'x2', 'x3']
    const path = String(link(...given)).split('?')[0] ?? ''
    return new RegExp(`^${fillPattern(pattern, (part) => (part === 'lang' ? 'ru' : '[^/]+'))}$`).test(path)
  }
  const wrong = Object.keys(paths).filter((name) => !leads(name, String(Reflect.get(patterns, name))))
  expect(wrong).toEqual([])
  const all = Object.values(patterns)
  expect(all.filter((pattern, place) => all.indexOf(pattern) !== place)).toEqual([])
})

test('decisions are numbered once each and dated', () => {
  const files = readdirSync('docs/decisions').filter((name) => name.endsWith('.md'))
  const numbers = files.map((name) => name.slice(0, 4))
  expect(numbers).toEqual([...new Set(numbers)])
  expect(files.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([])
  expect(files.filter((name) => !/^\d{4}-\d{2}-\d{2}/m.test(read(`docs/decisions/${name}`)))).toEqual([])
})

test('the lock file holds every optional package of every platform, or npm ci refuses to install', () => {
  const lock = z
    .object({
      packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
    })
    .parse(JSON.parse(read('package-lock.json')))
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  )
  expect(wanted).not.toEqual([])
  expect(
    wanted.filter((name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))),
  ).toEqual([])
})
