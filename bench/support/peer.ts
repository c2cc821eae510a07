// The limit beside which the portal is measured: a bare Fastify that sends the same bytes, after the same statements where the
// page needs any. Started with the name of a plan (plan.ts).
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { CompiledQuery } from 'kysely'
import type { Db } from '#src/platform/db.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { createHasher } from '#src/platform/hashing.ts'
import type { Plan, PlannedRoute } from './plan.ts'
import { fromLine, type Statement } from './sql-lines.ts'
import { createReplay } from './replay.ts'

// Written by this same version of bench/run.ts.
const plan: Plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const database = await openDatabase({ ...plan.database, databaseAdminUrl: undefined })
const hasher = createHasher()
const app = fastify({ logger: false })
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, body),
)

for (const route of plan.routes) {
  const statements = route.statements.map(fromLine)
  const bytes = Buffer.from(route.body, 'base64')
  const work = workOf(route, statements)
  app.route({
    method: route.kind === 'submit' ? 'POST' : 'GET',
    url: route.path,
    async handler(_request, reply) {
      await work()
      return reply.headers(route.headers).send(bytes)
    },
  })
}

function workOf({ kind }: PlannedRoute, statements: readonly Statement[]): () => Promise<void> {
  const { db } = database
  if (kind === 'bytes') return async () => {}
  if (kind === 'read') return () => runAll(db, statements)
  const first = statements.findIndex(({ sql }) => /^\s*(insert|with)/i.test(sql))
  const [before, inside] = [statements.slice(0, first), statements.slice(first)]
  return async () => {
    await runAll(db, before)
    const hashed = await hasher.hash('a secret of forty-four bits')
    if (!hashed.ok) throw new Error('The hasher is busy.')
    const replay = createReplay()
    await db.transaction().execute(async (db) => {
      for (const statement of inside) {
        const { rows } = await db.executeQuery(CompiledQuery.raw(statement.sql, replay.valuesOf(statement)))
        replay.learn(statement, rows)
      }
    })
  }
}

async function runAll(db: Db, statements: readonly Statement[]): Promise<void> {
  for (const { sql, values } of statements) await db.executeQuery(CompiledQuery.raw(sql, [...values]))
}

await app.listen({ port: plan.port, host: '127.0.0.1' })
process.on('SIGTERM', () => {
  void app
    .close()
    .then(() => database.close())
    .then(() => process.exit(0))
})
