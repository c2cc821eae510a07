import sharp, { type Sharp } from 'sharp'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { keepPictureParts } from './keep-picture-parts.ts'
import { MAX_PIXELS, MAX_SIDE, MAX_UNPACKED, type ImageType } from '#src/modules/files/rules.ts'
import { decodeHeic } from './decode-heic.ts'

// Measured: with sharp's own cache and threads one 12-megapixel picture costs 450 MB.
sharp.cache(false)
sharp.concurrency(1)

const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const satisfies Record<
  ImageType,
  string
>
export type DrawingRefusal = 'fileTooManyPixels' | 'fileBroken'
type Drawn = { readonly bytes: Buffer; readonly type: ImageType }

/**
 * Draws the picture anew, so that nothing of the file lives on but what one can see: no place, no camera, no second file
 * hidden inside. Turned upright first, since the note that says how it was held goes too.
 */
export async function encodeImage(sent: Buffer, type: ImageType): Promise<Outcome<Drawn, DrawingRefusal>> {
  const bytes = keepPictureParts(sent, type)
  if (!bytes) return refused('fileBroken')
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (header.format !== formats[type]) return refused('fileBroken')
    if (header.width * header.height > MAX_PIXELS) return refused('fileTooManyPixels')
    const bytesOfColour = header.depth === 'ushort' ? 2 : 1
    if (header.width * header.height * header.channels * bytesOfColour > MAX_UNPACKED)
      return refused('fileTooManyPixels')

    const drawn = await redraw(bytes, formats[type])
    // A photo kept as PNG can grow beyond the limit; as JPEG it never does.
    if (drawn.length <= MAX_FILE_BYTES) return done({ bytes: drawn, type })
    return done({ bytes: await redraw(bytes, 'jpeg'), type: 'image/jpeg' })
  } catch {
    // The decoder's words are about the file, not about us: cut off, wrong checksum, not a picture at all.
    return refused('fileBroken')
  }
}

/** The photo of an iPhone as a JPEG, upright: which way up it was held is a part of the picture itself. */
export async function encodeHeic(bytes: Buffer): Promise<Outcome<Drawn, DrawingRefusal>> {
  const decoded = await decodeHeic(bytes)
  if (!decoded.ok) return decoded
  const { data, width, height } = decoded.value
  return done({ bytes: await asJpeg(fitted(sharp(data, { raw: { width, height, channels: 4 } }))), type: 'image/jpeg' })
}

function redraw(bytes: Buffer, format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const image = fitted(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate())
  if (format === 'png') return image.png().toBuffer()
  if (format === 'webp') return image.webp({ quality: 85 }).toBuffer()
  return asJpeg(image)
}

const fitted = (image: Sharp) =>
  image.resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })

const asJpeg = (image: Sharp) => image.flatten({ background: 'white' }).jpeg({ quality: 85 }).toBuffer()
