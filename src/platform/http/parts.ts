import type { FastifyRequest } from 'fastify'
import { filledFrom, type Filled } from '#src/kernel/form.ts'
import { isBrokenBody } from './request.ts'

// More letters than any field takes, so that who pasted too many is told so with all of them still there.
const limits = { fieldSize: 512 * 1024, fields: 20 }

export type UploadedPart = { readonly name: string; readonly stream: AsyncIterable<Uint8Array> }

/** What a form held: its fields by name, and whether a file came with it. */
export type Typed = { readonly fields: Filled; readonly hasFile: boolean }

// What was read of a multipart body: a page about what went wrong afterwards gives it back.
const partsRead = new WeakMap<FastifyRequest, { readonly fields: Record<string, string>; hasFile: boolean }>()

/**
 * The fields of a multipart form, and its file as it streams in: `takeFile` is given what stood before the file.
 * A body that breaks off gives what had arrived: words must not be lost with a torn file. What `takeFile` throws is thrown
 * only when all is read: the words, and which button was pressed, stand behind the file.
 */
export async function readParts(
  request: FastifyRequest,
  takeFile: (file: UploadedPart, fields: Readonly<Record<string, string>>) => Promise<void>,
): Promise<{
  readonly fields: Readonly<Record<string, string>>
  readonly hasFile: boolean
  readonly isBroken: boolean
}> {
  const read = { fields: emptyFields(), hasFile: false }
  if (!request.isMultipart()) return { ...read, isBroken: false }
  partsRead.set(request, read)
  const faults: unknown[] = []
  let isBroken = false
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') read.fields[part.fieldname] = part.value.replaceAll('\0', '')
        continue
      }
      if (part.filename) {
        read.hasFile = true
        const file = { name: part.filename, stream: part.file }
        await takeFile(file, read.fields).catch((fault: unknown) => faults.push(fault))
      }
      await throwAway(part.file)
    }
  } catch (error) {
    if (!isBrokenBody(error)) throw error
    isBroken = true
  }
  if (faults.length > 0) throw faults[0]
  return { ...read, isBroken }
}

// Without a prototype: no name of a field is one of ours.
const emptyFields = (): Record<string, string> => Object.create(null)

/** A file nobody takes, or not to its end, must still be read, or the request never is. */
async function throwAway(file: AsyncIterable<Uint8Array>) {
  try {
    for await (const _ of file);
  } catch {
    // Torn: the reader of the parts is told so.
  }
}

/** What was typed into the form of this request, however far it was read before it was refused. */
export async function typedIn(request: FastifyRequest): Promise<Typed> {
  const read = partsRead.get(request)
  if (read) return read
  if (!request.isMultipart()) return { fields: filledFrom(request.body), hasFile: false }
  if (request.raw.readableDidRead) return { fields: {}, hasFile: true }
  return readParts(request, () => Promise.resolve())
}
