import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Statement } from './sql-lines.ts'

/** Runs a recorded change again as a new one: what must be unique is drawn anew, ids that came back take the place of the recorded. */
export function createReplay() {
  const replaced = new Map<string, unknown>()
  const once = (known: string, draw: () => unknown) => {
    if (!replaced.has(known)) replaced.set(known, draw())
    return replaced.get(known)
  }
  const valueOf = (value: unknown): unknown => {
    if (value instanceof Uint8Array && value.length >= 16)
      return once(Buffer.from(value).toString('base64'), () => randomBytes(value.length))
    if (typeof value !== 'string') return value
    if (/^KG-\d\d-\d{7}-\d$/.test(value)) return once(value, freeNumber)
    if (/^[\w-]{22}$/.test(value)) return once(value, () => randomBytes(16).toString('base64url'))
    if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value) && value.length === 36) return once(value, randomUUID)
    return replaced.get(value) ?? value
  }
  return {
    valuesOf: ({ values }: Statement) => values.map(valueOf),
    learn({ rows: recorded }: Statement, rows: readonly unknown[]) {
      for (const [place, row] of recorded.entries()) {
        const now = new Map(Object.entries(rows[place] ?? {}))
        for (const [column, was] of Object.entries(row ?? {}))
          if (typeof was === 'string' && /^\d+$/.test(was) && now.has(column)) replaced.set(was, now.get(column))
      }
    },
  }
}

const freeNumber = () => `KG-26-${String(randomInt(10_000_000)).padStart(7, '0')}-${randomInt(10)}`
