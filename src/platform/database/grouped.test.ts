import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

test('those who come while work runs share the next run, and never the one under way', async () => {
  const runs: PromiseWithResolvers<void>[] = []
  const group = grouped(() => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  const ended: string[] = []
  const first = group.run().then(() => ended.push('first'))
  const second = group.run().then(() => ended.push('second'))
  const third = group.run().then(() => ended.push('third'))
  expect(runs).toHaveLength(1)
  runs[0]?.resolve()
  await first
  expect(ended).toEqual(['first'])
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(runs).toHaveLength(2)
  expect(group.running).toBeDefined()
  runs[1]?.resolve()
  await Promise.all([second, third])
  expect(ended).toEqual(['first', 'second', 'third'])
  expect(group.running).toBeUndefined()
})

test('a run that fails tells its callers and lets the next one begin', async () => {
  let isBroken = true
  const group = grouped(() => (isBroken ? Promise.reject(new Error('no room')) : Promise.resolve()))
  await expect(group.run()).rejects.toThrow('no room')
  isBroken = false
  await group.run()
})
