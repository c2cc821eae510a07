import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter, type FileEntry } from '@zip.js/zip.js'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { DOCX } from '#src/modules/files/rules.ts'
import {
  cleanTypes,
  hasActiveField,
  isHarmless,
  isImage,
  isKnown,
  isPersonal,
  isXml,
  readRelations,
  withoutNames,
  withoutPersonal,
  type Parts,
} from './document-parts.ts'
import { encodeImage } from './encode-image.ts'

const MB = 1024 * 1024
const MOST_PARTS = 500
/** Of all parts once unpacked: a contract of 60 pages has 2 MB of words, and its pictures are packed already. */
const MOST_UNPACKED = 40 * MB
/** No part may unpack to more than so many times its size, where that is much. Words reach 30. */
const MOST_RATIO = 200

type Refusal = 'fileKindRefused' | 'fileBroken' | 'documentRefused' | 'documentTooLarge'
type Document = { readonly bytes: Buffer; readonly type: typeof DOCX }

/**
 * Packs a DOCX anew from the parts that are words, looks and pictures: the pictures drawn anew, names and numbers of its
 * writers gone. One with programs, other files, or what is fetched from elsewhere is refused. Throws where the zip is broken.
 */
export async function rewriteDocument(bytes: Buffer): Promise<Outcome<Document, Refusal>> {
  // Strict: a zip that two readers would read differently is refused, and so is one whose entries lie over each other.
  const zip = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: 'strict',
    checkOverlappingEntry: true,
    checkSignature: true,
    useWebWorkers: false,
  })
  const entries = await zip.getEntries()
  if (entries.length > MOST_PARTS) return refused('documentTooLarge')
  const files = entries.filter((entry): entry is FileEntry => !entry.directory)
  if (!files.some(({ filename }) => filename === 'word/document.xml')) return refused('fileKindRefused')
  if (files.some(({ filename }) => !isPersonal(filename) && !isKnown(filename))) return refused('documentRefused')
  // By what they say, before anything is unpacked; what they give is counted, too.
  const kept = files.filter(({ filename }) => !isPersonal(filename))
  if (isBomb(kept)) return refused('documentTooLarge')
  const parts = await unpack(kept)
  if (!parts) return refused('documentTooLarge')
  const cleaned = await cleanParts(parts)
  if (!cleaned.ok) return cleaned
  const packed = await pack(cleaned.value)
  return packed.length <= MAX_FILE_BYTES ? done({ bytes: packed, type: DOCX }) : refused('documentTooLarge')
}

const isBomb = (files: readonly FileEntry[]): boolean =>
  files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_UNPACKED ||
  files.some(
    ({ uncompressedSize, compressedSize }) => uncompressedSize > MB && uncompressedSize > compressedSize * MOST_RATIO,
  )

/** Nothing where they unpack to more than they said. */
async function unpack(files: readonly FileEntry[]): Promise<Parts | undefined> {
  const parts = new Map<string, Buffer>()
  let left = MOST_UNPACKED
  for (const file of files) {
    const chunks: Uint8Array[] = []
    const counted = new WritableStream<Uint8Array>({
      write(chunk) {
        left -= chunk.length
        if (left < 0) throw new Error('More than was said.')
        chunks.push(chunk)
      },
    })
    const isWhole = await file.getData(counted).then(
      () => true,
      (error: unknown) => {
        if (left < 0) return false
        throw error
      },
    )
    if (!isWhole) return undefined
    parts.set(file.filename, Buffer.concat(chunks))
  }
  return parts
}

async function cleanParts(parts: Parts): Promise<Outcome<Parts, Refusal>> {
  const cleaned = new Map<string, Buffer>()
  for (const [name, bytes] of parts) {
    const part = isXml(name) ? cleanXml(name, bytes) : await cleanPicture(name, bytes)
    if (!part.ok) return part
    cleaned.set(name, part.value)
  }
  return done(cleaned)
}

/** Throws where it is no UTF-8: another encoding could hide what is looked for. */
function cleanXml(name: string, bytes: Buffer): Outcome<Buffer, 'documentRefused'> {
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (/<!(DOCTYPE|ENTITY)|encoding\s*=\s*["'](?!utf-8["'])/i.test(xml) || xml.includes('\0'))
    return refused('documentRefused')
  if (name === '[Content_Types].xml') {
    const types = cleanTypes(xml)
    return types === undefined ? refused('documentRefused') : done(Buffer.from(types))
  }
  if (name.endsWith('.rels')) {
    const relations = readRelations(xml)
    return relations?.every(isHarmless) === true ? done(Buffer.from(withoutPersonal(xml))) : refused('documentRefused')
  }
  return hasActiveField(xml) ? refused('documentRefused') : done(Buffer.from(withoutNames(xml)))
}

/** A photo in a document says where it was taken like any other. */
async function cleanPicture(name: string, bytes: Buffer): Promise<Outcome<Buffer, 'fileBroken'>> {
  if (!isImage(name)) return done(bytes)
  const drawn = await encodeImage(bytes, /png$/i.test(name) ? 'image/png' : 'image/jpeg')
  return drawn.ok ? done(drawn.value.bytes) : refused('fileBroken')
}

async function pack(parts: Parts): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, extendedTimestamp: false })
  // A day that says nothing: each entry of a zip must have one.
  for (const [name, bytes] of parts)
    await zip.add(name, new Uint8ArrayReader(bytes), { lastModDate: new Date(2000, 0, 1) })
  return Buffer.from(await zip.close())
}
