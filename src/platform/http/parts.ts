import type { FastifyRequest } from 'fastify'
import { isBrokenBody } from './request.ts'

// 20,000 letters of two bytes, and the few short fields beside them; one file with each request.
const limits = { fieldSize: 64 * 1024, fields: 10, files: 1 }

export type UploadedPart = { readonly name: string; readonly stream: AsyncIterable<Uint8Array> }

/**
 * The fields of a multipart form, and its file as it streams in: `takeFile` is given what stood before the file.
 * A body that breaks off gives what had arrived: words must not be lost with a torn file.
 */
export async function readParts(
  request: FastifyRequest,
  takeFile: (file: UploadedPart, fields: Readonly<Record<string, string>>) => Promise<void>,
): Promise<{ readonly fields: Readonly<Record<string, string>>; readonly isBroken: boolean }> {
  const fields: Record<string, string> = {}
  if (!request.isMultipart()) return { fields, isBroken: false }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value.replaceAll('\0', '')
      } else if (part.filename) await takeFile({ name: part.filename, stream: part.file }, fields)
      // A file nobody takes must still be read to its end, or the request never is.
      if (part.type === 'file') part.file.resume()
    }
    return { fields, isBroken: false }
  } catch (error) {
    if (!isBrokenBody(error)) throw error
    return { fields, isBroken: true }
  }
}
