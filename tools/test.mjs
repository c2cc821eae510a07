// npm test: everything, in the order in which it fails fastest. `--quick`: what is worth doing after each change, without
// database, build and browser.
import { spawnSync } from 'node:child_process'
import { unitTests } from './unit-tests.mjs'

const isQuick = process.argv.includes('--quick')
const node = (...args) => [process.execPath, args]
const steps = [
  ['format', ...node('node_modules/oxfmt/bin/oxfmt', '--check', '.')],
  ['lint', ...node('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings')],
  ['types', ...node('node_modules/typescript/bin/tsc', '--noEmit')],
  ...(isQuick
    ? [['unit tests', ...node('node_modules/vitest/vitest.mjs', 'run', ...unitTests())]]
    : [
        ['unused', ...node('node_modules/knip/bin/knip.js')],
        ['tests', ...node('node_modules/vitest/vitest.mjs', 'run')],
        ['build', ...node('tools/build.mjs')],
        ['browser', ...node('tools/find-chromium.mjs')],
        ['journeys', ...node('node_modules/vitest/vitest.mjs', 'run', '--config', 'test/journeys/vitest.config.ts')],
      ]),
]

const startedAt = Date.now()
const failed = []
for (const [name, command, args] of steps) {
  const began = Date.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  console.log(`— ${name}: ${status === 0 ? 'good' : 'FAILED'}, ${((Date.now() - began) / 1000).toFixed(1)} s`)
  if (status !== 0) failed.push(name)
}
console.log(
  `\n${failed.length === 0 ? 'All good' : `Failed: ${failed.join(', ')}`} after ${((Date.now() - startedAt) / 60_000).toFixed(1)} minutes.`,
)
process.exit(failed.length === 0 ? 0 : 1)
