import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { langs } from '#src/kernel/lang.ts'
import { placedTextsIn, uncertainKeys, wordsOf, type Node, type TextRow } from './texts.ts'

/**
 * Brings the spreadsheet of `npm run texts` back into the source: `npm run texts:back -- FILE`. Only what was changed is
 * written, all of it or nothing; a text that does not fit its place is named.
 */

export type SheetRow = Omit<TextRow, 'module'>

const sheet = z.array(
  z.object({
    file: z.string(),
    key: z.string(),
    ky: z.string(),
    ru: z.string(),
    en: z.string(),
    uncertain: z.string(),
  }),
)

export const rowsOf = (csv: string): SheetRow[] =>
  sheet
    .parse(parse(csv, { columns: true, bom: true }))
    .map(({ file, key, uncertain, ...text }) => ({ file, key, text, isUncertain: uncertain.trim() !== '' }))

export type Brought = { readonly source: string; readonly changed: number; readonly problems: readonly string[] }

/** The source of one file with the texts of these rows. */
export function withTexts(file: string, source: string, rows: readonly SheetRow[]): Brought {
  const placed = new Map(placedTextsIn(file, source).map((one) => [one.key, one]))
  const problems: string[] = []
  const edits: Edit[] = []
  for (const row of rows) {
    const place = placed.get(row.key)
    if (!place) problems.push(`${file} ${row.key}: there is no such text (any more)`)
    for (const lang of place ? langs : []) {
      const [node, words] = [place?.nodes[lang], withoutReturns(row.text[lang])]
      if (!node || words === place?.text[lang]) continue
      const written = words.trim() === '' ? undefined : writtenAs(node, source, words)
      if (written === undefined) problems.push(`${file} ${row.key} ${lang}: what stands in braces must stay: ${words}`)
      else edits.push({ start: node.start, end: node.end, text: written })
    }
  }
  const doubts = doubtsEdit(file, source, rows)
  problems.push(...doubts.problems)
  return { source: edited(source, [...edits, ...doubts.edits]), changed: edits.length + doubts.edits.length, problems }
}

type Edit = { readonly start: number; readonly end: number; readonly text: string }

const edited = (source: string, edits: readonly Edit[]) =>
  edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: words }) => `${text.slice(0, start)}${words}${text.slice(end)}`, source)

// Spreadsheets end lines in their own way.
const withoutReturns = (text: string) => text.replaceAll('\r\n', '\n')

/** The words as this node would be written; undefined where they do not say all that the program fills in. */
export function writtenAs(node: Node, source: string, words: string): string | undefined {
  if (node.type === 'Literal') return quoted(words)
  if (node.type === 'TemplateLiteral') return writtenTemplate(node, source, words)
  const parts = node.type === 'ArrayExpression' ? node.elements : node.type === 'CallExpression' ? node.arguments : []
  const said = words.split(node.type === 'ArrayExpression' ? ' | ' : '\n\n')
  if (parts.length === 0 || said.length !== parts.length) return undefined
  const written = parts.map((part, place) => part && sameOrWritten(part, source, said[place] ?? ''))
  if (written.some((part) => typeof part !== 'string')) return undefined
  // Between the parts nothing is kept but a comma: the formatter breaks the lines.
  const [open, close] =
    node.type === 'CallExpression' ? [`${source.slice(node.callee.start, node.callee.end)}(`, ')'] : ['[', ']']
  return `${open}${written.join(', ')}${close}`
}

function sameOrWritten(node: Node, source: string, words: string): string | undefined {
  return words === wordsOf(node, source) ? source.slice(node.start, node.end) : writtenAs(node, source, words)
}

/** Each expression once, in whatever order the language wants. */
function writtenTemplate(node: Extract<Node, { type: 'TemplateLiteral' }>, source: string, words: string) {
  const filledIn = node.expressions.map((one) => ({
    said: wordsOf(one, source),
    code: source.slice(one.start, one.end),
  }))
  let text = ''
  let rest = words
  for (const left = [...filledIn]; left.length > 0;) {
    const next = left
      .map((one) => ({ one, at: rest.indexOf(one.said) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at || other.one.said.length - one.one.said.length)[0]
    if (!next) return undefined
    text += `${escaped(rest.slice(0, next.at))}\${${next.one.code}}`
    rest = rest.slice(next.at + next.one.said.length)
    left.splice(left.indexOf(next.one), 1)
  }
  return `\`${text}${escaped(rest)}\``
}

// A space that must not break, and marks that nobody sees, are written so that one sees them.
const visible = (text: string) =>
  text.replaceAll(
    /[\u{a0}\u{202f}\u{2009}\u{2060}\u{200b}\u{ad}]/gu,
    (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`,
  )
const escaped = (text: string) => visible(text.replaceAll(/[\\`]|\$(?=\{)/g, String.raw`\$&`))
const quoted = (text: string) =>
  `'${visible(text.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`))}'`

const LIST = /(kyUncertain: readonly \(keyof typeof (\w+)\)\[\] = )\[([^\]]*)\]/

/** The file's list of uncertain Kyrgyz, as the sheet has it. */
function doubtsEdit(file: string, source: string, rows: readonly SheetRow[]): { edits: Edit[]; problems: string[] } {
  const found = LIST.exec(source)
  const [whole = '', head = '', owner = ''] = found ?? []
  const names = new Map(
    placedTextsIn(file, source).map((one) => [one.key, one.owner === owner ? one.name : undefined] as const),
  )
  const nameOf = ({ key }: SheetRow) => names.get(key)
  const wanted = new Set(rows.filter(({ isUncertain }) => isUncertain).map(nameOf))
  const had = uncertainKeys(source).map((key) => key.slice(owner.length + 1))
  const known = new Set(rows.map(nameOf))
  const homeless = rows.filter((row) => row.isUncertain && (!found || nameOf(row) === undefined))
  const problems = homeless.map(({ key }) => `${file} ${key}: its file keeps no list that it could stand in`)
  const now = [
    ...had.filter((name) => !known.has(name) || wanted.has(name)),
    ...[...wanted].filter((name) => name !== undefined && !had.includes(name)),
  ]
  if (!found || now.join() === had.join()) return { edits: [], problems }
  const text = `${head}[${now.map((name) => `'${name}'`).join(', ')}]`
  return { edits: [{ start: found.index, end: found.index + whole.length, text }], problems }
}

/** Gives how it ended: 0, or 1 where nothing was written. */
function bringBack(path: string): number {
  const files = Map.groupBy(rowsOf(readFileSync(path, 'utf8')), ({ file }) => file)
  const brought = [...files].map(([file, rows]) => ({ file, ...withTexts(file, readFileSync(file, 'utf8'), rows) }))
  const problems = brought.flatMap((one) => one.problems)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) {
    console.error(`Nothing was written: ${problems.length} to mend in ${path}.`)
    return 1
  }
  const changed = brought.filter((one) => one.changed > 0)
  for (const { file, source } of changed) writeFileSync(file, source)
  if (changed.length > 0)
    execFileSync(
      'node_modules/.bin/oxfmt',
      changed.map(({ file }) => file),
      { stdio: 'inherit' },
    )
  const texts = changed.reduce((sum, one) => sum + one.changed, 0)
  console.log(`${texts} texts changed in ${changed.length} files. Look at the difference, then run npm run check.`)
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path] = process.argv.slice(2)
  if (path === undefined) console.error('Name the spreadsheet: npm run texts:back -- FILE')
  process.exit(path === undefined ? 1 : bringBack(path))
}
