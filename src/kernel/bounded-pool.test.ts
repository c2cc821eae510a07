import { expect, test } from 'vitest'
import { boundedPool } from './bounded-pool.ts'

test('who has waited too long is refused, and the turn goes to the next', async () => {
  const run = boundedPool(1, 5, 20)
  const first = Promise.withResolvers<string>()
  const running = run(() => first.promise)
  expect(await run(() => Promise.resolve('never'))).toEqual({ ok: false, refusal: 'busy' })
  const waiting = run(() => Promise.resolve('second'))
  first.resolve('first')
  expect(await Promise.all([running, waiting])).toEqual([
    { ok: true, value: 'first' },
    { ok: true, value: 'second' },
  ])
  expect(await run(() => Promise.resolve('third'))).toEqual({ ok: true, value: 'third' })
})
