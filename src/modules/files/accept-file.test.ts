import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#src/platform/db.ts'
import type { Box } from '#src/platform/keyring.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { sample } from '#test/support/zoo/corpus.ts'
import { acceptFile } from './accept-file.ts'
import { listFiles, readFile } from './read-file.ts'
import { sweepFiles } from './jobs.ts'
import { moveFiles } from './move-files.ts'
import { writeSealed } from './store/disk.ts'

let portal: TestPortal
let db: Db
let dataDir: string
let box: Box
let drafts = 0

beforeAll(async () => {
  portal = await startPortal()
  dataDir = portal.deps.config.dataDir
  db = portal.db
  box = portal.deps.keys.newDataKey('test').box
})
afterAll(() => portal.close())

const aDraft = () => ({ kind: 'draft', id: `draft ${(drafts += 1)}` }) as const

async function* inChunks(bytes: Buffer, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const send = (
  bytes: Buffer,
  { owner = aDraft(), name = 'photo.jpg' }: { owner?: ReturnType<typeof aDraft>; name?: string } = {},
) => acceptFile(portal.deps, { owner, box, name, stream: inChunks(bytes) })

const aPicture = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#9b1b30' } })
const place = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '74/1 34/1 0/1' },
}

async function accepted(bytes: Buffer, name = 'photo.jpg') {
  const owner = aDraft()
  const outcome = await send(bytes, { owner, name })
  expect(outcome).toMatchObject({ ok: true })
  const file = outcome.ok ? await readFile(portal.deps, owner, outcome.value.id, box) : undefined
  if (!file) throw new Error('The file was not kept.')
  return file
}

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s comes back as a picture without place, camera or any note',
  async (format) => {
    const sent = await aPicture()
      .withExif({ IFD0: { Make: 'Canary camera', Copyright: 'Canary' }, ...place })
      .toFormat(format)
      .toBuffer()
    expect((await sharp(sent).metadata()).exif?.includes('Canary')).toBe(true)

    const file = await accepted(sent)
    const seen = await sharp(file.bytes).metadata()
    expect(seen).toMatchObject({ format, width: 60, height: 40 })
    expect(seen.exif).toBeUndefined()
    expect(file.bytes.includes('Canary')).toBe(false)
  },
)

test('a photo held sideways is turned upright, since the note that said so goes', async () => {
  const sent = await aPicture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const seen = await sharp((await accepted(sent)).bytes).metadata()
  expect(seen).toMatchObject({ width: 40, height: 60 })
  expect(seen.orientation).toBeUndefined()
})

test.each([
  ['photo.heic', 120, 80],
  ['photo-sideways.heic', 80, 120],
])('the photo of an iPhone, %s, comes back as a JPEG, upright', async (name, width, height) => {
  const file = await accepted(sample(name), 'IMG_0007.HEIC')
  expect(file).toMatchObject({ name: 'IMG_0007.jpg', type: 'image/jpeg' })
  const seen = await sharp(file.bytes).metadata()
  expect(seen).toMatchObject({ format: 'jpeg', width, height })
  expect([seen.exif, seen.orientation]).toEqual([undefined, undefined])
})

test('a picture of 24 megapixels is made smaller, one of 63 is refused before it is decoded', async () => {
  const large = await sharp((await accepted(await aPicture(6000, 4000).jpeg().toBuffer())).bytes).metadata()
  expect(Math.max(large.width, large.height)).toBe(4000)
  expect(await send(await aPicture(9000, 7000).png().toBuffer())).toEqual({ ok: false, refusal: 'fileTooManyPixels' })
})

test('a bomb that only claims to be 50,000 by 50,000 pixels is refused', async () => {
  const png = await aPicture().png().toBuffer()
  png.writeUInt32BE(50_000, 16)
  png.writeUInt32BE(50_000, 20)
  expect(await send(png)).toMatchObject({ ok: false })
})

test('a picture that is also a web page keeps only the picture', async () => {
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  const file = await accepted(Buffer.concat([await aPicture().jpeg().toBuffer(), page]))
  expect(file.bytes.includes('<script>')).toBe(false)
})

test.each([
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a program', Buffer.from('MZ this program cannot be run in DOS mode')],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ['a web page with a PDF inside', Buffer.from('<html>%PDF-1.7 %%EOF</html>')],
])('%s is refused under any name', async (_what, bytes) => {
  expect(await send(bytes, { name: 'photo.jpg' })).toEqual({ ok: false, refusal: 'fileKindRefused' })
})

