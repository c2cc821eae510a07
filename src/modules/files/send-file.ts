import type { FastifyReply } from 'fastify'
import { extensionOf, type FileType } from './rules.ts'

/** Answers with a file as a download that no browser runs, whatever it is. */
export function sendFile(reply: FastifyReply, file: { name: string; type: FileType; bytes: Buffer }): FastifyReply {
  // The plain name is for old browsers; the starred one is read by all others and carries Cyrillic letters.
  const starred = encodeURIComponent(file.name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return reply
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="file.${extensionOf[file.type]}"; filename*=UTF-8''${starred}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'no-store')
    .send(file.bytes)
}
