import type { Filled } from '#src/kernel/form.ts'
import { actorKinds, type ActFilter } from './rules/entry.ts'

/** What the page is filtered by, out of its address; whatever else stands there is dropped. */
export function parseActFilter(query: Filled): ActFilter {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 80) : undefined
  }
  const [onKind, onId] = (text('on') ?? '').split(':', 2)
  return {
    actorKind: actorKinds.find((kind) => kind === text('actor')),
    actorId: text('id'),
    what: text('what')?.match(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/)?.[0],
    on: onKind && onId ? { kind: onKind, id: onId } : undefined,
  }
}

/** The id a page of acts goes on after. */
export const parseBefore = (text: string | undefined) => (text && /^\d{1,18}$/.test(text) ? text : undefined)
