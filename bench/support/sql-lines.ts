/** One statement as the portal ran it. */
export type Statement = {
  readonly sql: string
  readonly values: readonly unknown[]
  readonly rows: readonly unknown[]
}

type Marked = { readonly $bytes: string } | { readonly $time: string }

export const toLine = (statement: Statement): string => JSON.stringify(statement, marked)

export const fromLine = (line: string): Statement => JSON.parse(line, unmarked)

// Before toJSON has turned it into something else: `this` holds the value as it was.
function marked(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const was = this[key]
  if (was instanceof Uint8Array) return { $bytes: Buffer.from(was).toString('base64') } satisfies Marked
  if (was instanceof Date) return { $time: was.toISOString() } satisfies Marked
  return typeof value === 'bigint' ? String(value) : value
}

function unmarked(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value && typeof value.$bytes === 'string') return Buffer.from(value.$bytes, 'base64')
  return '$time' in value && typeof value.$time === 'string' ? new Date(value.$time) : value
}