test('a picture or document that was cut off is refused as broken', async () => {
  const noise = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer()
  expect(await send(noise.subarray(0, noise.length / 2))).toEqual({ ok: false, refusal: 'fileBroken' })
  expect(await send(Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\n'))).toEqual({ ok: false, refusal: 'fileBroken' })
})

test('a PDF is kept as it is, under a name that leads nowhere', async () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Author (me) >>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n')
  const file = await accepted(pdf, '../../\u202Eоригинал.exe')
  expect(file).toEqual({ name: 'оригинал.pdf', type: 'application/pdf', bytes: pdf })
})

test('an empty file and one over 10 MB are refused, and nothing of them stays on the disk', async () => {
  expect(await send(Buffer.alloc(0))).toEqual({ ok: false, refusal: 'fileEmpty' })
  expect(await send(Buffer.alloc(10 * 1024 * 1024 + 1, 'x'))).toEqual({ ok: false, refusal: 'fileTooBig' })
  expect(readdirSync(join(dataDir, 'files/tmp'))).toEqual([])
})

test('an upload that breaks off is refused and leaves nothing', async () => {
  async function* breaking() {
    yield Buffer.from('%PDF-1.4')
    throw new Error('The connection is gone.')
  }
  const outcome = await acceptFile(portal.deps, { owner: aDraft(), box, name: 'x', stream: breaking() })
  expect(outcome).toEqual({ ok: false, refusal: 'fileBroken' })
  expect(readdirSync(join(dataDir, 'files/tmp'))).toEqual([])
})

test('a sixth file is refused, also when six come at the same moment', async () => {
  const owner = aDraft()
  const bytes = await aPicture().png().toBuffer()
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => send(bytes, { owner })))
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, refusal: 'tooManyFiles' }])
  expect(await listFiles(db, owner, box)).toHaveLength(5)
})

test('neither the bytes nor the name lie readable on the disk or in the table', async () => {
  const owner = aDraft()
  const pdf = Buffer.from('%PDF-1.4 canary-in-a-file %%EOF')
  await send(pdf, { owner, name: 'canary-in-a-name.pdf' })
  const kept = filesUnder(join(dataDir, 'files'))
  expect(kept).not.toEqual([])
  for (const path of kept) expect(readFileSync(path).includes('canary'), path).toBe(false)
  const row = await db.selectFrom('files').selectAll().where('owner_id', '=', owner.id).executeTakeFirstOrThrow()
  for (const [column, value] of Object.entries(row)) {
    const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value))
    expect(bytes.includes('canary'), column).toBe(false)
  }
})

test('a file moves to its appeal by its row alone and opens there under the same key', async () => {
  const draft = aDraft()
  const appeal = { kind: 'appeal', id: '42' } as const
  const outcome = await send(await aPicture().jpeg().toBuffer(), { owner: draft })
  const id = outcome.ok ? outcome.value.id : ''
  expect(await moveFiles(db, draft, appeal, '7')).toBe(1)
  expect(await readFile(portal.deps, draft, id, box)).toBeUndefined()
  expect(await listFiles(db, appeal, box)).toMatchObject([{ id, name: 'photo.jpg', messageId: '7' }])
  expect((await readFile(portal.deps, appeal, id, box))?.type).toBe('image/jpeg')
})

test('a file whose bytes were altered on the disk is not handed out', async () => {
  const owner = aDraft()
  const outcome = await send(await aPicture().jpeg().toBuffer(), { owner })
  const id = outcome.ok ? outcome.value.id : ''
  const path = join(dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id)
  const sealed = readFileSync(path)
  sealed[20] = (sealed[20] ?? 0) ^ 1
  writeFileSync(path, sealed)
  await expect(readFile(portal.deps, owner, id, box)).rejects.toThrow('authenticate')
})

test('the sweep takes bytes without a row once they are an hour old, and nothing else', async () => {
  const owner = aDraft()
  const outcome = await send(await aPicture().jpeg().toBuffer(), { owner })
  const kept = outcome.ok ? outcome.value.id : ''
  const orphans = ['orphanold-------------', 'orphannew-------------']
  for (const id of orphans) await writeSealed(dataDir, id, Buffer.from('x'))
  const at = (id: string) => join(dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id)
  const now = portal.clock.now().getTime() / 1000
  for (const id of [kept, 'orphanold-------------']) utimesSync(at(id), now - 7200, now - 7200)
  utimesSync(at('orphannew-------------'), now - 60, now - 60)

  await sweepFiles.run(portal.deps, {})
  expect([kept, ...orphans].map((id) => existsSync(at(id)))).toEqual([true, false, true])
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
