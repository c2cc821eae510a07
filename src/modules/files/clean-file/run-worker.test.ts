import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runLimited } from './run-worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'worker-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a reader does with a file that has got a hold of it. */
function run(work: string) {
  const script = join(folder, 'work.mjs')
  const answer = `writeFileSync(3, JSON.stringify({ ok: true, type: 'image/jpeg' }) + '\\n' + said)`
  const ready = work.startsWith('never') ? '' : `writeFileSync(3, 'ready\\n')`
  writeFileSync(script, `import { writeFileSync } from 'node:fs'\nlet said = ''\n${ready}\n${work}\n${answer}`)
  return runLimited(script, Buffer.from('x'), 'image/jpeg')
}
const saidBy = async (work: string) => {
  const outcome = await run(work)
  return outcome.ok ? outcome.value.bytes.toString() : outcome.refusal
}

test('a reader that never ends is ended within seven seconds, and its file is refused as broken', async () => {
  const startedAt = performance.now()
  expect(await saidBy('for (;;);')).toBe('fileBroken')
  expect(performance.now() - startedAt).toBeLessThan(8000)
}, 15_000)

test('a reader that falls takes nothing with it', async () => {
  expect(await saidBy('process.abort()')).toBe('fileBroken')
  expect(await saidBy('process.kill(process.pid, "SIGSEGV"); for (;;);')).toBe('fileBroken')
})

test.runIf(process.platform === 'linux')('a reader that takes gigabytes gets none', async () => {
  const work = `try { const all = []; for (let n = 0; n < 30; n++) all.push(Buffer.alloc(100_000_000, 1)); said = 'had' } catch { said = 'none' }`
  expect(['none', 'fileBroken']).toContain(await saidBy(work))
})

test('it knows nothing of ours and can leave no file', async () => {
  process.env['CANARY_OF_THE_SERVER'] = 'secret'
  expect(await saidBy('said = JSON.stringify(Object.keys(process.env).sort())')).not.toContain('CANARY')
  const left = join(folder, 'left')
  const outcome = await saidBy(`process.on('SIGXFSZ', () => {}); writeFileSync(${JSON.stringify(left)}, 'x'.repeat(9))`)
  expect(outcome).toBe('fileBroken')
  expect(existsSync(left) && statSync(left).size > 0).toBe(false)
})

test('one that cannot be started is our trouble, not the file’s', async () => {
  await expect(run('never = 1')).rejects.toThrow('did not start')
})
