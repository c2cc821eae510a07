/** Who did it. `public` is somebody who has proved nothing. */
export type Actor =
  | { readonly kind: 'public' }
  | { readonly kind: 'person'; readonly appealId: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'system'; readonly name: string }

export const actorKinds = ['staff', 'person', 'public', 'system'] as const satisfies readonly Actor['kind'][]

export type Entry = {
  readonly who: Actor
  /** The act, `thing.done`: `appeal.opened`, `staff.signedIn`. */
  readonly what: string
  /** The internal id, never the number a person holds. */
  readonly on: { readonly kind: string; readonly id: string }
  /** Names of the fields that changed, never what stands in them. */
  readonly fields?: readonly string[]
  /** Keyed hashes (Keyring.lookup) by which a value can be compared later without being written here. */
  readonly digests?: Readonly<Record<string, string>>
}

export function actorIdOf(actor: Actor): string | null {
  if (actor.kind === 'public') return null
  if (actor.kind === 'person') return actor.appealId
  return actor.kind === 'staff' ? actor.id : actor.name
}

/** Keys in order of their letters, no spaces: two writers of the same value write the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

/** A row as the database gives it; `at_text` in microseconds. Left joins make every column nullable. */
export type EntryRow = {
  readonly id: string | null
  readonly at_text: string
  readonly actor_kind: string | null
  readonly actor_id: string | null
  readonly what: string | null
  readonly on_kind: string | null
  readonly on_id: string | null
  readonly fields: readonly string[] | null
  readonly digests: unknown
}

/** What the tree hashes of an entry: all of it. */
export const contentOf = (row: EntryRow): string =>
  canonicalJson({
    id: row.id,
    at: row.at_text,
    actor: { kind: row.actor_kind, id: row.actor_id },
    what: row.what,
    on: { kind: row.on_kind, id: row.on_id },
    fields: row.fields,
    digests: row.digests,
  })

/** An act as the page shows it. */
export type Act = {
  readonly id: string
  readonly at: Date
  readonly actorKind: Actor['kind']
  readonly actorId: string | undefined
  readonly what: string
  readonly on: { readonly kind: string; readonly id: string }
  readonly fields: readonly string[]
}

export type ActFilter = {
  readonly actorKind?: Actor['kind'] | undefined
  readonly actorId?: string | undefined
  /** `appeal.read`, or the first part alone: every act on appeals. */
  readonly what?: string | undefined
  readonly on?: { readonly kind: string; readonly id: string } | undefined
}
