import type { FastifyInstance } from 'fastify'

/** A body must move: this many bytes in each span, however long the whole takes (a photo over 2G takes minutes). */
const SPAN_MS = 20_000
const BYTES_PER_SPAN = 256

/** Ends connections whose body has stopped moving; the header time-outs are set on the server itself. */
export function closeStalledBodies(app: FastifyInstance) {
  app.addHook('onRequest', (request, _reply, next) => {
    const expectsBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    if (!expectsBody) return next()
    const { socket } = request.raw
    let seen = socket.bytesRead
    const watch = setInterval(() => {
      if (request.raw.readableEnded || request.raw.destroyed) return clearInterval(watch)
      if (socket.bytesRead - seen < BYTES_PER_SPAN) socket.destroy()
      seen = socket.bytesRead
    }, SPAN_MS)
    watch.unref()
    request.raw.once('close', () => clearInterval(watch))
    next()
  })
}
