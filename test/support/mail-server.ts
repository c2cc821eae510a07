import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Letter = { readonly to: readonly string[]; readonly raw: string }

/** A real SMTP server on this machine that keeps every letter; `refuse` makes it answer 451 until it is set back. */
export async function startMailServer() {
  const letters: Letter[] = []
  const state = { refuse: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, session, callback) {
      const raw = await text(stream)
      if (state.refuse) return callback(Object.assign(new Error('Try later'), { responseCode: 451 }))
      letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
      callback()
    },
  })
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
