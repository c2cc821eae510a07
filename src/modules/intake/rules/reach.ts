import type { Reach } from '#src/modules/appeals/index.ts'

/**
 * What a person may choose, and exactly what then is done: `uses` are the contacts that may be used, all others are kept
 * but never used. The names are those of the catalogue's question `safeContact`; `emailOrCall` is ours, since that
 * question has one answer only. Its option `message` is not offered before some channel of ours can send one.
 */
export const ways = {
  email: { uses: ['email'], reach: 'yes' },
  call: { uses: ['phone'], reach: 'yes' },
  emailOrCall: { uses: ['email', 'phone'], reach: 'yes' },
  'portal-only': { uses: [], reach: 'portalOnly' },
  'through-relative': { uses: [], reach: 'no' },
} as const satisfies Readonly<Record<string, { readonly uses: readonly ContactKind[]; readonly reach: Reach }>>

type ContactKind = 'email' | 'phone'
export type Way = keyof typeof ways

const isWay = (id: string): id is Way => Object.hasOwn(ways, id)

/** The choices in their order, as far as the catalogue has words for them. */
export const offeredWays = (options: readonly { readonly id: string }[]): readonly Way[] =>
  Object.keys(ways)
    .filter(isWay)
    .filter((way) => way === 'emailOrCall' || options.some(({ id }) => id === way))

/** The answer as the catalogue knows it; undefined for the one that is only ours. */
export const answerOf = (way: Way | undefined): string | undefined => (way === 'emailOrCall' ? undefined : way)

export const mayUse = (way: Way | undefined, kind: ContactKind): boolean =>
  way !== undefined && ways[way].uses.some((used) => used === kind)
