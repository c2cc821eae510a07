import type { AppDeps } from '#src/platform/deps.ts'
import { readCheckpoints } from './rules/checkpoint.ts'
import { addLeaf, emptyFrontier, hashLeaf, rootOf, type Frontier, type Hash, type TreeNode } from './rules/tree.ts'
import { listCheckpoints, type StoredCheckpoint } from './store/checkpoints.ts'
import { findStrayEntries, readLeaves, type LeafRow } from './store/entries.ts'
import { countTree, readLevel } from './store/tree.ts'

export type AuditProblem = {
  readonly what:
    | 'altered' // the entry is not what its leaf was made of
    | 'missing' // the leaf's entry is gone
    | 'leafMissing' // a position of the tree is empty
    | 'inserted' // an entry that never went the way of an act
    | 'late' // an entry dated long before a signed checkpoint, and not in the tree
    | 'treeDamaged' // stored hashes of the tree are not those of its leaves
    | 'rootDiffers' // the log is not the one that was signed
    | 'cutOff' // the log is shorter than what was signed
    | 'checkpointForged' // not signed by our key
    | 'checkpointMissing' // kept outside, gone here
    | 'checkpointUnreadable'
  readonly entryId?: string
  /** How many entries the checkpoint in question covers. */
  readonly size?: number
}

type Expected = { readonly size: number; readonly root: Hash }

const PAGE = 2000
// A sound log has none; a ruined one need not be told row by row.
const ENOUGH = 1000
// An act waits a minute for the tree. Whoever dates one back by more must explain it.
const LATE_MS = 60 * 60_000

/**
 * Reads the whole log again and compares it with its tree, its checkpoints and those kept outside.
 * `checkpointText`: one signed note, or a whole checkpoints.log. Without it, somebody who owns the database *and*
 * the keys could have rebuilt everything: only a note kept elsewhere shows that.
 */
export async function verifyAudit(
  { db, keys }: Pick<AppDeps, 'db' | 'keys'>,
  checkpointText?: string,
): Promise<{ ok: boolean; problems: readonly AuditProblem[] }> {
  const stored = await listCheckpoints(db)
  const outside = checkpointText === undefined ? [] : readCheckpoints(checkpointText, keys.audit.publicKey)
  const problems: AuditProblem[] = [
    ...(checkpointText !== undefined && outside.length === 0 ? [{ what: 'checkpointUnreadable' } as const] : []),
    ...outside.filter(({ isSigned }) => !isSigned).map(({ size }) => ({ what: 'checkpointForged', size }) as const),
    ...stored.flatMap((checkpoint) => wrongIn(checkpoint, keys)),
    ...outside
      .filter(({ size, root }) => !stored.some((one) => one.size === size && one.root.equals(root)))
      .map(({ size }) => ({ what: 'checkpointMissing', size }) as const),
  ]
  problems.push(...(await verifyTree(db, [...stored, ...outside])))
  problems.push(...(await verifyStrays(db, stored.at(-1))))
  const told = problems.slice(0, ENOUGH)
  return { ok: told.length === 0, problems: told }
}

function wrongIn({ size, root, note }: StoredCheckpoint, keys: AppDeps['keys']): AuditProblem[] {
  const [read, ...more] = readCheckpoints(note, keys.audit.publicKey)
  const isGood = read?.isSigned && more.length === 0 && read.size === size && read.root.equals(root)
  return isGood ? [] : [{ what: 'checkpointForged', size }]
}

async function verifyTree(db: AppDeps['db'], signed: readonly Expected[]): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = []
  const expected = Map.groupBy(signed, ({ size }) => size)
  const compareRoots = (frontier: Frontier) => {
    const wrong = (expected.get(frontier.size) ?? []).filter(({ root }) => !root.equals(rootOf(frontier)))
    if (wrong.length > 0) problems.push({ what: 'rootDiffers', size: frontier.size })
  }
  let frontier = emptyFrontier
  for (let from = 0; problems.length < ENOUGH;) {
    const page = await readLeaves(db, from, PAGE)
    const completed: TreeNode[] = []
    for (const row of page) {
      problems.push(...wrongWith(row, frontier.size))
      const next = addLeaf(frontier, row.leaf)
      frontier = next.frontier
      completed.push(...next.completed)
      compareRoots(frontier)
    }
    if (!(await areStored(db, completed))) problems.push({ what: 'treeDamaged' })
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    from = last.position + 1
  }
  const counted = await countTree(db)
  if (counted.nodes !== countOfNodes(counted.size)) problems.push({ what: 'treeDamaged' })
  const largest = Math.max(0, ...expected.keys())
  if (largest > frontier.size) problems.push({ what: 'cutOff', size: largest })
  return problems
}

function wrongWith({ position, entryId, leaf, content }: LeafRow, expectedPosition: number): AuditProblem[] {
  if (position !== expectedPosition) return [{ what: 'leafMissing', entryId }]
  if (content === undefined) return [{ what: 'missing', entryId }]
  return hashLeaf(content).equals(leaf) ? [] : [{ what: 'altered', entryId }]
}

async function areStored(db: AppDeps['db'], completed: readonly TreeNode[]): Promise<boolean> {
  for (const [level, nodes] of Map.groupBy(completed, (node) => node.level)) {
    const places = nodes.map(({ place }) => place)
    const stored = await readLevel(db, level, Math.min(...places), Math.max(...places))
    const byPlace = new Map(stored.map(({ place, hash }) => [place, hash]))
    if (!nodes.every(({ place, hash }) => byPlace.get(place)?.equals(hash))) return false
  }
  return true
}

// A tree of n leaves has ⌊n/2⌋ + ⌊n/4⌋ + … full subtrees of two leaves or more.
const countOfNodes = (size: number): number =>
  size < 2 ? 0 : Math.floor(size / 2) + countOfNodes(Math.floor(size / 2))

async function verifyStrays(db: AppDeps['db'], last: StoredCheckpoint | undefined): Promise<AuditProblem[]> {
  const longBefore = last && new Date(last.at.getTime() - LATE_MS)
  const { stray, late } = await findStrayEntries(db, longBefore, ENOUGH)
  return [
    ...stray.map((entryId) => ({ what: 'inserted', entryId }) as const),
    ...late.map((entryId) => ({ what: 'late', entryId }) as const),
  ]
}
