import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { afterEach, expect, test, vi } from 'vitest'
import { readConfig, type Config } from '#src/platform/config.ts'
import { publicForm, publicUpload } from './route-kinds.ts'
import { createServer } from './server.ts'
import { MOST_OF_A_PLACE } from './slow-clients.ts'

const read = readConfig({ LOG_LEVEL: 'silent' })
if (!read.ok) throw new Error('The settings of a test are wrong.')
const { config } = read

let app: FastifyInstance | undefined
let sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await app?.close()
})

/** A server whose seconds are usually hundredths of ours: a span of 200 ms, three seconds for a form. */
async function listen({ pace = 0.01, ...changed }: Partial<Config> & { pace?: number } = {}): Promise<number> {
  app = await createServer({ ...config, ...changed }, { pace })
  app.post('/form', publicForm, () => 'taken')
  app.post('/photo', publicUpload, (request) => readAll(request))
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
}

async function readAll(request: FastifyRequest): Promise<string> {
  for await (const part of request.parts()) if (part.type === 'file') for await (const _ of part.file);
  return 'taken'
}

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  return socket
}

/** Sends so many bytes every 40 ms until the server closes; gives how long that took. */
async function trickle(port: number, path: string, { length, bytes }: { length: number; bytes: number }) {
  const socket = open(port)
  const gone = new Promise<true>((resolve) => socket.once('close', () => resolve(true)))
  socket.resume()
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n` +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
  )
  for (let tick = 0; tick < 150; tick += 1) {
    if (await Promise.race([gone, setTimeout(40, false)])) return tick
    socket.write('y'.repeat(bytes))
  }
  return 'still open'
}

test('a body as long as a form is cut off when its time is over, however it moves and wherever it is sent', async () => {
  const port = await listen()
  const ticks = await Promise.all(
    ['/form', '/photo'].map((path) => trickle(port, path, { length: 250_000, bytes: 500 })),
  )
  for (const tick of ticks) expect(tick).toBeLessThan(120)
}, 20_000)

test('an upload must move faster than a form, and one that does has its time', async () => {
  const port = await listen({ pace: 0.05 })
  const [slow, steady] = await Promise.all([
    trickle(port, '/photo', { length: 5_000_000, bytes: 30 }),
    trickle(port, '/photo', { length: 5_000_000, bytes: 500 }),
  ])
  expect(slow).toBeLessThan(60)
  expect(steady).toBe('still open')
}, 20_000)

const countConnections = () =>
  new Promise<number>((resolve, reject) =>
    app?.server.getConnections((fault, count) => (fault ? reject(fault) : resolve(count))),
  )

/** Of so many that try, how many get the answer to what they asked: that there is no such page. */
async function countOpen(port: number, tried: number): Promise<number> {
  const answers = Array.from({ length: tried }, async () => {
    const socket = open(port)
    const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(0)))
    const answered = new Promise<number>((resolve) =>
      socket.once('data', (piece: Buffer) => resolve(isNotFound(piece) ? 1 : 0)),
    )
    socket.write('GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n')
    return Promise.race([answered, closed])
  })
  return (await Promise.all(answers)).reduce((sum, one) => sum + one, 0)
}

const isNotFound = (piece: Buffer) => piece.toString('latin1').startsWith('HTTP/1.1 404')

test('one place holds its share of the connections and no more; what it closes it may open again', async () => {
  // Our own seconds: at a hundredth of them who has been answered is gone before the last one asks.
  const port = await listen({ pace: 1 })
  expect(await countOpen(port, MOST_OF_A_PLACE + 20)).toBe(MOST_OF_A_PLACE)
  for (const socket of sockets) socket.destroy()
  await vi.waitFor(async () => expect(await countConnections()).toBe(0), 10_000)
  expect(await countOpen(port, 10)).toBe(10)
})

test('behind a proxy, whose address is everybody’s, connections are not counted', async () => {
  const port = await listen({ pace: 1, trustProxy: ['127.0.0.1'] })
  expect(await countOpen(port, MOST_OF_A_PLACE + 20)).toBe(MOST_OF_A_PLACE + 20)
})
