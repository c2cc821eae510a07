import { expect, test } from 'vitest'
import { boundedPool } from '#src/kernel/bounded-pool.ts'
import { createHasher } from './hashing.ts'

test('a hash is Argon2id with the parameters we promise, and only its own secret verifies', async () => {
  const hasher = createHasher()
  const hashed = await hasher.hash(Buffer.from('four words of a receipt'))
  if (!hashed.ok) throw new Error('an idle hasher refused')
  expect(hashed.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hasher.verify(hashed.value, Buffer.from('four words of a receipt'))).toEqual({ ok: true, value: true })
  expect(await hasher.verify(hashed.value, 'other words')).toEqual({ ok: true, value: false })
})

test('bytes that are no text are hashed and verified too', async () => {
  const hasher = createHasher()
  const bytes = Buffer.from([0xff, 0xfe, 0, 0x80])
  const hashed = await hasher.hash(bytes)
  if (!hashed.ok) throw new Error('an idle hasher refused')
  expect(await hasher.verify(hashed.value, bytes)).toEqual({ ok: true, value: true })
  expect(await hasher.verify(hashed.value, Buffer.from([0xff, 0xfe, 0, 0x81]))).toEqual({ ok: true, value: false })
})

test('two hashes are made at a time, forty wait, and the next is refused at once', async () => {
  const hasher = createHasher()
  const taken = Array.from({ length: 42 }, (_, place) => hasher.hash(`secret ${place}`))
  expect(await hasher.hash('one too many')).toEqual({ ok: false, refusal: 'busy' })
  expect((await Promise.all(taken)).every(({ ok }) => ok)).toBe(true)
  expect((await hasher.hash('after them')).ok).toBe(true)
})

test('a pool lets two work and forty wait, refuses the next, and its places come free again', async () => {
  const run = boundedPool(2, 40)
  let running = 0
  let most = 0
  const gate = Promise.withResolvers<void>()
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await gate.promise
    running -= 1
    return 'worked'
  }
  const taken = Array.from({ length: 42 }, () => run(work))
  expect(await run(work)).toEqual({ ok: false, refusal: 'busy' })
  gate.resolve()
  expect(await Promise.all(taken)).toEqual(taken.map(() => ({ ok: true, value: 'worked' })))
  expect(most).toBe(2)
  expect(await run(work)).toEqual({ ok: true, value: 'worked' })
})

test('a work that throws gives its place back', async () => {
  const run = boundedPool(1, 1)
  const failing = () => Promise.reject(new Error('broken'))
  await expect(run(failing)).rejects.toThrow('broken')
  await expect(run(failing)).rejects.toThrow('broken')
  expect(await run(() => Promise.resolve(1))).toEqual({ ok: true, value: 1 })
})
