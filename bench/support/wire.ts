import { once } from 'node:events'
import { connect } from 'node:net'

export type OnTheWire = {
  readonly status: number
  /** Head and body, as they came. */
  readonly bytes: number
  readonly headers: ReadonlyMap<string, string>
  readonly setCookies: readonly string[]
  readonly body: Buffer
}

export type Ask = {
  readonly port: number
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a browser of today says with each request. */
export const browserHeaders = {
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'ru',
  accept: 'text/html,application/xhtml+xml,*/*',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
} as const

/** One request over a socket of its own: what is counted is what went over the line. */
export async function askOnWire({ port, path, method = 'GET', headers = {}, body = '' }: Ask): Promise<OnTheWire> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const sent = { host: `127.0.0.1:${port}`, ...browserHeaders, ...headers, ...length, connection: 'close' }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`)
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return read(Buffer.concat(chunks))
}

function read(all: Buffer): OnTheWire {
  const end = all.indexOf('\r\n\r\n')
  const [first = '', ...lines] = all.subarray(0, end).toString('latin1').split('\r\n')
  const pairs = lines.map(
    (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const,
  )
  const headers = new Map(pairs)
  const rest = all.subarray(end + 4)
  return {
    status: Number(first.split(' ')[1]),
    bytes: all.length,
    headers,
    setCookies: pairs.flatMap(([name, value]) => (name === 'set-cookie' ? [value] : [])),
    body: headers.get('transfer-encoding') === 'chunked' ? unchunked(rest) : rest,
  }
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.subarray(at, end).toString('latin1'), 16)
    if (!(length > 0)) break
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(parts)
}
