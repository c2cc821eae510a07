import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { catalogueFrom, type Catalogue, type WordList } from './rules/catalogue.ts'
import { files, type CatalogueFiles, type FileKey } from './rules/files.ts'
import { brokenJson, lineFinder, pathInWords } from './rules/lines.ts'
import type { Path } from './rules/known-ids.ts'
import { findBrokenReferences } from './rules/references.ts'
import { findUncountedTerms } from './rules/statutory-terms.ts'
import { findBrokenWords } from './rules/words.ts'

/** `file` as it lies in the catalogue's folder, `line` from 1. */
export type CatalogueProblem = { readonly file: string; readonly line: number; readonly what: string }

/** Thrown with everything that is wrong at once, so that nobody mends it one by one. */
export class CatalogueProblems extends Error {
  override readonly name = 'CatalogueProblems'
  readonly problems: readonly CatalogueProblem[]

  constructor(problems: readonly CatalogueProblem[]) {
    super(`The catalogue has ${problems.length} problems:\n${problems.map(problemLine).join('\n')}`)
    this.problems = problems
  }
}

export const problemLine = ({ file, line, what }: CatalogueProblem) => `${file}:${line}: ${what}`

/** Reads and checks the whole folder. Throws CatalogueProblems with all that is wrong. */
export function loadCatalogue(dir: string): Catalogue {
  const { parsed, words, problems, digest } = readFolder(dir)
  if (problems.length > 0) throw new CatalogueProblems(problems)
  // Without a problem every file was read and parsed by its own schema.
  return catalogueFrom(deepFreeze(parsed as CatalogueFiles), deepFreeze(words as Catalogue['words']), digest)
}

/** The same check for the command `mekendesh catalogue check`. */
export function checkCatalogue(dir: string): { problems: readonly CatalogueProblem[] } {
  return { problems: readFolder(dir).problems }
}

function readFolder(dir: string) {
  const texts: Partial<Record<FileKey, string>> = {}
  const parsed: Partial<Record<FileKey, unknown>> = {}
  const problems: CatalogueProblem[] = []
  for (const key of Object.keys(files) as FileKey[]) {
    const text = readText(dir, files[key].at, problems)
    if (text === undefined) continue
    texts[key] = text
    const content = parseFile(key, text, problems)
    if (content !== undefined) parsed[key] = content
  }
  // Each was parsed by the schema of its own key.
  const given = parsed as Partial<CatalogueFiles>
  for (const { file, path, what } of [...findBrokenReferences(given), ...findUncountedTerms(given)]) {
    problems.push(problemAt(file, texts[file] ?? '', parsed[file], path, what))
  }
  const words: Partial<Record<Lang, WordList>> = {}
  for (const lang of langs) {
    const at = `words/${lang}.txt`
    const list = readText(dir, at, problems)?.trimEnd().split('\n')
    if (!list) continue
    problems.push(...findBrokenWords(list).map((broken) => ({ file: at, ...broken })))
    words[lang] = { version: versionOf(lang, list), list }
  }
  const digest = digestOf(JSON.stringify([texts, words]))
  return { parsed, words, digest, problems: problems.toSorted(byPlace) }
}

function readText(dir: string, at: string, problems: CatalogueProblem[]): string | undefined {
  try {
    return readFileSync(join(dir, at), 'utf8')
  } catch (error) {
    problems.push({
      file: at,
      line: 1,
      what: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    })
    return undefined
  }
}

function parseFile(key: FileKey, text: string, problems: CatalogueProblem[]): unknown {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    // JSON.parse names no line.
    problems.push({ file: files[key].at, line: 1, what: 'not JSON', ...brokenJson(text) })
    return undefined
  }
  const result = files[key].is.safeParse(content)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    // A misspelt key is reported on its own line, not on that of the object around it.
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
    problems.push(problemAt(key, text, content, path, issue.message))
  }
  return undefined
}

function problemAt(key: FileKey, text: string, content: unknown, path: Path, what: string): CatalogueProblem {
  return { file: files[key].at, line: lineFinder(text)(path), what: `${pathInWords(content, path)}: ${what}` }
}

// From the words themselves: nobody can forget to count it up.
const versionOf = (lang: Lang, list: readonly string[]) => `${lang}-${digestOf(list.join('\n')).slice(0, 8)}`

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

const byPlace = (one: CatalogueProblem, other: CatalogueProblem) =>
  one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
