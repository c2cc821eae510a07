import { chmodSync, realpathSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { makePrivateFolder } from '../private-folder.ts'

/** What a command line asks the process that owns the database to do. */
const requestSchema = z.object({ command: z.string(), args: z.array(z.string()) })
export type CommandRequest = z.output<typeof requestSchema>
/** Does it, saying lines as it goes; gives the exit code. */
export type CommandHandler = (request: CommandRequest, say: (line: string) => void) => Promise<number>

const answerSchema = z.union([z.object({ line: z.string() }), z.object({ exit: z.int() })])

export type Owner = {
  /** Answers command lines from now on; until then they are told to come again. */
  answer(handler: CommandHandler): void
  release(): Promise<void>
}

/**
 * Makes this process the only one that may open the database in `dataDir`. Throws when another lives:
 * two on one folder are both served and destroy each other's rows without an error (trust.md D2).
 */
export async function becomeOwner(dataDir: string): Promise<Owner> {
  const path = socketPath(dataDir)
  makePrivateFolder(dataDir)
  const lock = lockFolder(dataDir)
  // Whoever listened here is dead: we hold the lock.
  rmSync(path, { force: true })
  let handle: CommandHandler | undefined
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    serve(socket, () => handle)
  })
  await listen(server, path)
  return {
    answer(handler) {
      handle = handler
    },
    async release() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.end()
      await closed
      lock.close()
    },
  }
}

/**
 * Has the living owner of `dataDir` do it, passing on each line it says. Gives its exit code,
 * or undefined when nobody owns the folder.
 */
export async function askOwner(
  dataDir: string,
  request: CommandRequest,
  say: (line: string) => void,
): Promise<number | undefined> {
  const socket = createConnection(socketPath(dataDir))
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  })
  if (!connected) return undefined
  socket.write(`${JSON.stringify(request)}\n`)
  for await (const text of createInterface({ input: socket })) {
    const answer = answerSchema.parse(JSON.parse(text))
    if ('exit' in answer) {
      socket.end()
      return answer.exit
    }
    say(answer.line)
  }
  throw new Error('The running portal ended before it answered.')
}

// The one lock of the operating system that Node can take: SQLite's. It goes with the process, also after kill -9,
// and of two that start at once exactly one gets it; a socket alone leaves a moment between looking and listening.
function lockFolder(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, 'owner.lock'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
    return lock
  } catch {
    lock.close()
    throw new Error(
      `Another process of the portal is running on ${realpathSync(dataDir)}. The embedded database has one owner: ` +
        'stop it first, set another DATA_DIR, or use a PostgreSQL server (DATABASE_URL).',
    )
  }
}

const MOST_OF_A_PATH = 100

/** A socket's path may have about a hundred bytes. One elsewhere would lie where others can take its name before us. */
function socketPath(dataDir: string): string {
  const path = join(dataDir, 'owner.sock')
  if (Buffer.byteLength(path) < MOST_OF_A_PATH) return path
  const most = MOST_OF_A_PATH - 1 - Buffer.byteLength('/owner.sock')
  throw new Error(
    `DATA_DIR is too long: ${dataDir}. Choose one of at most ${most} bytes (a relative one counts as written).`,
  )
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  // Whoever may write to it may run any command.
  chmodSync(path, 0o600)
  // Waiting for command lines keeps no process alive.
  server.unref()
}

function serve(socket: Socket, handlerNow: () => CommandHandler | undefined): void {
  const send = (answer: z.input<typeof answerSchema>) => socket.writable && socket.write(`${JSON.stringify(answer)}\n`)
  const run = async (text: string) => {
    const handle = handlerNow()
    if (!handle) throw new Error('The portal is just starting. Try again in a moment.')
    send({ exit: await handle(requestSchema.parse(JSON.parse(text)), (line) => send({ line })) })
  }
  socket.on('error', () => {})
  createInterface({ input: socket }).on('line', (text) => {
    run(text).catch((error: unknown) => {
      send({ line: error instanceof Error ? error.message : 'It did not work.' })
      send({ exit: 1 })
    })
  })
}
