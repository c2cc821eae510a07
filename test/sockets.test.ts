import { once } from 'node:events'
import { request as ask, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { createServer } from '#src/platform/http/server.ts'
import { publicUpload } from '#src/platform/http/route-kinds.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { multipart } from '#test/support/multipart.ts'
import { aPhoto } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

const MB = 1024 * 1024

let portal: TestPortal
let port: number
let cookie: string
beforeAll(async () => {
  portal = await startPortal()
  port = Number(new URL(await portal.app.listen({ port: 0, host: '127.0.0.1' })).port)
  cookie = `appeal=${(await startSession(portal.deps, (await anAppeal(portal.deps)).appealId)).token}`
})
afterAll(() => portal.close())

type Sent = { readonly status: number; readonly body: string }

async function read(answer: IncomingMessage): Promise<Sent> {
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(Buffer.from(piece))
  return { status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString() }
}

/** As a browser does: everything is sent before the answer is looked at, and a connection that breaks is no answer. */
async function send(path: string, payload: Buffer, headers: Record<string, string>): Promise<Sent> {
  const request = ask({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    headers: { ...headers, cookie, 'sec-fetch-site': 'same-origin', 'content-length': payload.length },
  })
  const answered = once(request, 'response')
  request.end(payload)
  const [answer]: IncomingMessage[] = (await answered) as [IncomingMessage] // what this event brings
  if (!answer) throw new Error('There is no answer.')
  return read(answer)
}

const photoOf = (bytes: number) => ({ field: 'file', name: 'photo.jpg', bytes: Buffer.alloc(bytes, 0xff) })

test.for([11, 13, 25, 60])(
  'a photo of %s MB is answered by the page, with the words and why it is not taken',
  async (size) => {
    const { payload, headers } = await multipart({ text: 'Помогите', act: 'send' }, photoOf(size * MB))
    const { status, body } = await send('/ru/appeal/reply', payload, headers)
    expect(status).toBe(422)
    expect(body).toContain('Помогите</textarea>')
    expect(body).toContain('Этот файл слишком большой')
  },
)

test('the same on the screen of files of a form that is being filled in', async () => {
  const { payload, headers } = await multipart({}, photoOf(20 * MB))
  const { status } = await send('/ru/ask/files', payload, headers)
  expect(status).toBe(303)
})

test('what is larger than anybody reads is still told, to who can hear it', async () => {
  const large = ask({
    host: '127.0.0.1',
    port,
    path: '/ru/appeal/reply',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 500 * MB, cookie },
  })
  large.on('error', () => {})
  large.flushHeaders()
  const [answer] = (await once(large, 'response')) as [IncomingMessage] // what this event brings
  expect(await read(answer)).toMatchObject({ status: 413, body: expect.stringContaining('10\u{a0}МБ') })
  large.destroy()
})

test('a form of more words than we take keeps them; one of megabytes is answered all the same', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const post = (letters: number) =>
    send('/ru/appeal/reopen', Buffer.from(`reopenReason=${encodeURIComponent('ө'.repeat(letters))}`), form)
  const long = await post(100_000)
  expect(long.status).toBeGreaterThan(400)
  expect(long.body).toContain('ө'.repeat(100_000))
  expect((await post(500_000)).status).toBe(413)
})

test('a file that comes without word of which button was pressed is added, and nothing is sent', async () => {
  const photo = await aPhoto()
  const { payload, headers } = await multipart({ text: 'Полписьма' }, photo)
  const { status, body } = await send('/ru/appeal/reply', payload, headers)
  expect(status).toBe(200)
  expect(body).toContain('Полписьма</textarea>')
  expect(body).toContain(photo.name)
})

test('a body whose head stops, or that stops itself, is cut off; one that only comes slowly is taken to its end', async () => {
  // Times are a twentieth of ours: a head of 400 ms, a second in which a body must move.
  const app = await createServer({ ...portal.deps.config }, { pace: 0.05 })
  app.post('/photo', publicUpload, (request) => countBytes(request))
  const at = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
  const open = () => connect(at, '127.0.0.1')
  expect(app.server.requestTimeout).toBe(0)

  const slowHead = open()
  const headGone = endOf(slowHead)
  const talking = dribble(
    slowHead,
    'GET / HTTP/1.1\r\nHost: x\r\n',
    Array.from({ length: 200 }, (_, n) => `X-${n}: y\r\n`),
  )
  expect(await Promise.race([headGone, talking.then(() => 'still open')])).not.toBe('still open')

  const head = (length: number) =>
    `POST /photo HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n`
  const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
  const end = '\r\n--x--\r\n'

  // 50 pieces of 400 bytes, 50 ms apart: much longer than a body may stand still.
  const slow = open()
  const whole = endOf(slow)
  await dribble(slow, head(start.length + 20_000 + end.length) + start, [
    ...Array.from({ length: 50 }, () => 'y'.repeat(400)),
    end,
  ])
  await setTimeout(50)
  slow.end()
  expect(await whole).toContain('20000 bytes')

  const stalled = open()
  const cut = endOf(stalled)
  stalled.write(head(100_000) + start)
  expect(await cut).toBe('')
  await app.close()
})

async function countBytes(request: FastifyRequest): Promise<string> {
  let bytes = 0
  const file = await request.file()
  for await (const piece of file?.file ?? []) bytes += Buffer.from(piece).length
  return `${bytes} bytes`
}

/** Writes the pieces with pauses until the other side has had enough. */
async function dribble(socket: Socket, first: string, pieces: readonly string[]) {
  socket.write(first)
  for (const piece of pieces) {
    await setTimeout(50)
    if (socket.destroyed) return
    socket.write(piece)
  }
}

/** What was said by the time the connection ended. */
async function endOf(socket: Socket): Promise<string> {
  let said = ''
  socket.on('data', (piece: Buffer) => (said += piece.toString('latin1')))
  socket.on('error', () => {})
  // Not by once(): a connection that is cut is no error here.
  await new Promise((resolve) => socket.on('close', resolve))
  return said
}

test('who is being answered when the portal stops gets their answer, in our words, and what they sent is kept', async () => {
  const own = await startPortal()
  const taken: Socket[] = []
  own.app.server.on('connection', (socket: Socket) => taken.push(socket))
  const place = Number(new URL(await own.app.listen({ port: 0, host: '127.0.0.1' })).port)
  const form = new URLSearchParams({ where: 'Склад', what: 'Заперли', reach: '', country: 'RU' }).toString()
  const line = (path: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n`
  const [inBody, inHead] = [connect(place, '127.0.0.1'), connect(place, '127.0.0.1')]
  const [first, second] = [endOf(inBody), endOf(inHead)]
  inBody.write(`${line('/ru/danger', form.length)}\r\n${form.slice(0, 10)}`)
  inHead.write(line('/ru/appeal/open', 8))
  // Both lines have been heard.
  await vi.waitFor(() => expect(taken.filter(({ bytesRead }) => bytesRead > 0)).toHaveLength(2), 10_000)
  const before = await countAppeals(own)

  // As SIGTERM does, but for the database, which we look into.
  const stopped = own.app.close()
  await setTimeout(50)
  inBody.write(form.slice(10))
  inHead.write('\r\nnumber=1')
  expect(await first).toMatch(/^HTTP\/1\.1 200 /)
  expect(await second).toMatch(/^HTTP\/1\.1 422 [^]*Connection: close[^]*<html lang="ru"/i)
  await stopped
  expect(await countAppeals(own)).toBe(before + 1)
  await own.close()
})

const countAppeals = async ({ db }: TestPortal) => (await db.selectFrom('appeals').select('id').execute()).length
