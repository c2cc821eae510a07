import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'

const machine = { config: { access: 'public', rate: 'page', cache: 'nothing', bodyLimit: 1024 } } as const

/** For whoever watches the server: /healthz says the process lives, /readyz that it can take an appeal. */
export function offerHealth(app: FastifyInstance, { db }: AppDeps) {
  app.get(patterns.health, machine, (_request, reply) => reply.type('text/plain').send('ok\n'))
  app.get(patterns.ready, machine, async (_request, reply) => {
    const isReady = await answers(db)
    return reply
      .code(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ready\n' : 'database does not answer\n')
  })
}

const answers = (db: AppDeps['db']) =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
