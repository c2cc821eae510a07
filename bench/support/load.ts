import autocannon from 'autocannon'
import { addressOf } from './visitor.ts'
import { browserHeaders } from './wire.ts'

export type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

const CONNECTIONS = 10
// 400 places of 600 requests a minute each.
const PLACES = 400
let places = 0

/** The same page again and again, by ten connections. */
export async function loadPage(port: number, path: string, cookie: string, seconds: number): Promise<Measured> {
  const first = (places += PLACES)
  const requests = Array.from({ length: PLACES }, (_, place) => ({
    method: 'GET' as const,
    path,
    headers: { ...browserHeaders, 'x-forwarded-for': addressOf(first + place), ...(cookie === '' ? {} : { cookie }) },
  }))
  return resultOf(
    await autocannon({ url: `http://127.0.0.1:${port}`, connections: CONNECTIONS, duration: seconds, requests }),
  )
}

export type Form = { readonly cookie: string; readonly body: string }

/** Each form once. */
export async function loadForms(port: number, path: string, forms: readonly Form[]): Promise<Measured> {
  const left = forms.values()
  let place = (places += forms.length)
  const startedAt = performance.now()
  let lastAt = startedAt
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    amount: forms.length,
    setupClient: (client) => void client.on('response', () => (lastAt = performance.now())),
    requests: [
      {
        method: 'POST',
        path,
        setupRequest(request) {
          const form = left.next().value ?? { cookie: '', body: '' }
          const headers = {
            ...browserHeaders,
            'x-forwarded-for': addressOf(place++),
            'content-type': 'application/x-www-form-urlencoded',
            cookie: form.cookie,
          }
          return { ...request, headers, body: form.body }
        },
      },
    ],
  })
  // A fixed number of forms is said to take whole seconds: our own clock tells 1.6 s from 2.0.
  return { ...resultOf(result), perSecond: (1000 * forms.length) / (lastAt - startedAt) }
}

const resultOf = ({ requests, latency, non2xx, errors, duration, start, finish }: autocannon.Result): Measured => {
  const seconds = duration > 0 ? duration : (finish.getTime() - start.getTime()) / 1000
  return { perSecond: requests.total / seconds, p50: latency.p50, p99: latency.p99, failed: non2xx + errors }
}

/** Noise only ever slows down: the fastest of several rounds says most about the program. */
export const bestOf = (rounds: readonly Measured[]): Measured =>
  rounds.reduce((best, one) => (weightOf(one) > weightOf(best) ? one : best))

// A refusal is quickly said: a round with refusals counts only where all rounds have them.
const weightOf = ({ failed, perSecond }: Measured) => (failed > 0 ? -failed : perSecond)
