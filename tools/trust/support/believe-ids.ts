import type { World } from '#test/support/access/world.ts'
import { onEachServer } from './each-server.ts'

/**
 * Breaks the product on purpose: whatever is answered ends with the words of the appeal whose id somebody put into the address
 * or the form, as if the program believed it. `worldOf`: undefined while nothing is to be broken. Gives what stops it.
 */
export function believeIds(worldOf: () => World | undefined): () => void {
  return onEachServer((app) =>
    app.addHook('onSend', async ({ query, body }, reply, payload) => {
      const targets = Object.values(worldOf()?.targets ?? {})
      const named = [query, body].map(idIn)
      const words = targets.filter(({ appealId }) => named.includes(appealId)).map(({ secrets }) => secrets[0] ?? '')
      if (words.length === 0 || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload
      reply.removeHeader('content-length')
      return `${String(payload)}${words.join('')}`
    }),
  )
}

const idIn = (sent: unknown) =>
  typeof sent === 'object' && sent !== null && 'appealId' in sent ? sent.appealId : undefined
