import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { paths } from '#src/paths.ts'
import type { Box } from '#src/platform/keyring.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'
import { acceptFile } from './accept-file.ts'
import { hasRoom, MOST_OF_A_PLACE } from './rules.ts'
import { countIn, inTurn } from './share-room.ts'

const MB = 1024 * 1024
const GB = 1024 * MB

let portal: TestPortal
let box: Box
let roomy: TestPortal['disk']
let drafts = 0
beforeAll(async () => {
  portal = await startPortal()
  box = portal.deps.keys.newDataKey('test').box
  roomy = { ...portal.disk }
})
afterEach(() => void Object.assign(portal.disk, roomy))
afterAll(() => portal.close())

const aPdf = Buffer.from('%PDF-1.4\n%%EOF\n')

function send(bytes: Buffer, place?: string) {
  const owner = { kind: 'draft', id: `draft ${(drafts += 1)}` } as const
  async function* stream() {
    yield await Promise.resolve(bytes)
  }
  return acceptFile(portal.deps, { owner, box, name: 'x', stream: stream(), ...(place !== undefined && { place }) })
}

test('a part of the disk stays free for words, and what nobody has sent fills no more than a quarter', () => {
  expect(hasRoom({ free: 100 * GB, size: 200 * GB, waiting: 0 })).toBe(true)
  expect(hasRoom({ free: 2 * GB, size: 200 * GB, waiting: 0 })).toBe(false)
  expect(hasRoom({ free: 2 * GB, size: 10 * GB, waiting: 0 })).toBe(true)
  expect(hasRoom({ free: 1 * GB, size: 10 * GB, waiting: 0 })).toBe(false)
  expect(hasRoom({ free: 100 * GB, size: 200 * GB, waiting: 50 * GB })).toBe(false)
})

test('with the disk almost full a file is refused on its page, in words, and the form can be sent', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  portal.disk.free = 1 * GB
  const answer = await browser.upload(paths.askFile('ru'), { name: 'a.pdf', bytes: aPdf })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('3600')
  expect(answer.body).toContain('Отправьте обращение без файла')
  expect((await browser.get('ask/check')).statusCode).toBe(200)
})

test('one place sends so much in an hour, another goes on, and after the hour the first does too', async () => {
  countIn(portal.clock, 'dormitory', MOST_OF_A_PLACE - MAX_FILE_BYTES)
  expect(await send(aPdf, 'dormitory')).toMatchObject({ ok: true })
  expect(await send(aPdf, 'dormitory')).toEqual({ ok: false, refusal: 'enoughFromHere' })
  expect(await send(aPdf, 'elsewhere')).toMatchObject({ ok: true })
  expect(await send(aPdf)).toMatchObject({ ok: true })
  portal.clock.advance(3_600_000)
  expect(await send(aPdf, 'dormitory')).toMatchObject({ ok: true })
})

test('what waits unsent in all is bounded, also where it came from many places', async () => {
  Object.assign(portal.disk, { free: 90 * MB, size: 100 * MB })
  const owner_kind = 'draft'
  const row = { owner_kind, name_sealed: Buffer.from('x'), type: 'application/pdf', bytes: 9 * MB } as const
  const created_at = portal.clock.now()
  for (const id of ['one', 'two'])
    await portal.db
      .insertInto('files')
      .values({ ...row, id, owner_id: id, created_at })
      .execute()
  portal.clock.advance(61_000)
  expect(await send(aPdf, 'anywhere')).toEqual({ ok: false, refusal: 'noRoom' })
  await portal.db.updateTable('files').set({ message_id: '1' }).where('id', '=', 'two').execute()
  portal.clock.advance(61_000)
  expect(await send(aPdf, 'anywhere')).toMatchObject({ ok: true })
})

test('while a picture is drawn documents pass, two more of one place wait, and others find a turn', async () => {
  const drawing = Promise.withResolvers<void>()
  const three = [1, 2, 3].map(() => inTurn('one place', () => drawing.promise))
  expect(await send(aPdf, 'another')).toMatchObject({ ok: true })
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#9b1b30' } })
    .png()
    .toBuffer()
  expect(await send(picture, 'one place')).toEqual({ ok: false, refusal: 'filesBusy' })
  const other = send(picture, 'another')
  drawing.resolve()
  expect((await Promise.all(three)).every(({ ok }) => ok)).toBe(true)
  expect(await other).toMatchObject({ ok: true })
  expect(await send(picture, 'one place')).toMatchObject({ ok: true })
})
