import type { FastifyInstance } from 'fastify'
import { LONGEST_READ } from './route-kinds.ts'

/** A body must move: this many bytes in each span, however long the whole takes (a photo over 2G takes minutes). */
const BYTES_PER_SPAN = 256

/** Ends connections whose body has stopped moving, or never ends; the header time-outs are set on the server itself. */
export function closeStalledBodies(app: FastifyInstance, spanMs: number) {
  app.addHook('onRequest', (request, _reply, next) => {
    const expectsBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    if (!expectsBody) return next()
    const { socket } = request.raw
    const before = socket.bytesRead
    let seen = before
    const watch = setInterval(() => {
      if (request.raw.readableEnded || request.raw.destroyed) return clearInterval(watch)
      const isStalled = socket.bytesRead - seen < BYTES_PER_SPAN
      if (isStalled || socket.bytesRead - before > 2 * LONGEST_READ) socket.destroy()
      seen = socket.bytesRead
    }, spanMs)
    watch.unref()
    request.raw.once('close', () => clearInterval(watch))
    next()
  })
}
