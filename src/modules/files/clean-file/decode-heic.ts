import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { MAX_HEIC_PIXELS } from '#src/modules/files/rules.ts'

type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** The photo that the file is about, pixel by pixel with four bytes each, turned upright. Notes and other pictures in it stay behind. */
export async function decodeHeic(bytes: Uint8Array): Promise<Outcome<Pixels, 'fileTooManyPixels' | 'fileBroken'>> {
  // Loaded only for a file that needs it: 5 MB of WebAssembly.
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  // Reads the head alone; nothing is drawn yet.
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) return refused('fileBroken')
  const [width, height] = [image.get_width(), image.get_height()]
  if (width < 1 || height < 1) return refused('fileBroken')
  if (width * height > MAX_HEIC_PIXELS) return refused('fileTooManyPixels')
  const data = new Uint8ClampedArray(width * height * 4)
  const drawn = await new Promise<unknown>((resolve) => image.display({ data, width, height }, resolve))
  return drawn ? done({ data, width, height }) : refused('fileBroken')
}
