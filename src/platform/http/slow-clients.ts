import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { placeOf } from './address.ts'
import { LONGEST_READ } from './route-kinds.ts'

const KB = 1024
/** A body must move: so many bytes in each span. */
const FORM_BYTES_PER_SPAN = 256
const UPLOAD_BYTES_PER_SPAN = 2 * KB
/** A body of the length of a form has so many spans in all (five minutes); a longer one as many as at 512 bytes a second. */
const SPANS = 15
const SHORT_BODY = 256 * KB
const LONG_BYTES_PER_SPAN = 10 * KB

/**
 * Ends connections whose body has stopped moving, or never ends; the header time-outs are set on the server itself. A photo
 * over 2G takes minutes and is given them (trust.md D8): at 512 bytes a second 3 MB take an hour and a half.
 */
export function closeStalledBodies(app: FastifyInstance, spanMs: number) {
  app.addHook('onRequest', (request, _reply, next) => {
    const expectsBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    if (!expectsBody) return next()
    const { socket } = request.raw
    const length = lengthOf(request)
    const isShort = length <= SHORT_BODY
    let spans = isShort ? SPANS : Math.ceil(length / LONG_BYTES_PER_SPAN)
    let seen = socket.bytesRead
    const watch = setInterval(() => {
      if (request.raw.readableEnded || request.raw.destroyed) return clearInterval(watch)
      const isStalled = socket.bytesRead - seen < (isShort ? FORM_BYTES_PER_SPAN : UPLOAD_BYTES_PER_SPAN)
      spans -= 1
      if (isStalled || spans <= 0) socket.destroy()
      seen = socket.bytesRead
    }, spanMs)
    watch.unref()
    request.raw.once('close', () => clearInterval(watch))
    next()
  })
}

/** Without an announced length it may become as long as the route takes. */
function lengthOf({ headers, routeOptions }: FastifyRequest): number {
  const announced = Number(headers['content-length'])
  return Number.isFinite(announced) ? announced : (routeOptions.config.bodyLimit ?? LONGEST_READ)
}

/** Of all connections one place may hold so many: some seven people a second who have just come, each with theirs still open. */
export const MOST_OF_A_PLACE = 200

/** Closes what one place opens beyond its share, unread. Not for behind a proxy, whose address is everybody's: it counts itself. */
export function shareConnections(app: FastifyInstance) {
  const open = new Map<string, number>()
  app.server.on('connection', (socket: Socket) => {
    const place = placeOf(socket.remoteAddress ?? '')
    const now = open.get(place) ?? 0
    if (now >= MOST_OF_A_PLACE) return socket.destroy()
    open.set(place, now + 1)
    socket.once('close', () => {
      const left = (open.get(place) ?? 0) - 1
      if (left > 0) open.set(place, left)
      else open.delete(place)
    })
  })
}
