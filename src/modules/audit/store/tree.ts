import { sql } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import { nodesOf, type Frontier, type Hash, type NodePlace, type TreeNode } from '../rules/tree.ts'

// Any number of our own: whoever appends holds it until its transaction ends, so that two workers never give one position twice.
const APPENDING = 62_620_001

export async function lockTree(db: Db) {
  await sql`select pg_advisory_xact_lock(${APPENDING})`.execute(db)
}

export async function readSize(db: ReadDb): Promise<number> {
  const last = await db
    .selectFrom('audit_leaves')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? Number(last.position) + 1 : 0
}

/** The right edge of the tree: a few look-ups, however large it is. */
export async function readFrontier(db: ReadDb): Promise<Frontier> {
  const size = await readSize(db)
  const places = nodesOf({ start: 0, end: size })
  const hashes = await readNodes(db, places)
  const subtrees = places.map((place) => {
    const hash = hashes.get(keyOf(place))
    if (!hash) throw new Error(`The audit tree lacks the node ${keyOf(place)}. Run: mekendesh audit verify`)
    return { ...place, hash }
  })
  return { size, subtrees }
}

/** Hashes of full subtrees by `level/place`; those that are not there are left out. */
export async function readNodes(db: ReadDb, places: readonly NodePlace[]): Promise<ReadonlyMap<string, Hash>> {
  const found = new Map<string, Hash>()
  for (const { level, place } of places) {
    const row =
      level === 0
        ? await db
            .selectFrom('audit_leaves')
            .select('leaf as hash')
            .where('position', '=', String(place))
            .executeTakeFirst()
        : await db
            .selectFrom('audit_nodes')
            .select('hash')
            .where('level', '=', level)
            .where('place', '=', String(place))
            .executeTakeFirst()
    if (row) found.set(keyOf({ level, place }), row.hash)
  }
  return found
}

export const keyOf = ({ level, place }: NodePlace) => `${level}/${place}`

export async function insertLeaves(db: Db, leaves: readonly { position: number; entryId: string; leaf: Hash }[]) {
  await db
    .insertInto('audit_leaves')
    .values(leaves.map(({ position, entryId, leaf }) => ({ position, entry_id: entryId, leaf })))
    .execute()
}

export async function insertNodes(db: Db, nodes: readonly TreeNode[]) {
  if (nodes.length === 0) return
  await db
    .insertInto('audit_nodes')
    .values(nodes.map(({ level, place, hash }) => ({ level, place, hash })))
    .execute()
}

/** The leaf that begins with these bytes. Reads the whole tree: asked for by hand, now and then. */
export async function findLeaf(db: ReadDb, start: Buffer): Promise<{ position: number; entryId: string } | undefined> {
  const row = await db
    .selectFrom('audit_leaves')
    .select(['position', 'entry_id'])
    .where(sql`substring(leaf from 1 for ${start.length}::integer)`, '=', start)
    .limit(1)
    .executeTakeFirst()
  return row && { position: Number(row.position), entryId: row.entry_id }
}

/** The stored nodes of one level between two places. */
export async function readLevel(db: ReadDb, level: number, from: number, to: number): Promise<readonly TreeNode[]> {
  const rows = await db
    .selectFrom('audit_nodes')
    .select(['place', 'hash'])
    .where('level', '=', level)
    .where('place', '>=', String(from))
    .where('place', '<=', String(to))
    .execute()
  return rows.map(({ place, hash }) => ({ level, place: Number(place), hash }))
}

/** Leaves and nodes in one statement: an append meanwhile must not look like damage. */
export async function countTree(db: ReadDb): Promise<{ readonly size: number; readonly nodes: number }> {
  const { nodes, last } = await db
    .selectFrom('audit_nodes')
    .select((eb) => [
      eb.fn.countAll<string>().as('nodes'),
      eb
        .selectFrom('audit_leaves')
        .select((eb) => eb.fn.max('position').as('last'))
        .as('last'),
    ])
    .executeTakeFirstOrThrow()
  return { size: last === null ? 0 : Number(last) + 1, nodes: Number(nodes) }
}
