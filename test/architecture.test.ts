import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { modules } from '#src/app/modules.ts'

/** Who may import whom. A missing entry is a decision to make, not a rule to work round. */
const layers: Record<string, readonly string[]> = {
  kernel: [],
  language: ['kernel'],
  'paths.ts': ['kernel'],
  ui: ['kernel', 'language', 'paths.ts'],
  islands: ['kernel', 'language', 'paths.ts', 'modules'],
  platform: ['kernel'],
  modules: ['kernel', 'language', 'paths.ts', 'ui', 'platform'],
  app: ['kernel', 'language', 'paths.ts', 'ui', 'platform', 'modules'],
  'main.ts': ['kernel', 'platform', 'app'],
}

/** Inside a module: file role, what it may import of its own module, which layers. */
const anyOwn = /.*/
const roles: readonly (readonly [RegExp, RegExp, readonly string[]])[] = [
  [/^module\.ts$/, anyOwn, ['kernel', 'language', 'platform', 'paths.ts']],
  [/^index\.ts$/, anyOwn, ['kernel', 'language']],
  [/^events\.ts$/, /^rules/, ['kernel', 'platform']],
  [/^rules(\.ts|\/)/, /^rules/, ['kernel', 'language']],
  [/^texts(\.ts|\/)/, /^(rules|texts)/, ['kernel', 'language']],
  [/^forms(\.ts|\/)/, /^(rules|texts|forms)/, ['kernel', 'language']],
  [/^store(\.ts|\/)/, /^(rules|store)/, ['kernel', 'language', 'platform']],
  [/^jobs(\.ts|\/)/, /^(?!routes|pages|module)/, ['kernel', 'language', 'platform', 'paths.ts']],
  [/^pages\//, /^(texts|rules|store|pages)/, ['kernel', 'language', 'paths.ts', 'ui']],
  [/^(routes(\.tsx|\/)|api\.ts$)/, anyOwn, ['kernel', 'language', 'platform', 'ui', 'paths.ts']],
  [/^[a-z]+(-[a-z]+)+(\.ts$|\/)/, /^(?!routes|pages|module)/, ['kernel', 'language', 'platform', 'paths.ts']],
]
/** Only these of another module may be imported without its index: both are pure. */
const openFiles = /^(rules(\.ts|\/.*)|texts(\.ts|\/.*))$/

const sources = filesIn('src').filter((path) => /\.tsx?$/.test(path) && path !== 'src/platform/schema.ts')
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const code = sources.filter((path) => !isTest(path))

type Import = { from: string; to: string; isType: boolean }
const imports = code.flatMap(importsOf)

test('every layer imports only what stands below it', () => {
  // All that follows looks at these: of none nothing would be wrong.
  expect(imports.length).toBeGreaterThan(1000)
  const wrong = imports
    .filter(({ from, to }) => layerOf(from) !== layerOf(to) && !layers[layerOf(from)]?.includes(layerOf(to)))
    .map(({ from, to }) => `${from} → ${to}: ${layerOf(from)} may not import ${layerOf(to)}`)
  expect(wrong).toEqual([])
})

test('inside a module every file has a known name and imports what its role may', () => {
  expect(imports.flatMap(wrongInModule)).toEqual([])
  const nameless = code
    .filter((path) => moduleOf(path) && !roleOf(path))
    .map((path) => `${path}: no such kind of file in a module`)
  expect(nameless).toEqual([])
})

test('a module uses only modules above it, and only through index, rules and texts', () => {
  const wrong = imports.flatMap(({ from, to, isType }) => {
    const [user, used] = [moduleOf(from), moduleOf(to)]
    if (!used || user === used || layerOf(from) === 'app') return []
    const uses = modules.find(({ name }) => name === user)?.uses ?? []
    const file = insideModule(to)
    if (user && !uses.includes(used)) return [`${from} → ${to}: ${user} does not name ${used} in its uses`]
    if (layerOf(from) === 'islands')
      return openFiles.test(file) ? [] : [`${from} → ${to}: an island may use only rules and texts`]
    return file === 'index.ts' || openFiles.test(file) || isType
      ? []
      : [`${from} → ${to}: only index.ts, rules and texts are open`]
  })
  expect(wrong).toEqual([])
})

test('no file imports itself in a circle', () => {
  expect(circlesIn(imports.filter(({ isType }) => !isType))).toEqual([])
})

test('no file is longer than 300 lines, and a module has at most 15 kinds of file', () => {
  const all = [...sources, ...['test', 'tools', 'bench'].flatMap(filesIn)].filter((path) =>
    /\.[cm]?[jt]sx?$/.test(path),
  )
  const long = all.map((path) => [path, linesOf(path).length] as const).filter(([, lines]) => lines > 300)
  expect(long).toEqual([])
  const folders = Map.groupBy(
    code.filter((path) => moduleOf(path)),
    (path) => moduleOf(path),
  )
  const crowded = [...folders].flatMap(([name, files]) => {
    const kinds = new Set(files.map((path) => insideModule(path).split('/')[0]))
    return kinds.size > 15 ? [`${name}: ${kinds.size}`] : []
  })
  expect(crowded).toEqual([])
})

test('nothing reads the time or throws dice but platform/clock.ts', () => {
  const forbidden = /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/
  const found = findLines(code, forbidden).filter(({ path }) => !path.startsWith('src/islands/'))
  expect([...new Set(found.map(({ path }) => path))]).toEqual(['src/platform/clock.ts'])
})

test('there is no any and no default export', () => {
  expect(findLines(sources, /\bas any\b|: any\b|<any>/)).toEqual([])
  expect(findLines(sources, /^export default/)).toEqual([])
})

test('nobody excuses himself from a check', () => {
  // An excuse is a comment: here no line is left out. Written in two, so that this file has none itself.
  const excuse = new RegExp(['@ts-(ignore|expect-error|nocheck)', '(ox|es)lint-(disable|enable)'].join('|'))
  const all = ['src', 'test', 'tools', 'bench'].flatMap(filesIn).filter((path) => /\.[cm]?[jt]sx?$/.test(path))
  const excused = all.filter((path) => path !== 'test/architecture.test.ts')
  expect(excused.flatMap((path) => linesOf(path).filter((line) => excuse.test(line)))).toEqual([])
  expect(excuse.test('// oxlint-disable-next-line no-shadow')).toBe(true)
})

test('SQL is written only in stores, storage and jobs of the platform', () => {
  const isAllowed = ({ path }: { path: string }) =>
    /\/store(\.ts|\/)/.test(path) || path.startsWith('src/platform/') || path.startsWith('src/app/')
  const found = findLines(code, /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/)
  expect(found.filter((line) => !isAllowed(line))).toEqual([])
  expect(found).not.toEqual([])
})

test('a table is written only by the store of the module that made it, and read only by those who name that module', () => {
  const owners = ownersOfTables()
  expect([...owners.values()].filter((owner) => !modules.some(({ name }) => name === owner))).toEqual([])
  const wrong = code.flatMap((path) =>
    tablesIn(path).flatMap(({ table, isWritten }) => {
      const [owner, user] = [owners.get(table), moduleOf(path)]
      if (owner === undefined || user === undefined || owner === user) return []
      if (isWritten) return [`${path} writes ${table}, which is of ${owner}`]
      const uses = modules.find(({ name }) => name === user)?.uses ?? []
      return uses.includes(owner) ? [] : [`${path} reads ${table}, but ${user} does not name ${owner} in its uses`]
    }),
  )
  expect(wrong).toEqual([])
  // A search that finds nothing would find nothing wrong.
  expect(new Set(code.flatMap(tablesIn).map(({ table }) => table)).size).toBeGreaterThanOrEqual(owners.size)
})

test('no name hides what a thing is for', () => {
  expect(sources.filter((path) => /(^|[/-])(utils?|misc|helpers?|common)([.-]|\/|$)/.test(path))).toEqual([])
})

/** Each table beside the module that its migration is named after. */
function ownersOfTables(): ReadonlyMap<string, string> {
  return new Map(
    filesIn('migrations').flatMap((path) => {
      const owner = /\d{4}-([a-z]+)/.exec(path)?.[1] ?? path
      const tables = readFileSync(path, 'utf8').matchAll(/create table (?:if not exists )?(\w+)/gi)
      return [...tables].map(([, table = '']) => [table, owner] as const)
    }),
  )
}

/** Tables that a file names in Kysely's verbs, in a bulk insert, or in SQL of its own. */
function tablesIn(path: string): { table: string; isWritten: boolean }[] {
  const text = readFileSync(path, 'utf8')
  const built = text.matchAll(/\.(selectFrom|insertInto|updateTable|deleteFrom|\w+Join|using)\(\s*['`](\w+)/g)
  const bulk = text.matchAll(/\b(insertMany)\(\s*\w+,\s*'(\w+)'/g)
  const written = text.matchAll(/\b(insert into|update|delete from|from|join)\s+(?:only\s+)?(\w+)/gi)
  return [...built, ...bulk, ...(text.includes('sql`') ? written : [])].map(([, verb = '', table = '']) => ({
    table,
    isWritten: /^(insert|update|delete)/i.test(verb),
  }))
}

function wrongInModule({ from, to }: Import): string[] {
  const role = roleOf(from)
  if (!role || layerOf(from) !== 'modules') return []
  const [, own, allowed] = role
  if (moduleOf(from) === moduleOf(to))
    return own.test(insideModule(to)) ? [] : [`${from} → ${to}: a ${role[0]} may not import it`]
  if (layerOf(to) === 'modules') return []
  return allowed.includes(layerOf(to)) ? [] : [`${from} → ${to}: ${insideModule(from)} may not import ${layerOf(to)}`]
}

function roleOf(path: string) {
  const file = insideModule(path)
  return roles.find(([name]) => name.test(file))
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  return [...found].flatMap(([, type, target = '']) => {
    const to = target.startsWith('#src/')
      ? target.replace('#src/', 'src/')
      : target.startsWith('.')
        ? normalize(join(dirname(path), target))
        : ''
    return to ? [{ from: path, to, isType: type !== undefined }] : []
  })
}

function circlesIn(all: readonly Import[]): string[] {
  const next = Map.groupBy(all, ({ from }) => from)
  const settled = new Set<string>()
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' → ')]
    if (settled.has(path)) return []
    const found = (next.get(path) ?? []).flatMap(({ to }) => walk(to, [...trail, path]))
    settled.add(path)
    return found
  }
  return [...next.keys()].flatMap((path) => walk(path, []))
}

function findLines(paths: readonly string[], pattern: RegExp) {
  return paths.flatMap((path) =>
    linesOf(path).flatMap((text, place) =>
      pattern.test(text) && !/^\s*(\*|\/\/)/.test(text) ? [{ path, line: place + 1, text: text.trim() }] : [],
    ),
  )
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').replace(/\n$/, '').split('\n')
}

function layerOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}

function insideModule(path: string): string {
  return path.split('/').slice(3).join('/')
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
