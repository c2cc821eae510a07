import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

export type Encoding = 'br' | 'gzip' | 'none'

// A packet or so: less gains nothing.
const SHORTEST = 512
const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg)/

/** The best of what the browser says it can read; one that says `q=0` cannot. */
export function encodingFor(request: Pick<FastifyRequest, 'headers'>): Encoding {
  const accepted = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';')[0])
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'none'
}

/**
 * Compresses pages in one piece. A stream for each answer, as @fastify/compress makes, costs a page of ours four times the
 * time and keeps the window of a large file (4 MB) for each. Files and what is compressed already pass by.
 */
export function compressAnswers(app: FastifyInstance) {
  app.addHook('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string' && compressible.test(String(reply.getHeader('content-type') ?? ''))
    if (!isText || reply.hasHeader('content-encoding')) return payload
    reply.header('vary', withEncoding(reply.getHeader('vary')))
    const encoding = encodingFor(request)
    if (encoding === 'none' || payload.length < SHORTEST) return payload
    reply.removeHeader('content-length')
    reply.header('content-encoding', encoding)
    const isKept = request.routeOptions.config.kept === true && !request.url.includes('?')
    // Here and now: a page takes a third of a millisecond, and handing it to another thread and back costs as much.
    return encoding === 'br' ? brotliCompressSync(payload, brotliOptions(payload.length, isKept)) : gzipSync(payload)
  })
}

const withEncoding = (vary: unknown): string =>
  typeof vary === 'string' && vary !== '' ? `${vary}, Accept-Encoding` : 'Accept-Encoding'

// Level 4 costs a third of level 11's time and gives up some 8 % of size on our pages. What is kept is worth more,
// but for addresses with a query, which anybody can make up without end.
// A window as large as the page is enough; the usual one is made for large files.
const brotliOptions = (length: number, isKept: boolean) => ({
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: isKept ? 9 : 4,
    [constants.BROTLI_PARAM_LGWIN]: length < 60_000 ? 17 : 19,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  },
})
