import { crc32 } from 'node:zlib'
import type { ImageType } from '#src/modules/files/rules.ts'

// What is needed to draw the picture upright and in its colours. A PNG's packed texts are what this is about: libvips unpacks
// fifty of them into memory, 973 KB of file became 5 GB (measured).
const drawnFrom = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'iCCP', 'eXIf'])
/** Longer ones than a camera writes, in bytes. Their like in JPEG and WebP are not packed: 9 MB of them cost 50 MB (measured). */
const MOST_OF_A_NOTE = 256 * 1024
const isNote = (name: string) => name === 'iCCP' || name === 'eXIf'
/** A progressive photo has some ten. Each goes over all of the picture again: 2,600 in 300 KB took 28 s (measured). */
const MOST_SCANS = 64
const SIGNATURE = 8

/**
 * The picture without whatever a decoder would unpack or draw many times over; to be asked before any decoder sees it.
 * Undefined: the parts do not follow each other as they must, or there are too many.
 */
export function keepPictureParts(bytes: Buffer, type: ImageType): Buffer | undefined {
  if (type === 'image/png') return keepChunks(bytes)
  return type === 'image/jpeg' && countScans(bytes) > MOST_SCANS ? undefined : bytes
}

/** Chunk by chunk: length (4), name (4), data, checksum (4). What follows the end mark is left behind. */
function keepChunks(png: Buffer): Buffer | undefined {
  const kept = [png.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > png.length) return undefined
    if (drawnFrom.has(name) && !(isNote(name) && length > MOST_OF_A_NOTE)) {
      if (crc32(png.subarray(at + 4, end - 4)) !== png.readUInt32BE(end - 4)) return undefined
      kept.push(png.subarray(at, end))
    }
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

/** Mark by mark. Inside a scan an FF that is no mark is followed by 00, or by the number of a restart. */
function countScans(jpeg: Buffer): number {
  let scans = 0
  for (let at = jpeg.indexOf(0xff, 2); at >= 0 && at + 3 < jpeg.length; at = jpeg.indexOf(0xff, at)) {
    const mark = jpeg.readUInt8(at + 1)
    if (mark === 0xd9) break
    if (mark === 0xda) scans += 1
    if (mark === 0xff) at += 1
    else at += mark <= 0x01 || (mark >= 0xd0 && mark <= 0xd7) ? 2 : 2 + jpeg.readUInt16BE(at + 2)
  }
  return scans
}
