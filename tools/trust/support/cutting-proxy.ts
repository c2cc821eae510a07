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
  /** Each reply waits until one of another connection, that was given later, has gone through. */
  readonly isOvertaken?: boolean
}

/** Asked of each piece that goes towards the server: true lets the server answer, and swallows the answer. */
type Listen = (piece: Buffer) => boolean

export type CuttingCounts = {
  cuts: number
  /** Cuts after the server had answered and before anything of the answer had gone through. */
  silent: number
  /** Replies that came after a later one of another connection. */
  overtaken: number
}
export type CuttingProxy = { readonly port: number; readonly counts: Readonly<CuttingCounts>; close(): Promise<void> }

/** A line between two programs that breaks as it is told. */
export async function startCuttingProxy(
  target: number,
  { fate = () => ({}), listen = () => false }: { readonly fate?: () => Fate; readonly listen?: Listen },
): Promise<CuttingProxy> {
  const counts: CuttingCounts = { cuts: 0, silent: 0, overtaken: 0 }
  const comeBack = overtaking(() => (counts.overtaken += 1))
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
    const cut = (isSilent: boolean) => {
      if (line.isCut) return
      line.isCut = true
      counts.cuts += 1
      if (isSilent) counts.silent += 1
      setTimeout(() => [near, far].forEach((socket) => socket.destroy()), line.fate.hangMs ?? 0)
    }
    const late = (step: () => void) =>
      line.fate.delayMs === undefined ? step() : void setTimeout(step, line.fate.delayMs)
    near.on('data', (piece: Buffer) => {
      if (line.isCut) return
      const left = (line.fate.cutUpAt ?? Infinity) - line.up
      line.up += piece.length
      line.isAnswerLost ||= listen(piece)
      late(() => far.write(piece.subarray(0, Math.max(0, left))))
      if (piece.length >= left) cut(false)
    })
    far.on('data', (piece: Buffer) => {
      if (line.isCut) return
      if (line.isAnswerLost) return cut(true)
      const left = (line.fate.cutDownAt ?? Infinity) - line.down
      line.down += piece.length
      if (left > 0)
        late(() => comeBack(near, line.fate.isOvertaken === true, () => near.write(piece.subarray(0, left))))
      if (piece.length >= left) cut(line.fate.cutDownAt === 0)
    })
    near.on('end', () => far.end())
    far.on('end', () => comeBack(near, false, () => near.end()))
    near.on('close', () => far.destroy())
    // What still waits to come back goes before it ends.
    far.on('close', () => comeBack(near, false, () => near.end()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    counts,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

// Where nobody else is answered meanwhile it goes without having been overtaken.
const PATIENCE_MS = 100

/** Takes each step that brings a reply back: at once, or after the next one of another connection. */
function overtaking(tell: () => void) {
  const waiting = new Map<Socket, (() => void)[]>()
  const letGo = (near: Socket) => {
    const steps = waiting.get(near) ?? []
    waiting.delete(near)
    for (const step of steps) step()
  }
  return (near: Socket, mayWait: boolean, step: () => void) => {
    const before = waiting.get(near)
    if (before) return void before.push(step)
    if (mayWait) {
      waiting.set(near, [step])
      setTimeout(() => letGo(near), PATIENCE_MS)
      return
    }
    step()
    for (const other of waiting.keys()) {
      tell()
      letGo(other)
    }
  }
}
