import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type ESTree, parseSync } from 'vite'
import { inEach, langs, type Lang, type Text } from '#src/kernel/lang.ts'

/**
 * Writes every text of the portal into one spreadsheet for translators: `npm run texts`. What they changed comes back by
 * `npm run texts:back -- FILE`.
 */

export type TextRow = {
  /** A module's name, or the layer: ui, app, language, kernel. */
  readonly module: string
  readonly file: string
  /** Where it stands in the file: askTexts.whoTitle, aboutTexts.howSteps.0. */
  readonly key: string
  /** What the program fills in stands in braces; forms after a number are parted by a bar. */
  readonly text: Text
  /** An editor of the service must check the Kyrgyz. */
  readonly isUncertain: boolean
}

/** Files of texts by the layout of a module; the words of other files are found all the same. */
export const isTextsFile = (path: string): boolean => /\/texts(\.ts|\/[^/]+\.ts)$/.test(path)

// Not the portal's own words: tests, samples for the pages of components, made-up people of a rehearsal.
const isSource = (path: string) =>
  /\.tsx?$/.test(path) && !/\.test\.|^src\/ui\/gallery\/|^src\/app\/rehearsal\//.test(path)

export const textSources = (): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter(isSource)
    .toSorted()

/** Read from the source and not from the running program: texts with parameters are whole there, and nothing need be exported. */
export const textRowsIn = (file: string, source: string): TextRow[] =>
  placedTextsIn(file, source).map(({ module, key, text, isUncertain }) => ({ module, file, key, text, isUncertain }))

type PlacedText = TextRow & {
  readonly nodes: Record<Lang, Node>
  /** The object that holds it, and its name there: what a list of uncertain Kyrgyz calls it. */
  readonly owner: string | undefined
  readonly name: string | undefined
}

/** The same, with where each language's words stand. */
export function placedTextsIn(file: string, source: string): PlacedText[] {
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const found: { path: readonly string[]; key: string; text: Text; nodes: Record<Lang, Node> }[] = []
  walk(program, [], (node, path) => {
    const nodes = languagesOf(node)
    const text = nodes && inEach((lang) => wordsOf(nodes[lang], source))
    const isText =
      text !== undefined && /\p{Script=Cyrillic}/u.test(`${text.ky}${text.ru}`.replaceAll(/\{[^}]*\}/g, ''))
    if (nodes && isText) found.push({ path, key: path.join('.'), text, nodes })
    return isText
  })
  const uncertain = uncertainKeys(source)
  const module = /^src\/(?:modules\/)?([^/.]+)/.exec(file)?.[1] ?? ''
  return found.map(({ path: [owner, name], key, text, nodes }, place) => {
    const same = found.slice(0, place).filter((one) => one.key === key).length
    const isUncertain = uncertain.some((one) => key === one || key.startsWith(`${one}.`))
    return { module, file, key: same === 0 ? key : `${key}#${same + 1}`, text, isUncertain, nodes, owner, name }
  })
}

/** The keys of the file's list of uncertain Kyrgyz, with the object they stand in: "askTexts.compatriot". */
export function uncertainKeys(source: string): string[] {
  const [, owner, list] = /kyUncertain: readonly \(keyof typeof (\w+)\)\[\] = \[([^\]]*)\]/.exec(source) ?? []
  return [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, key]) => `${owner}.${key}`)
}

export type Node = ESTree.Node
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Every node below, with the names on the way to it; `visit` says true where it need not go deeper. */
function walk(node: Node, path: readonly string[], visit: (node: Node, path: readonly string[]) => boolean) {
  if (visit(node, path)) return
  const here = [...path, ...nameOf(node)]
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, below(node, child, here), visit)
}

const below = (node: Node, child: Node, path: readonly string[]) =>
  node.type === 'ArrayExpression' ? [...path, String(node.elements.findIndex((one) => one === child))] : path

function nameOf(node: Node): string[] {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') return [node.id.name]
  if (node.type === 'FunctionDeclaration' && node.id) return [node.id.name]
  return node.type === 'Property' ? [keyOf(node)].filter((key) => key !== undefined) : []
}

const keyOf = ({ key }: Extract<Node, { type: 'Property' }>): string | undefined =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined

/** An object of the three languages with words of its own; one that only puts other texts together has none. */
function languagesOf(node: Node): Record<Lang, Node> | undefined {
  if (node.type !== 'ObjectExpression' || node.properties.length !== langs.length) return undefined
  const properties = node.properties.filter((property) => property.type === 'Property')
  const [ky, ru, en] = langs.map((lang) => properties.find((one) => keyOf(one) === lang)?.value)
  // An object of such objects holds texts by language: a name in each, asked for in each.
  if (!ky || !ru || !en || [ky, ru, en].some(({ type }) => type === 'ObjectExpression')) return undefined
  return { ky, ru, en }
}

export function wordsOf(node: Node, source: string): string {
  const words = (one: Node) => wordsOf(one, source)
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral')
    return node.quasis
      .map(({ value }, place) => {
        const filledIn = node.expressions[place]
        return `${value.cooked ?? value.raw}${filledIn ? words(filledIn) : ''}`
      })
      .join('')
  if (node.type === 'ArrayExpression') return node.elements.map((one) => (one ? words(one) : '')).join(' | ')
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier') return node.arguments.map(words).join('\n\n')
  return `{${source.slice(node.start, node.end)}}`
}

/** For LibreOffice and Excel: commas, quotes, UTF-8 with its mark. */
export function spreadsheetOf(rows: readonly TextRow[]): string {
  const head = ['module', 'file', 'key', 'ky', 'ru', 'en', 'uncertain']
  const lines = rows.map(({ module, file, key, text, isUncertain }) => [
    module,
    file,
    key,
    text.ky,
    text.ru,
    text.en,
    isUncertain ? 'yes' : '',
  ])
  return `\u{feff}${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const allTextRows = (): TextRow[] =>
  textSources().flatMap((file) => textRowsIn(file, readFileSync(file, 'utf8')))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = allTextRows()
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/texts.csv', spreadsheetOf(rows))
  const doubtful = rows.filter(({ isUncertain }) => isUncertain).length
  console.log(`dist/texts.csv: ${rows.length} texts, ${doubtful} whose Kyrgyz must be checked.`)
}
