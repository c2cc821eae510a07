import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { systemClock } from '#src/platform/clock.ts'
import type { Goal, GoalResult } from './support/goal.ts'

// npm run trust [-- R1 R3] [--quick] [--break]
// Tries the goals of trust.md that are built, each `tools/trust/<goal>.ts` with a function of its name; prints a line
// for each and writes docs/trust.md after a whole long run. --break breaks the product on purpose: then all must fail.
const typed = process.argv.slice(2)
const isBroken = typed.includes('--break')
const isQuick = typed.includes('--quick')
const wanted = typed.filter((one) => !one.startsWith('--')).map((one) => one.toLowerCase())
const byNumber = (name: string) => `${name.charAt(0)}${name.slice(1).padStart(3, '0')}`
const built = readdirSync(import.meta.dirname)
  .map((name) => /^([rs]\d+)\.ts$/.exec(name)?.[1] ?? '')
  .filter((name) => name !== '')
  .toSorted((one, other) => byNumber(one).localeCompare(byNumber(other)))
const unknown = wanted.filter((name) => !built.includes(name))
if (unknown.length > 0) throw new Error(`Not built: ${unknown.join(', ')}. There are: ${built.join(', ')}.`)

const results: (GoalResult & { seconds: number })[] = []
for (const name of built.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  // Each file keeps to the form of support/goal.ts.
  const { [name]: goal }: Record<string, Goal> = await import(`./${name}.ts`)
  if (!goal) throw new Error(`tools/trust/${name}.ts has no function ${name}.`)
  const startedAt = performance.now()
  const result = await goal({ isBroken, isQuick }).catch((error: unknown): GoalResult => ({
    goal: name.toUpperCase(),
    figure: String(error),
    target: 'runs',
    pass: false,
  }))
  results.push({ ...result, seconds: Math.round((performance.now() - startedAt) / 1000) })
  console.log(`${result.goal}, ${result.figure}, ${result.target}, ${verdict(result)}`)
}

function verdict({ pass, skipped }: GoalResult): string {
  if (skipped !== undefined) return `skipped: ${skipped}`
  return pass ? 'pass' : 'FAIL'
}

if (wanted.length === 0 && !isBroken && !isQuick) {
  const version = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  const rows = results.map(
    (one) => `| ${one.goal} | ${one.figure} | ${one.target} | ${verdict(one)} | ${one.seconds} |`,
  )
  const head = `# Trust: what was tried\n\nWritten by \`npm run trust\` on ${systemClock.now().toISOString().slice(0, 10)}, version ${version}.`
  writeFileSync(
    'docs/trust.md',
    `${head}\n\n| goal | figure | target | | seconds |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  )
}
const failed = results.filter(({ pass, skipped }) => !pass && skipped === undefined).length
// Broken on purpose, a goal that passes is no test.
process.exit(
  isBroken ? Number(failed < results.filter(({ skipped }) => skipped === undefined).length) : Number(failed > 0),
)
