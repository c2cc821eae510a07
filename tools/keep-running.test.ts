import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DISK_REFUSED, keepRunning } from './keep-running.mjs'

let home: string
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'mekendesh-keep-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** A program that writes a line at each start and ends with the code that stands at this start's place. */
const program = (codes: readonly number[]) => [
  '-e',
  `const { appendFileSync, readFileSync } = require('node:fs')
  appendFileSync(${JSON.stringify(join(home, 'starts'))}, 'x')
  process.exit(${JSON.stringify(codes)}[readFileSync(${JSON.stringify(join(home, 'starts'))}, 'utf8').length - 1])`,
]
const starts = () => readFileSync(join(home, 'starts'), 'utf8').length

test('a server whose disk refused is started again, with pauses that grow and are told', async () => {
  const said: string[] = []
  const code = await keepRunning(process.execPath, program([74, 74, 74, 0]), {
    pausesMs: [10, 20],
    say: (line) => said.push(line),
  })
  expect({ code, starts: starts() }).toEqual({ code: 0, starts: 4 })
  expect(said.map((line) => /[\d.]+ s/.exec(line)?.[0])).toEqual(['0.01 s', '0.02 s', '0.02 s'])
})

test('whatever else a server ends with is the end', async () => {
  expect(await keepRunning(process.execPath, program([1, 0]))).toBe(1)
  expect(starts()).toBe(1)
})

test('who stops it in a pause does not wait', async () => {
  const running = keepRunning(process.execPath, program([74, 0]), {
    pausesMs: [60_000],
    // The handler of keepRunning only: nobody kills the test.
    say: () => process.emit('SIGTERM', 'SIGTERM'),
  })
  expect(await running).toBe(DISK_REFUSED)
  expect(starts()).toBe(1)
})

test('the server ends with the code that starts it again', () => {
  expect(readFileSync('src/platform/database/durable.ts', 'utf8')).toContain(`process.exit(${DISK_REFUSED})`)
})
