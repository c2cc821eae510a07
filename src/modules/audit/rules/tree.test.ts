import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addLeaf,
  consistencyRanges,
  emptyFrontier,
  emptyRoot,
  hashLeaf,
  hashOf,
  inclusionRanges,
  isConsistent,
  nodesOf,
  rootFromInclusion,
  rootOf,
  type Hash,
  type LeafRange,
  type NodePlace,
  type TreeNode,
} from './tree.ts'

// RFC 6962, section 2.1, word for word and slow.
function naiveRoot(contents: readonly string[]): Hash {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (contents.length === 0) return sha()
  if (contents.length === 1) return sha(Buffer.from([0]), Buffer.from(contents[0] ?? ''))
  let cut = 1
  while (cut * 2 < contents.length) cut *= 2
  return sha(Buffer.from([1]), naiveRoot(contents.slice(0, cut)), naiveRoot(contents.slice(cut)))
}

function grow(contents: readonly string[]) {
  const nodes = new Map<string, Hash>()
  const keep = ({ level, place, hash }: TreeNode) => nodes.set(`${level}/${place}`, hash)
  let frontier = emptyFrontier
  for (const [place, content] of contents.entries()) {
    const hash = hashLeaf(content)
    keep({ level: 0, place, hash })
    const next = addLeaf(frontier, hash)
    next.completed.forEach(keep)
    frontier = next.frontier
  }
  const find = ({ level, place }: NodePlace) => {
    const hash = nodes.get(`${level}/${place}`)
    if (!hash) throw new Error(`no ${level}/${place}`)
    return hash
  }
  return { frontier, nodes, prove: (ranges: readonly LeafRange[]) => ranges.map((range) => hashOf(range, find)) }
}

const manyContents = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 130 })
const sized = manyContents.chain((contents) =>
  fc.record({ contents: fc.constant(contents), at: fc.integer({ min: 0, max: contents.length - 1 }) }),
)

test('the empty tree has the root of the RFC', () => {
  expect(emptyRoot.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(rootOf(emptyFrontier)).toEqual(emptyRoot)
})

test('eight leaves give the roots of Certificate Transparency’s published test vectors', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  let frontier = emptyFrontier
  const found = inputs.map((input) => {
    const leaf = createHash('sha256')
      .update(Buffer.from(`00${input}`, 'hex'))
      .digest()
    frontier = addLeaf(frontier, leaf).frontier
    return rootOf(frontier).toString('hex')
  })
  expect(found).toEqual(roots)
})

test('a tree grown leaf by leaf has the root of the naive one, from its edge and from its stored nodes', () => {
  fc.assert(
    fc.property(manyContents, (contents) => {
      const { frontier, prove } = grow(contents)
      expect(rootOf(frontier)).toEqual(naiveRoot(contents))
      expect(prove([{ start: 0, end: contents.length }])).toEqual([naiveRoot(contents)])
      expect(nodesOf({ start: 0, end: contents.length }).length).toBeLessThanOrEqual(8)
    }),
  )
})

test('every leaf can be proved to be in, and a changed one can not', () => {
  fc.assert(
    fc.property(sized, fc.nat(), ({ contents, at }, spoil) => {
      const { frontier, prove } = grow(contents)
      const size = contents.length
      const root = rootOf(frontier)
      const proof = prove(inclusionRanges(at, { start: 0, end: size }))
      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
      expect(rootFromInclusion(hashLeaf(contents[at] ?? ''), at, size, proof)).toEqual(root)
      expect(rootFromInclusion(hashLeaf(`${contents[at]}x`), at, size, proof)).not.toEqual(root)
      if (size === 1) return
      expect(rootFromInclusion(hashLeaf(contents[at] ?? ''), (at + 1) % size, size, proof)).not.toEqual(root)
      const wrong = proof.with(spoil % proof.length, hashLeaf('spoilt'))
      expect(rootFromInclusion(hashLeaf(contents[at] ?? ''), at, size, wrong)).not.toEqual(root)
    }),
  )
})

test('an older tree can be proved to be the start of a newer one, and a rewritten one can not', () => {
  fc.assert(
    fc.property(sized, ({ contents, at }) => {
      const size = at + 1
      const { frontier, prove } = grow(contents)
      const newer = { size: contents.length, root: rootOf(frontier) }
      const older = { size, root: naiveRoot(contents.slice(0, size)) }
      const proof = prove(consistencyRanges(size, { start: 0, end: contents.length }))
      expect(isConsistent(older, newer, proof)).toBe(true)
      const rewritten = naiveRoot(contents.slice(0, size).with(at, `${contents[at]}x`))
      expect(isConsistent({ size, root: rewritten }, newer, proof)).toBe(false)
      expect(isConsistent(older, { ...newer, root: hashLeaf('another') }, proof)).toBe(false)
    }),
  )
})
