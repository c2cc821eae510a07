import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { askOnWire, type OnTheWire } from './wire.ts'

export type Visitor = {
  get(path: string): Promise<Answer>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  cookie(): string
}
export type Answer = OnTheWire & { readonly text: string }

let visitors = 0
/** Each comes from a place of its own, through a proxy that says so: a limit by address must not end a measurement. */
export const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

/** A browser without scripts: keeps its cookies, follows where it is sent. */
export function aVisitor(port: number): Visitor {
  const cookies = new Map<string, string>()
  const from = addressOf(1_000_000 + visitors++)
  const headers = () => ({ 'x-forwarded-for': from, ...(cookies.size > 0 ? { cookie: cookieText() } : {}) })
  const cookieText = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = async (asked: Promise<OnTheWire>): Promise<Answer> => {
    const answer = await asked
    for (const line of answer.setCookies) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (answer.status === 303 && location !== undefined) return get(location)
    return { ...answer, text: unpacked(answer) }
  }
  const get = (path: string): Promise<Answer> => keep(askOnWire({ port, path, headers: headers() }))
  return {
    get,
    post: (path, fields) =>
      keep(
        askOnWire({
          port,
          path,
          method: 'POST',
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
    cookie: cookieText,
  }
}

export function unpacked({ headers, body }: OnTheWire): string {
  const encoding = headers.get('content-encoding')
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}

const inMoscow = {
  asWho: 'citizen',
  onBehalf: 'no',
  country: 'RU',
  city: 'Москва',
  citizenship: 'KG',
  inDanger: 'no',
  lang: 'ru',
}

/** Fills the form up to its last page. Gives the visitor and the draft's id, which the last button sends. */
export async function walkToCheck(port: number): Promise<{ visitor: Visitor; draft: string }> {
  const visitor = aVisitor(port)
  await visitor.get('/ru/ask')
  await visitor.post('/ru/ask/who', { ...inMoscow, kind: 'problem-report' })
  await visitor.post('/ru/ask/topic', { topic: 'unpaid-wages' })
  await visitor.post('/ru/ask/words', { message: 'Мне три месяца не платят за работу на стройке. Что делать?' })
  await visitor.post('/ru/ask/questions', {})
  // The screen of files has a button of its own that leads on.
  await visitor.get('/ru/ask/contact')
  const check = await visitor.post('/ru/ask/contact', {})
  const draft = /name="draft" value="([^"]+)"/.exec(check.text)?.[1]
  if (draft === undefined) throw new Error(`The form was not walked to its end: ${check.status}.`)
  return { visitor, draft }
}

/** Sends an appeal and opens it with what stands on its receipt. */
export async function openOwnAppeal(port: number): Promise<Visitor> {
  const { visitor, draft } = await walkToCheck(port)
  const receipt = await visitor.post('/ru/ask/send', { draft })
  const number = /KG-\d\d-\d{7}-\d/.exec(receipt.text)?.[0]
  const words = [...receipt.text.matchAll(/class="mek-words__word">([^<]+)</g)].map(([, word = '']) => word)
  if (number === undefined || words.length < 4) throw new Error(`No receipt came: ${receipt.status}.`)
  const opened = await visitor.post('/ru/appeal/open', { number, secret: words.slice(0, 4).join(' ') })
  if (opened.status !== 200 || !opened.text.includes(number)) throw new Error(`The receipt does not open its appeal.`)
  return visitor
}
