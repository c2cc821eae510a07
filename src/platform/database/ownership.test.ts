import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askOwner, becomeOwner } from './ownership.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mekendesh-owner-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Another process that becomes owner and stays; says "owner" or the refusal. */
function startOther(): ChildProcess {
  const script = `const { becomeOwner } = await import('#src/platform/database/ownership.ts')
    await becomeOwner(${JSON.stringify(dataDir)}).then(() => console.log('owner'), (e) => { console.log(e.message); process.exit(1) })
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
const firstLine = async (process: ChildProcess) => String((await once(process.stdout ?? process, 'data'))[0]).trim()

test('of five that start at once exactly one becomes the owner, and the others say why', async () => {
  const others = [startOther(), startOther(), startOther(), startOther(), startOther()]
  const said = await Promise.all(others.map(firstLine))
  expect(said.filter((line) => line === 'owner')).toHaveLength(1)
  expect(said.filter((line) => line.includes('Another process of the portal is running'))).toHaveLength(4)
  for (const other of others) other.kill('SIGKILL')
})

test('what kill -9 leaves behind does not stop the next start', async () => {
  const other = startOther()
  expect(await firstLine(other)).toBe('owner')
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(existsSync(join(dataDir, 'owner.sock'))).toBe(true)
  const owner = await becomeOwner(dataDir)
  await owner.release()
})

test('a command line is done by the owner, line by line; without an owner there is no answer', async () => {
  const request = { command: 'greet', args: ['Айгүл'] }
  expect(await askOwner(dataDir, request, () => {})).toBeUndefined()
  const owner = await becomeOwner(dataDir)
  const said: string[] = []
  expect(await askOwner(dataDir, request, (line) => said.push(line))).toBe(1)
  owner.answer(({ args }, say) => {
    say(`Салам, ${args[0]}!`)
    say('Саламатта калыңыз.')
    return Promise.resolve(3)
  })
  expect(await askOwner(dataDir, request, (line) => said.push(line))).toBe(3)
  expect(said).toEqual(['The portal is just starting. Try again in a moment.', 'Салам, Айгүл!', 'Саламатта калыңыз.'])
  await owner.release()
  expect(await askOwner(dataDir, request, () => {})).toBeUndefined()
})

test('a folder that others could enter is closed to them by its owner', async () => {
  chmodSync(dataDir, 0o755)
  const owner = await becomeOwner(dataDir)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  await owner.release()
})

test('a folder too deep for a socket is refused, and nothing is put where others could have taken its name', async () => {
  const deep = join(dataDir, 'x'.repeat(120))
  mkdirSync(deep)
  const before = readdirSync(tmpdir()).filter((name) => name.endsWith('.sock'))
  await expect(becomeOwner(deep)).rejects.toThrow(/DATA_DIR is too long/)
  await expect(askOwner(deep, { command: 'greet', args: [] }, () => {})).rejects.toThrow(/DATA_DIR is too long/)
  expect(readdirSync(tmpdir()).filter((name) => name.endsWith('.sock'))).toEqual(before)
})
