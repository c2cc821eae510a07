import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export type Letter = { readonly to: readonly string[]; readonly raw: string }

/**
 * A real SMTP server on this machine that keeps every letter; `refuse` makes it answer 451 until it is set back, `slowMs`
 * makes it think over each letter for so long, `holdUp` until what it gives has come.
 */
export async function startMailServer() {
  const letters: Letter[] = []
  const state = { refuse: false, slowMs: 0, holdUp: (_to: string): Promise<void> | undefined => undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, session, callback) {
      const raw = await text(stream).catch(() => undefined)
      // Its sender died in the middle of it.
      if (raw === undefined) return
      const to = session.envelope.rcptTo.map(({ address }) => address)
      for (const one of to) await state.holdUp(one)
      if (state.slowMs > 0) await pause(state.slowMs)
      if (state.refuse) return callback(Object.assign(new Error('Try later'), { responseCode: 451 }))
      letters.push({ to, raw })
      callback()
    },
  })
  // A client that is killed in the middle of a letter breaks its line, which is no fault of the server.
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    state,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

/** The words of a letter as its reader sees them. */
export function wordsOf({ raw }: Letter): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
