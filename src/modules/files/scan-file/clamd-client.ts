import { connect } from 'node:net'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Config } from '#src/platform/config.ts'

export type Verdict = 'clean' | 'refused'
type ClamdAddress = NonNullable<Config['clamdAddress']>

/** Longer than clamd works at one file before it gives up (MaxScanTime, two minutes): then it says so itself. */
const PATIENCE_MS = 150_000

/** There is nobody to ask, about this file or another. */
export class ClamdAway extends Error {
  override readonly name = 'ClamdAway'
}

/**
 * Asks clamd about these bytes by INSTREAM (man clamd): "zINSTREAM", the length in four bytes, the bytes, a length of nothing;
 * the answer is one line. Throws ClamdAway where it cannot be reached or does not answer, another error where it has no verdict
 * on these bytes.
 */
export async function askClamd(address: ClamdAddress, bytes: Uint8Array): Promise<Verdict> {
  const socket = connect(address)
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new ClamdAway('clamd does not answer.')))
  try {
    await once(socket, 'connect').catch((cause: unknown) => {
      throw new ClamdAway('clamd cannot be reached.', { cause })
    })
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    for (const part of [Buffer.from('zINSTREAM\0'), length, bytes, Buffer.alloc(4)]) socket.write(part)
    const answer = (await text(socket)).replace(/\0$/, '')
    if (answer === 'stream: OK') return 'clean'
    // With the name of what was found, which nobody here can do anything with.
    if (/^stream: .+ FOUND$/.test(answer)) return 'refused'
    throw new Error(`clamd answered: ${answer.slice(0, 200)}`)
  } finally {
    socket.destroy()
  }
}
