import type { Text } from '#src/kernel/lang.ts'
import type { Reach } from '#src/modules/appeals/index.ts'
import type { Question } from '#src/modules/catalogue/index.ts'

/**
 * What a person may choose, and exactly what then is done: `uses` are the contacts that may be used, all others are kept
 * but never used. The names are those of the catalogue's question `safeContact`. Its option `message` is not offered
 * before some channel of ours can send one.
 */
export const ways = {
  email: { uses: ['email'], reach: 'yes' },
  call: { uses: ['phone'], reach: 'yes' },
  'email-or-call': { uses: ['email', 'phone'], reach: 'yes' },
  'portal-only': { uses: [], reach: 'portalOnly' },
  'through-relative': { uses: [], reach: 'no' },
} as const satisfies Readonly<Record<string, { readonly uses: readonly ContactKind[]; readonly reach: Reach }>>

type ContactKind = 'email' | 'phone'
export type Way = keyof typeof ways

const isWay = (id: string): id is Way => Object.hasOwn(ways, id)

/** The choices in their order, each in the catalogue's words. */
export const offeredWays = (question: Question | undefined): readonly { readonly way: Way; readonly name: Text }[] =>
  Object.keys(ways)
    .filter(isWay)
    .flatMap((way) => question?.options?.filter(({ id }) => id === way).map(({ name }) => ({ way, name })) ?? [])

export const mayUse = (way: Way | undefined, kind: ContactKind): boolean =>
  way !== undefined && ways[way].uses.some((used) => used === kind)
