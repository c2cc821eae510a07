import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addLeaf, hashLeaf, type Frontier, type TreeNode } from './rules/tree.ts'
import { deleteWaiting, readWaiting } from './store/entries.ts'
import { insertLeaves, insertNodes, lockTree, readFrontier } from './store/tree.ts'

const BATCH = 1000

/** Adds every committed entry to the tree, in order of commit. Gives how many. */
export async function appendEntries({ db }: Pick<AppDeps, 'db'>): Promise<number> {
  let appended = 0
  for (;;) {
    const count = await inTransaction(db, appendBatch)
    appended += count
    if (count < BATCH) return appended
  }
}

async function appendBatch(db: Db): Promise<number> {
  await lockTree(db)
  const waiting = await readWaiting(db, BATCH)
  if (waiting.length === 0) return 0
  let frontier: Frontier = await readFrontier(db)
  const leaves = []
  const nodes: TreeNode[] = []
  for (const { entryId, content } of waiting) {
    const leaf = hashLeaf(content)
    leaves.push({ position: frontier.size, entryId, leaf })
    const next = addLeaf(frontier, leaf)
    nodes.push(...next.completed)
    frontier = next.frontier
  }
  await insertLeaves(db, leaves)
  await insertNodes(db, nodes)
  await deleteWaiting(
    db,
    waiting.map(({ entryId }) => entryId),
  )
  return waiting.length
}
