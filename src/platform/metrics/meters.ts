import type { Family } from './exposition.ts'

/**
 * What this process has counted since it started. Every label has its values listed beforehand: what is not on the list is not
 * counted, so that no address, number or name can ever become a label, nor the list grow without end.
 */
export type Meters = {
  /** One answer that went out. `kind`: a class of routes, never an address. */
  answered(kind: string, status: number, seconds: number): void
  submitted(kind: string): void
  families(): Family[]
}

/** From a page out of memory to a picture that waits for its turn. */
const BOUNDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const STATUSES = ['2xx', '3xx', '4xx', '5xx']

/** By the two answers that mean "come again": too many from one place, and more than we can do now. */
const refusals: Readonly<Record<number, string>> = { 429: 'tooMany', 503: 'busy' }

/** Whoever asks whether we are well is nobody who was sent away. */
export const PROBE = 'probe'

export function createMeters(known: {
  readonly routes: readonly string[]
  readonly appeals: readonly string[]
}): Meters {
  const answers = counter(known.routes.flatMap((kind) => STATUSES.map((status) => ({ kind, status }))))
  const refused = counter(Object.values(refusals).map((why) => ({ why })))
  const appeals = counter(known.appeals.map((kind) => ({ kind })))
  const times = histogram(known.routes)
  return {
    answered(kind, status, seconds) {
      answers.add({ kind, status: `${Math.floor(status / 100)}xx` })
      times.add(kind, seconds)
      const why = kind === PROBE ? undefined : refusals[status]
      if (why !== undefined) refused.add({ why })
    },
    submitted: (kind) => appeals.add({ kind }),
    families: () => [
      {
        name: 'mekendesh_requests_total',
        says: 'Answers, by class of route and class of status.',
        type: 'counter',
        samples: answers.samples(),
      },
      {
        name: 'mekendesh_request_duration_seconds',
        says: 'Time from the head of a request to the end of its answer, by class of route.',
        type: 'histogram',
        samples: times.samples(),
      },
      {
        name: 'mekendesh_refused_total',
        says: 'Requests that were told to come again: tooMany from one place (429), busy (503).',
        type: 'counter',
        samples: refused.samples(),
      },
      {
        name: 'mekendesh_appeals_submitted_total',
        says: 'Appeals taken in by this process, by kind.',
        type: 'counter',
        samples: appeals.samples(),
      },
    ],
  }
}

type Samples = Family['samples'][number][]

// All of them stand at nought from the start: what first appears as 1 would look to Prometheus as if nothing had happened.
function counter(series: readonly Readonly<Record<string, string>>[]) {
  const keyOf = (labels: Readonly<Record<string, string>>) => Object.values(labels).join(' ')
  const counts = new Map(series.map((labels) => [keyOf(labels), { labels, value: 0 }]))
  return {
    add(labels: Readonly<Record<string, string>>) {
      const one = counts.get(keyOf(labels))
      if (one) one.value += 1
    },
    samples: (): Samples => [...counts.values()].map(({ labels, value }) => ({ labels, value })),
  }
}

function histogram(kinds: readonly string[]) {
  const all = new Map(kinds.map((kind) => [kind, { within: BOUNDS.map(() => 0), count: 0, sum: 0 }]))
  return {
    add(kind: string, seconds: number) {
      const one = all.get(kind)
      if (!one) return
      one.count += 1
      one.sum += seconds
      for (const [place, bound] of BOUNDS.entries())
        if (seconds <= bound) one.within[place] = (one.within[place] ?? 0) + 1
    },
    samples: (): Samples =>
      [...all].flatMap(([kind, { within, count, sum }]) => [
        ...BOUNDS.map((bound, place) => ({
          suffix: '_bucket',
          labels: { kind, le: String(bound) },
          value: within[place] ?? 0,
        })),
        { suffix: '_bucket', labels: { kind, le: '+Inf' }, value: count },
        { suffix: '_sum', labels: { kind }, value: sum },
        { suffix: '_count', labels: { kind }, value: count },
      ]),
  }
}
