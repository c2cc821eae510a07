import { crc32, deflateSync } from 'node:zlib'
import { assert, nat, property, uint8Array } from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeImage } from './encode-image.ts'
import { keepPictureParts } from './keep-picture-parts.ts'

const MB = 1024 * 1024
const aPicture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#9b1b30' } })
/** Where the chunks after the head of a PNG begin. */
const AFTER_HEAD = 33

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

const withChunks = (png: Buffer, chunks: readonly Buffer[]) =>
  Buffer.concat([png.subarray(0, AFTER_HEAD), ...chunks, png.subarray(AFTER_HEAD)])

test.each(['zTXt', 'iTXt'])(
  'a small PNG whose %s chunks unpack to 400 MB costs no memory',
  async (name) => {
    const packed = deflateSync(Buffer.alloc(20 * MB, 'a'), { level: 9 })
    const head = name === 'zTXt' ? 'note\0\0' : 'note\0\u0001\0\0\0'
    const note = chunk(name, Buffer.concat([Buffer.from(head), packed]))
    const bomb = withChunks(
      await aPicture().png().toBuffer(),
      Array.from({ length: 20 }, () => note),
    )
    const before = process.resourceUsage().maxRSS
    expect(await encodeImage(bomb, 'image/png')).toMatchObject({ ok: true })
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(100)
  },
  60_000,
)

test('of a PNG only what is needed to draw it reaches the decoder', async () => {
  const plain = await aPicture().png().toBuffer()
  const notes = ['tEXt', 'zTXt', 'iTXt', 'sPLT', 'tIME', 'acTL', 'aaAa'].map((name) => chunk(name, Buffer.from('k\0x')))
  const sent = Buffer.concat([withChunks(plain, notes), Buffer.from('<script>')])
  const kept = keepPictureParts(sent, 'image/png')?.toString('latin1') ?? ''
  expect(kept).toMatch(/IHDR.*IDAT.*IEND/s)
  expect(kept).not.toMatch(/tEXt|zTXt|iTXt|sPLT|tIME|acTL|aaAa|<script>/)
})

test('a PNG keeps its colours and which way up it was held', async () => {
  const sent = await aPicture().withMetadata({ orientation: 6 }).withIccProfile('p3').png().toBuffer()
  const kept = await sharp(keepPictureParts(sent, 'image/png')).metadata()
  expect(kept).toMatchObject({ orientation: 6, hasProfile: true })
})

test('a profile or note longer than a camera writes is left out', async () => {
  const sent = withChunks(await aPicture().png().toBuffer(), [chunk('eXIf', Buffer.alloc(MB))])
  expect(keepPictureParts(sent, 'image/png')?.length).toBeLessThan(10_000)
})

test('a picture of 36 megapixels is refused when each of them takes 8 bytes', async () => {
  const deep = Buffer.from(await aPicture().png().toBuffer())
  deep.writeUInt32BE(6000, 16)
  deep.writeUInt32BE(6000, 20)
  // 16 bits a colour, with alpha.
  deep.set([16, 6], 24)
  deep.writeUInt32BE(crc32(deep.subarray(12, 29)), 29)
  expect(await encodeImage(deep, 'image/png')).toEqual({ ok: false, refusal: 'fileTooManyPixels' })
})

test('wherever a PNG is cut off or its parts are changed, it is refused as broken and nothing is thrown', async () => {
  const png = await aPicture().png().toBuffer()
  assert(
    property(nat({ max: png.length - 1 }), (at) => {
      expect(keepPictureParts(png.subarray(0, at), 'image/png')).toBeUndefined()
    }),
  )
  assert(
    property(nat({ max: png.length - 13 }), (at) => {
      const changed = Buffer.from(png)
      changed[8 + (at % (png.length - 12))] = 0xee
      const kept = keepPictureParts(changed, 'image/png')
      expect((kept?.length ?? 0) <= png.length).toBe(true)
    }),
  )
  expect(await encodeImage(png.subarray(0, png.length - 12), 'image/png')).toEqual({ ok: false, refusal: 'fileBroken' })
})

test('a JPEG that draws over itself hundreds of times is refused, a progressive photo is not', async () => {
  const photo = await aPicture().jpeg({ progressive: true }).toBuffer()
  expect(keepPictureParts(photo, 'image/jpeg')).toBe(photo)
  const from = photo.lastIndexOf(Buffer.from([0xff, 0xda]))
  const scan = photo.subarray(from, photo.length - 2)
  const bomb = Buffer.concat([photo.subarray(0, from), ...Array.from({ length: 200 }, () => scan), photo.subarray(-2)])
  expect(keepPictureParts(bomb, 'image/jpeg')).toBeUndefined()
  expect(await encodeImage(bomb, 'image/jpeg')).toEqual({ ok: false, refusal: 'fileBroken' })
  // The film that some telephones hang behind a photo may hold anything.
  const withFilm = Buffer.concat([photo, ...Array.from({ length: 200 }, () => Buffer.from([0xff, 0xda, 0, 2]))])
  expect(keepPictureParts(withFilm, 'image/jpeg')).toBe(withFilm)
})

test('whatever stands in a JPEG, its marks are walked to an end', () => {
  assert(
    property(uint8Array({ maxLength: 2000 }), (bytes) => {
      keepPictureParts(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), bytes]), 'image/jpeg')
    }),
  )
})
