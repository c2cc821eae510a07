import { createServer, connect, type Socket } from 'node:net'
import { once } from 'node:events'

/** What befalls one connection; nothing named: it goes through. Bytes count from its beginning. */
export type Fate = {
  /** Cut when this many bytes have gone towards the server. */
  readonly cutUpAt?: number
  /** Cut when this many bytes have come back; 0: the server has done its work and nobody hears of it. */
  readonly cutDownAt?: number
  /** From the cut on nothing more goes through, and only after these milliseconds the connection ends. */
  readonly hangMs?: number
  readonly delayMs?: number
}

/** Asked of each piece that goes towards the server: true lets the server answer, and swallows the answer. */
type Listen = (piece: Buffer) => boolean

export type CuttingProxy = { readonly port: number; cuts(): number; close(): Promise<void> }

/** A line between two programs that breaks as it is told. */
export async function startCuttingProxy(
  target: number,
  { fate = () => ({}), listen = () => false }: { readonly fate?: () => Fate; readonly listen?: Listen },
): Promise<CuttingProxy> {
  let cuts = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => open.delete(socket))
      socket.setNoDelay(true)
    }
    const line = { near, far, fate: fate(), isCut: false, isAnswerLost: false, up: 0, down: 0 }
    const cut = () => {
      if (line.isCut) return
      line.isCut = true
      cuts += 1
      setTimeout(() => [near, far].forEach((socket) => socket.destroy()), line.fate.hangMs ?? 0)
    }
    const pass = (to: Socket, piece: Buffer) =>
      line.fate.delayMs === undefined ? void to.write(piece) : void setTimeout(() => to.write(piece), line.fate.delayMs)
    near.on('data', (piece: Buffer) => {
      if (line.isCut) return
      const left = (line.fate.cutUpAt ?? Infinity) - line.up
      line.up += piece.length
      line.isAnswerLost ||= listen(piece)
      pass(far, piece.subarray(0, Math.max(0, left)))
      if (piece.length >= left) cut()
    })
    far.on('data', (piece: Buffer) => {
      if (line.isCut) return
      if (line.isAnswerLost) return cut()
      const left = (line.fate.cutDownAt ?? Infinity) - line.down
      line.down += piece.length
      if (left > 0) pass(near, piece.subarray(0, left))
      if (piece.length >= left) cut()
    })
    near.on('end', () => far.end())
    far.on('end', () => near.end())
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
