import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { GoalResult } from './goal.ts'

/** Where a run was made: what a figure is worth depends on it. */
const circumstances = z.object({
  date: z.string(),
  version: z.string(),
  cores: z.number(),
  /** Load of the machine over the minute before: above the cores somebody else was working too. */
  load: z.number(),
  seconds: z.number(),
})
const run = circumstances.extend({ figure: z.string(), target: z.string(), verdict: z.string() })
const entry = z.object({
  long: run.optional(),
  quick: run.optional(),
  /** The last run with the breaking switch: a goal that passes then is no test. */
  broken: run.extend({ isRed: z.boolean() }).optional(),
})
const record = z.record(z.string(), entry)

export type Circumstances = z.infer<typeof circumstances>
type Run = z.infer<typeof run>
type Record = z.infer<typeof record>
export type RunKind = 'quick' | 'long'

export function verdictOf({ pass, skipped }: GoalResult): string {
  if (skipped !== undefined) return `skipped: ${skipped}`
  return pass ? 'pass' : 'FAIL'
}

/** Puts one result in the place of the last one of its kind. Goals can so be run one by one. */
export function withResult(
  before: Record,
  result: GoalResult,
  { isBroken, kind, ...here }: Circumstances & { isBroken: boolean; kind: RunKind },
): Record {
  const made: Run = { ...here, figure: result.figure, target: result.target, verdict: verdictOf(result) }
  const kept = before[result.goal] ?? {}
  if (!isBroken) return { ...before, [result.goal]: { ...kept, [kind]: made } }
  if (result.skipped !== undefined) return before
  return { ...before, [result.goal]: { ...kept, broken: { ...made, isRed: !result.pass } } }
}

const REMARKS = '## Remarks'
const HEAD = `# Trust: what was tried

Written by \`npm run trust\` (\`-- R1 S9\` for some goals, \`--quick\` for the short runs), out of docs/trust.json. "Seen red" is the
last run with \`--break\`, which breaks the product on purpose: a goal that passes then is no test. Load is that of the machine
in the minute before the run; more than its cores means that it was busy with other work.
`

export function pageOf(all: Record, remarks: string): string {
  const heads = ['goal', 'run', 'figure', 'target', 'verdict', 'seen red', 'version', 'date', 's', 'cores, load']
  const rows = byNumber(Object.keys(all)).flatMap((goal) => rowsOf(goal, all[goal] ?? {}))
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  return `${HEAD}\n${table}\n\n## Where it falls short\n\n${shortfalls(all).join('\n')}\n\n${REMARKS}${remarks}`
}

function rowsOf(goal: string, { long, quick, broken }: z.infer<typeof entry>): string[][] {
  const red = broken
    ? `${broken.isRed ? 'yes' : 'NO'}: ${broken.figure} (${broken.version}, ${broken.date})`
    : 'not yet'
  const rows: (readonly [RunKind, Run | undefined])[] = [
    ['long', long],
    ['quick', quick],
  ]
  return rows.flatMap(([kind, one]) =>
    one
      ? [
          [goal, kind, one.figure, one.target, one.verdict, red, one.version, one.date, String(one.seconds)].concat(
            `${one.cores}, ${one.load.toFixed(1)}`,
          ),
        ]
      : [],
  )
}

function shortfalls(all: Record): string[] {
  const found = byNumber(Object.keys(all)).flatMap((goal) => {
    const { long, quick, broken } = all[goal] ?? {}
    return [
      ...(long?.verdict === 'FAIL' ? [`- ${goal} fails in its long run: ${long.figure}.`] : []),
      ...(quick?.verdict === 'FAIL' ? [`- ${goal} fails in its quick run: ${quick.figure}.`] : []),
      ...(long ? [] : [`- ${goal} was not run long yet.`]),
      ...(broken === undefined ? [`- ${goal} was not run with its breaking switch yet.`] : []),
      ...(broken && !broken.isRed ? [`- ${goal} passes although the product was broken: it is no test.`] : []),
    ]
  })
  return found.length > 0 ? found : ['Nowhere.']
}

const orderOf = (goal: string) => `${goal.charAt(0)}${goal.slice(1).padStart(3, '0')}`
export const byNumber = (goals: readonly string[]): string[] =>
  goals.toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)))

/** Reads docs/trust.json, adds a result, and writes it and docs/trust.md; what people wrote below "Remarks" stays. */
export function keepResult(result: GoalResult, how: Parameters<typeof withResult>[2], folder = 'docs'): void {
  const [json, page] = [`${folder}/trust.json`, `${folder}/trust.md`]
  const before = existsSync(json) ? record.parse(JSON.parse(readFileSync(json, 'utf8'))) : {}
  const after = withResult(before, result, how)
  const remarks = existsSync(page) ? (readFileSync(page, 'utf8').split(REMARKS)[1] ?? '\n') : '\n'
  writeFileSync(json, `${JSON.stringify(after, undefined, 2)}\n`)
  writeFileSync(page, pageOf(after, remarks))
}
