import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCheckpoints, verifierKey, writeCheckpoint } from './checkpoint.ts'
import { hashLeaf } from './tree.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const signText = (text: string) => sign(null, Buffer.from(text), privateKey)
const checkpoint = { origin: 'example.kg/audit', size: 42, root: hashLeaf('x') }
const note = writeCheckpoint(checkpoint, publicKey, signText)

test('a checkpoint has the form of C2SP: origin, size, root, an empty line, a signature with the key’s hash', () => {
  const [origin, size, root, empty, signature = '', end] = note.split('\n')
  expect([origin, size, root, empty, end]).toEqual(['example.kg/audit', '42', hashLeaf('x').toString('base64'), '', ''])
  expect(signature).toMatch(/^— example\.kg\/audit [A-Za-z0-9+/]+=*$/)
  const raw = Buffer.from(signature.split(' ')[2] ?? '', 'base64')
  expect(raw).toHaveLength(4 + 64)
  const [name, hash, key = ''] = verifierKey('example.kg/audit', publicKey).split('+', 3)
  expect(name).toBe('example.kg/audit')
  expect(hash).toBe(raw.subarray(0, 4).toString('hex'))
  expect(key.length).toBeGreaterThan(0)
})

test('the hash of a key is the one of the signed-note specification’s own example', () => {
  // Go's golang.org/x/mod/sumdb/note: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
  const raw = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64')
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw.subarray(1)])
  const known = createHash('sha256').update('PeterNeumann\n').update(raw).digest('hex').slice(0, 8)
  expect(known).toBe('c74f20a3')
  expect(verifierKey('PeterNeumann', createPublicKey({ key: spki, format: 'der', type: 'spki' }))).toBe(
    `PeterNeumann+c74f20a3+${raw.toString('base64')}`,
  )
})

test('one note or a whole file of them is read back, with Windows line ends too', () => {
  expect(readCheckpoints(note, publicKey)).toEqual([{ ...checkpoint, isSigned: true }])
  const second = writeCheckpoint({ ...checkpoint, size: 43 }, publicKey, signText)
  const file = `${note}\n${second}\n`.replaceAll('\n', '\r\n')
  expect(readCheckpoints(file, publicKey).map(({ size, isSigned }) => [size, isSigned])).toEqual([
    [42, true],
    [43, true],
  ])
  expect(readCheckpoints('nothing of the kind', publicKey)).toEqual([])
})

test('a changed size, root, name or signature, and another’s key, are not signed', () => {
  const other = generateKeyPairSync('ed25519')
  const changed = [
    note.replace('\n42\n', '\n41\n'),
    note.replace(checkpoint.root.toString('base64'), hashLeaf('y').toString('base64')),
    note.replaceAll('example.kg', 'example.com'),
    writeCheckpoint(checkpoint, other.publicKey, (text) => sign(null, Buffer.from(text), other.privateKey)),
    writeCheckpoint(checkpoint, publicKey, (text) => sign(null, Buffer.from(text), other.privateKey)),
  ]
  expect(changed.flatMap((text) => readCheckpoints(text, publicKey)).map(({ isSigned }) => isSigned)).toEqual(
    changed.map(() => false),
  )
})
