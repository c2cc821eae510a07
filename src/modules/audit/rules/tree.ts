import { createHash } from 'node:crypto'

// The Merkle tree of RFC 6962, section 2.1. Sizes and places are plain numbers: 2^53 acts are enough, and `<<` would stop at 2^31.

export type Hash = Buffer
/** The full subtree over leaves place·2^level … (place + 1)·2^level − 1; level 0 is a leaf. */
export type NodePlace = { readonly level: number; readonly place: number }
export type TreeNode = NodePlace & { readonly hash: Hash }
/** Leaves start … end − 1. */
export type LeafRange = { readonly start: number; readonly end: number }
export type FindNode = (node: NodePlace) => Hash

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const LEAF = Buffer.from([0x00])
const NODE = Buffer.from([0x01])

export const emptyRoot = sha256()
export const hashLeaf = (content: string): Hash => sha256(LEAF, Buffer.from(content))
export const hashNode = (left: Hash, right: Hash): Hash => sha256(NODE, left, right)

/** The right edge of a tree: its full subtrees from the largest to the smallest. All that is needed to add a leaf. */
export type Frontier = { readonly size: number; readonly subtrees: readonly TreeNode[] }
export const emptyFrontier: Frontier = { size: 0, subtrees: [] }

/** Adds one leaf; `completed` are the full subtrees of two leaves or more that it closes. */
export function addLeaf(frontier: Frontier, leaf: Hash): { frontier: Frontier; completed: readonly TreeNode[] } {
  const subtrees = [...frontier.subtrees]
  const completed: TreeNode[] = []
  let newest: TreeNode = { level: 0, place: frontier.size, hash: leaf }
  for (let left = subtrees.at(-1); left?.level === newest.level; left = subtrees.at(-1)) {
    subtrees.pop()
    newest = { level: left.level + 1, place: left.place / 2, hash: hashNode(left.hash, newest.hash) }
    completed.push(newest)
  }
  return { frontier: { size: frontier.size + 1, subtrees: [...subtrees, newest] }, completed }
}

export function rootOf({ subtrees }: Frontier): Hash {
  const last = subtrees.at(-1)
  if (!last) return emptyRoot
  return subtrees.slice(0, -1).reduceRight((right, { hash }) => hashNode(hash, right), last.hash)
}

/** Full subtrees that together make a range whose start is a multiple of the next power of two above its length. */
export function nodesOf({ start, end }: LeafRange): readonly NodePlace[] {
  const nodes: NodePlace[] = []
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at))
    nodes.push({ level, place: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

export function hashOf(range: LeafRange, find: FindNode): Hash {
  const subtrees = nodesOf(range).map((node) => ({ ...node, hash: find(node) }))
  return rootOf({ size: range.end - range.start, subtrees })
}

// Where RFC 6962 cuts a tree in two: the largest power of two below its size.
const cutOf = ({ start, end }: LeafRange) => start + 2 ** Math.ceil(Math.log2(end - start) - 1)

/** The ranges whose hashes prove that the leaf is in the tree, from the leaf upwards. */
export function inclusionRanges(leaf: number, tree: LeafRange): readonly LeafRange[] {
  if (tree.end - tree.start <= 1) return []
  const cut = cutOf(tree)
  const left = { start: tree.start, end: cut }
  const right = { start: cut, end: tree.end }
  return leaf < cut ? [...inclusionRanges(leaf, left), right] : [...inclusionRanges(leaf, right), left]
}

/** The ranges whose hashes prove that the tree of `size` leaves is the start of the other. */
export function consistencyRanges(size: number, tree: LeafRange, isWhole = true): readonly LeafRange[] {
  if (size === tree.end) return isWhole ? [] : [tree]
  const cut = cutOf(tree)
  const left = { start: tree.start, end: cut }
  const right = { start: cut, end: tree.end }
  return size <= cut
    ? [...consistencyRanges(size, left, isWhole), right]
    : [...consistencyRanges(size, right, false), left]
}

/** Root that an inclusion proof leads to; compare it with a signed one. RFC 9162, section 2.1.3.2. Undefined: not a proof. */
export function rootFromInclusion(
  leaf: Hash,
  position: number,
  size: number,
  proof: readonly Hash[],
): Hash | undefined {
  if (position >= size) return undefined
  let place = position
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return undefined
    if (place % 2 === 1 || place === last) {
      hash = hashNode(sibling, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else hash = hashNode(hash, sibling)
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : undefined
}

export type Root = { readonly size: number; readonly root: Hash }

/** Whether the proof shows that `older` is the start of `newer`. RFC 9162, section 2.1.4.2. */
export function isConsistent(older: Root, newer: Root, proof: readonly Hash[]): boolean {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)
  if (older.size === 0) return proof.length === 0
  const isPowerOfTwo = Number.isInteger(Math.log2(older.size))
  const [first, ...rest] = isPowerOfTwo ? [older.root, ...proof] : proof
  return first !== undefined && leadsToBoth(older, newer, first, rest)
}

function leadsToBoth(older: Root, newer: Root, first: Hash, rest: readonly Hash[]): boolean {
  let place = older.size - 1
  let last = newer.size - 1
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  let olderHash = first
  let newerHash = first
  for (const hash of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      olderHash = hashNode(hash, olderHash)
      newerHash = hashNode(hash, newerHash)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else newerHash = hashNode(newerHash, hash)
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 && olderHash.equals(older.root) && newerHash.equals(newer.root)
}
