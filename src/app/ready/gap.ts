export const groups = ['The machine', 'People who work here', 'Facts', 'Law and language'] as const

/** One thing that is missing before the portal opens to people. */
export type Gap = {
  readonly group: (typeof groups)[number]
  /** Without it the portal must not open; the others are advice. */
  readonly isBlocking: boolean
  readonly what: string
  /** What to do, and where. */
  readonly remedy: string
}

type Said = Pick<Gap, 'what' | 'remedy'>

/** For one group: `must` and `should` give a gap where the condition holds, else nothing. */
export const gapsIn = (group: Gap['group']) => ({
  must: (isMissing: boolean, said: () => Said): Gap[] => (isMissing ? [{ group, isBlocking: true, ...said() }] : []),
  should: (isMissing: boolean, said: () => Said): Gap[] => (isMissing ? [{ group, isBlocking: false, ...said() }] : []),
})

const EXAMPLES = 3

/** "48: Moscow, Kazan, Yekaterinburg …" */
export const some = (names: readonly string[]): string =>
  `${names.length}: ${names.slice(0, EXAMPLES).join(', ')}${names.length > EXAMPLES ? ' …' : ''}`
