import type { Figures, Line } from './measure.ts'

const leastShare = { bytes: 0.4, sql: 0.5, submit: 0.7 } as const
const limitNames = {
  bytes: 'bare route, same bytes',
  sql: 'bare route, same SQL and bytes',
  submit: 'same INSERTs and one Argon2id',
} as const

export type Goal = { readonly name: string; readonly is: string; readonly goal: string; readonly isMet: boolean }

const rounded = (number: number) => (number >= 100 ? String(Math.round(number)) : number.toFixed(1))

const shareOf = ({ ours, limit }: Line) => ours.perSecond / limit.measured.perSecond
const failedOf = ({ ours, limit }: Line) => ours.failed + limit.measured.failed

/** What falls short, in words: shares of the lines, and goals. Empty when all is met. */
export function shortfallsOf(lines: readonly Line[], goals: readonly Goal[]): string[] {
  return [
    ...lines.flatMap((line) => {
      const [failed, share, least] = [failedOf(line), shareOf(line), leastShare[line.limit.of]]
      if (failed > 0) return [`${line.name}: ${failed} requests failed`]
      // A share that is no number was not measured, and is not met.
      return share >= least ? [] : [`${line.name}: ${share.toFixed(2)} of its limit, goal ≥ ${least}`]
    }),
    ...goals.flatMap(({ name, is, goal, isMet }) => (isMet ? [] : [`${name}: ${is}, goal ${goal}`])),
  ]
}

function rowOf(line: Line): string[] {
  const { name, ours, bytes, limit } = line
  const { of, measured } = limit
  const share = shareOf(line)
  const least = leastShare[of]
  const failed = failedOf(line)
  return [
    name,
    rounded(ours.perSecond),
    rounded(ours.p50),
    rounded(ours.p99),
    String(bytes),
    `${rounded(measured.perSecond)} (${limitNames[of]})`,
    share.toFixed(2),
    `≥ ${least}`,
    failed > 0 ? `**${failed} failed**` : share >= least ? 'met' : '**short**',
  ]
}

const heads = ['page', 'requests/s', 'p50 ms', 'p99 ms', 'bytes', 'its limit, requests/s', 'share', 'goal', '']

export const tableOf = (figures: Figures): string =>
  [heads, heads.map(() => '---'), ...figures.lines.map(rowOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export function goalsOf(figures: Figures, kind: 'embedded' | 'server'): Goal[] {
  const { queueGrowth, startMs, memory, heaviest, filledPerSecond } = figures
  const most = kind === 'server' ? 220 : 600
  return [
    {
      name: 'queue with many, times the queue with few',
      is: queueGrowth.toFixed(2),
      goal: '≤ 1.3',
      isMet: queueGrowth <= 1.3,
    },
    {
      name: `heaviest public page with all it needs, empty cache (${heaviest.path})`,
      is: `${(heaviest.all / 1000).toFixed(1)} kB`,
      goal: '≤ 30 kB',
      isMet: heaviest.all <= 30_000,
    },
    {
      name: 'start on the existing database',
      is: `${(startMs / 1000).toFixed(1)} s`,
      goal: '≤ 3 s',
      isMet: startMs <= 3000,
    },
    {
      name: `memory after the bench (at most ${Math.round(memory.most)} MB at any time)`,
      is: `${Math.round(memory.now)} MB`,
      goal: `≤ ${most} MB`,
      isMet: memory.now <= most,
    },
    {
      name: 'rehearsal appeals written a second',
      is: String(filledPerSecond),
      goal: 'none yet',
      isMet: true,
    },
  ]
}

export const goalLines = (goals: readonly Goal[]): string =>
  [
    '| | is | goal | |',
    '| --- | --- | --- | --- |',
    ...goals.map(({ name, is, goal, isMet }) => `| ${name} | ${is} | ${goal} | ${isMet ? 'met' : '**short**'} |`),
  ].join('\n')
