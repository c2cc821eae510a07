import sharp from 'sharp'
import { MAX_PIXELS, MOST_OF_A_SMALL_PICTURE, type PictureSize } from '../rules.ts'

// As in encode-image.ts, whose process ends with each file: this one stays, and would keep what sharp remembers.
sharp.cache(false)
sharp.concurrency(1)

type Try = { readonly width: number; readonly height: number; readonly quality: number }

// Twice the pixels of its place on the page: phones have two to one. A photo fits at the first try; what is all noise at the last.
const tries: Readonly<Record<PictureSize, readonly [Try, ...Try[]]>> = {
  small: [
    { width: 320, height: 240, quality: 70 },
    { width: 320, height: 240, quality: 45 },
    { width: 240, height: 180, quality: 40 },
    { width: 160, height: 120, quality: 30 },
  ],
  large: [{ width: 1600, height: 1600, quality: 75 }],
}
const mostBytes: Readonly<Record<PictureSize, number>> = {
  small: MOST_OF_A_SMALL_PICTURE,
  large: Number.POSITIVE_INFINITY,
}

/** A JPEG of a picture that was taken in (encode-image.ts): every phone can show one, the oldest Safari no WebP. */
export async function drawPicture(bytes: Buffer, size: PictureSize): Promise<Buffer> {
  const [first, ...others] = tries[size]
  let drawn = await drawAs(bytes, first)
  for (const next of others) {
    if (drawn.length <= mostBytes[size]) break
    drawn = await drawAs(bytes, next)
  }
  return drawn
}

const drawAs = (bytes: Buffer, { width, height, quality }: Try): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .timeout({ seconds: 6 })
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer()
