import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { systemClock } from '#src/platform/clock.ts'
import type { Goal, GoalResult } from './support/goal.ts'
import { exitOnSignal } from './support/ending.ts'
import { byNumber, keepResult, verdictOf } from './support/record.ts'

// npm run trust [-- R1 R3] [--quick] [--break] [--say-only]
// Tries the goals of trust.md that are built, each `tools/trust/<goal>.ts` with a function of its name; prints a line
// for each and keeps it in docs/trust.json and docs/trust.md, unless it is only to be said.
// --break breaks the product on purpose: then all must fail.
exitOnSignal()
const flags = ['--quick', '--break', '--say-only']
const typed = process.argv.slice(2)
const isBroken = typed.includes('--break')
const isQuick = typed.includes('--quick')
const isKept = !typed.includes('--say-only')
const wanted = typed.filter((one) => !flags.includes(one)).map((one) => one.toLowerCase())
const built = byNumber(readdirSync(import.meta.dirname).map((name) => /^([rs]\d+)\.ts$/.exec(name)?.[1] ?? '')).filter(
  (name) => name !== '',
)
const unknown = wanted.filter((name) => !built.includes(name))
if (unknown.length > 0) throw new Error(`Not built: ${unknown.join(', ')}. There are: ${built.join(', ')}.`)

// The portal that is killed is the one that is built: it must be made of these sources.
execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
const version = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
const results: GoalResult[] = []
for (const name of built.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  // Each file keeps to the form of support/goal.ts.
  const { [name]: goal }: Record<string, Goal> = await import(`./${name}.ts`)
  if (!goal) throw new Error(`tools/trust/${name}.ts has no function ${name}.`)
  const [startedAt, load = 0] = [performance.now(), ...loadavg()]
  const result = await goal({ isBroken, isQuick }).catch((error: unknown): GoalResult => ({
    goal: name.toUpperCase(),
    figure: String(error).split('\n')[0] ?? '',
    target: 'runs',
    // What stumbles shows nothing: not that the promise holds, and with the switch not that a breach would be seen.
    pass: isBroken,
  }))
  results.push(result)
  console.log(`${result.goal}, ${result.figure}, ${result.target}, ${verdictOf(result)}`)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const date = systemClock.now().toISOString().slice(0, 10)
  const here = { date, version, cores: availableParallelism(), load, seconds }
  if (isKept) keepResult(result, { ...here, isBroken, kind: isQuick ? 'quick' : 'long' })
}

const tried = results.filter(({ skipped }) => skipped === undefined)
const failed = tried.filter(({ pass }) => !pass).length
// Broken on purpose, a goal that passes is no test.
process.exit(isBroken ? Number(failed < tried.length) : Number(failed > 0))
