import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Box } from '#src/platform/keyring.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { acceptFile } from '../accept-file.ts'
import { shredFiles, sweepFiles } from '../jobs.ts'
import { removeFile } from '../move-files.ts'
import { MOST_OF_A_SMALL_PICTURE, pictureSizes, type PictureSize } from '../rules.ts'
import { readPicture } from './read-picture.ts'

let portal: TestPortal
let dataDir: string
let box: Box
let drafts = 0
beforeAll(async () => {
  portal = await startPortal()
  dataDir = portal.deps.config.dataDir
  box = portal.deps.keys.newDataKey('test').box
})
afterAll(() => portal.close())

async function kept(bytes: Buffer, name = 'photo.jpg') {
  const owner = { kind: 'draft', id: `pictures ${(drafts += 1)}` } as const
  const stream = (async function* () {
    yield await Promise.resolve(bytes)
  })()
  const outcome = await acceptFile(portal.deps, { owner, box, name, stream })
  if (!outcome.ok) throw new Error(outcome.refusal)
  const { id } = outcome.value
  return { owner, id, read: (size: PictureSize) => readPicture(portal.deps, owner, { id, size }, box) }
}

const aPhoto = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#9b1b30' } })
    .jpeg()
    .toBuffer()
/** The hardest there is to make small. */
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 120 } },
  })
    .png()
    .toBuffer()

async function drawn(picture: Awaited<ReturnType<Awaited<ReturnType<typeof kept>>['read']>>) {
  if (!picture.ok) throw new Error(picture.refusal)
  const { format, width, height } = await sharp(picture.value).metadata()
  return { format, width, height, bytes: picture.value.length }
}

const placeOf = (id: string, size: PictureSize) =>
  join(dataDir, 'pictures', id.slice(0, 2), id.slice(2, 4), `${id}.${size}`)

test('a picture is drawn whole into 320 × 240 and into 1,600 px, and never larger than it is', async () => {
  const wide = await kept(await aPhoto(3200, 1600))
  expect(await drawn(await wide.read('small'))).toMatchObject({ format: 'jpeg', width: 320, height: 160 })
  expect(await drawn(await wide.read('large'))).toMatchObject({ format: 'jpeg', width: 1600, height: 800 })
  const tiny = await kept(await aPhoto(30, 40))
  for (const size of pictureSizes) expect(await drawn(await tiny.read(size))).toMatchObject({ width: 30, height: 40 })
})

test.each(['png', 'webp', 'jpeg'] as const)('a small %s of nothing but noise stays below 15 kB', async (format) => {
  const bytes = await sharp(await noise(1200, 900))
    .toFormat(format)
    .toBuffer()
  const { read } = await kept(bytes, `noise.${format}`)
  const small = await drawn(await read('small'))
  expect(small.format).toBe('jpeg')
  expect(small.bytes).toBeLessThanOrEqual(MOST_OF_A_SMALL_PICTURE)
})

test('what was clear stands on white, not on black', async () => {
  const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  const picture = await (await kept(clear, 'clear.png')).read('small')
  const pixels = picture.ok ? await sharp(picture.value).raw().toBuffer() : Buffer.of(0)
  expect(Math.min(...pixels)).toBeGreaterThan(250)
})

test('it is kept sealed, drawn only once, and drawn again where what was kept is torn or gone', async () => {
  const { id, read } = await kept(await aPhoto(640, 480))
  const first = await read('small')
  const sealed = readFileSync(placeOf(id, 'small'))
  expect(first.ok && sealed.includes(first.value.subarray(0, 16))).toBe(false)
  // The file itself is not asked a second time.
  const file = join(dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id)
  const whole = readFileSync(file)
  writeFileSync(file, 'no longer a file')
  expect(await read('small')).toEqual(first)
  writeFileSync(file, whole)
  writeFileSync(placeOf(id, 'small'), sealed.subarray(0, 40))
  expect(await read('small')).toEqual(first)
  expect(readFileSync(placeOf(id, 'small')).length).toBe(sealed.length)
})

test('what was drawn of one picture does not open in the place of another', async () => {
  const [mine, other] = [await kept(await aPhoto(64, 48)), await kept(await aPhoto(32, 32))]
  await mine.read('small')
  const right = await other.read('small')
  writeFileSync(placeOf(other.id, 'small'), readFileSync(placeOf(mine.id, 'small')))
  expect(await other.read('small')).toEqual(right)
})

test('a PDF, an unknown id and another’s picture are not there', async () => {
  const pdf = await kept(Buffer.from('%PDF-1.4\n%%EOF\n'), 'a.pdf')
  expect(await pdf.read('small')).toEqual({ ok: false, refusal: 'notThere' })
  const mine = await kept(await aPhoto(64, 48))
  for (const [owner, id] of [
    [pdf.owner, mine.id],
    [mine.owner, 'A'.repeat(22)],
    [mine.owner, '../../keys'],
  ] as const) {
    const read = await readPicture(portal.deps, owner, { id, size: 'large' }, box)
    expect(read).toEqual({ ok: false, refusal: 'notThere' })
  }
})

test('what the virus scanner refused is shown no more, though it was drawn before', async () => {
  const { id, read } = await kept(await aPhoto(64, 48))
  expect((await read('small')).ok).toBe(true)
  await portal.db.updateTable('files').set({ scan: 'refused' }).where('id', '=', id).execute()
  for (const size of pictureSizes) expect(await read(size)).toEqual({ ok: false, refusal: 'notThere' })
})

test('what was drawn goes with its file, and the sweep finds what was drawn too late', async () => {
  const { owner, id, read } = await kept(await aPhoto(640, 480))
  for (const size of pictureSizes) await read(size)
  expect(pictureSizes.map((size) => existsSync(placeOf(id, size)))).toEqual([true, true])
  const left = readFileSync(placeOf(id, 'small'))
  expect(await removeFile(portal.deps, owner, id)).toBe(true)
  await shredFiles.run(portal.deps, { ids: [id] })
  expect(pictureSizes.map((size) => existsSync(placeOf(id, size)))).toEqual([false, false])

  const stays = await kept(await aPhoto(640, 480))
  await stays.read('small')
  writeFileSync(placeOf(id, 'small'), left)
  const old = portal.clock.now().getTime() / 1000 - 7200
  for (const path of [placeOf(id, 'small'), placeOf(stays.id, 'small')]) utimesSync(path, old, old)
  await sweepFiles.run(portal.deps, {})
  expect(existsSync(placeOf(id, 'small'))).toBe(false)
  expect(existsSync(placeOf(stays.id, 'small'))).toBe(true)
  expect(readdirSync(join(dataDir, 'files', 'tmp'))).toEqual([])
})
