import type { FastifyReply } from 'fastify'
import type { Outcome } from '#src/kernel/outcome.ts'
import { extensionOf, isVoice, type FileType } from './rules.ts'

/** Answers with a file as a download that no browser runs, whatever it is. */
export function sendFile(reply: FastifyReply, file: { name: string; type: FileType; bytes: Buffer }): FastifyReply {
  // The plain name is for old browsers; the starred one is read by all others and carries Cyrillic letters.
  const starred = encodeURIComponent(file.name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  asLifeless(reply, file.type).header(
    'content-disposition',
    `attachment; filename="file.${extensionOf[file.type]}"; filename*=UTF-8''${starred}`,
  )
  // iPhones play nothing that cannot be asked for in parts.
  return isVoice(file.type) ? sendPart(reply.header('accept-ranges', 'bytes'), file.bytes) : reply.send(file.bytes)
}

/** The part that was asked for (RFC 9110, 14.1.2), of which a browser asks one at a time; the whole where it is no such part. */
function sendPart(reply: FastifyReply, bytes: Buffer): FastifyReply {
  const [, from = '', to = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(reply.request.headers.range ?? '') ?? []
  if (from === '' && to === '') return reply.send(bytes)
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes.length : Math.min(Number(to) + 1, bytes.length)
  if (start >= end) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
  return reply
    .code(206)
    .header('content-range', `bytes ${start}-${end - 1}/${bytes.length}`)
    .send(bytes.subarray(start, end))
}

/** Answers with a picture for a page of ours (read-picture.ts), or says why there is none now. */
export function sendPicture(reply: FastifyReply, picture: Outcome<Buffer, 'notThere' | 'busy'>): FastifyReply {
  if (picture.ok) return asLifeless(reply, 'image/jpeg').header('content-disposition', 'inline').send(picture.value)
  if (picture.refusal === 'notThere') {
    reply.callNotFound()
    return reply
  }
  // Nobody reads it: in the page its name and the way to the file stand in its place.
  return reply.code(503).header('retry-after', '10').send()
}

/** No browser runs it, guesses at it or keeps it. That no other site shows it says server.ts of every answer. */
const asLifeless = (reply: FastifyReply, type: FileType) =>
  reply
    .header('content-type', type)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'no-store')
