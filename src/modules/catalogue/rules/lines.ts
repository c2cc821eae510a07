import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { Path } from './known-ids.ts'

/** A text that is not JSON: the parser's words and the line. Undefined when it is. */
export function brokenJson(text: string): { line: number; what: string } | undefined {
  try {
    parse(text)
    return undefined
  } catch (error) {
    const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : 1
    return { line, what: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Line of the value at the end of the path; where the path ends early (a key is missing), of the deepest one there is. */
export function lineFinder(text: string): (path: Path) => number {
  const { body } = parse(text)
  return (path) => {
    let at: ValueNode = body
    for (const key of path) {
      const inner = childOf(at, key)
      if (!inner) break
      at = inner
    }
    return at.loc.start.line
  }
}

function childOf(node: ValueNode, key: PropertyKey): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(key)]?.value
  if (node.type !== 'Object') return undefined
  return node.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === key)?.value
}

/** The path as a person reads it, with ids beside numbers: `topics[3] (passport-withheld).name.en`. */
export function pathInWords(value: unknown, path: Path): string {
  let words = ''
  let at = value
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, key)?.value : undefined
    words += typeof key === 'number' ? `[${key}]${idOf(at)}` : `${words === '' ? '' : '.'}${String(key)}`
  }
  return words
}

function idOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return ''
  const id = 'id' in item ? item.id : 'iso' in item ? item.iso : undefined
  return typeof id === 'string' ? ` (${id})` : ''
}
