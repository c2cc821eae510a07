import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, types } from 'pg'
import type { CustomTypesConfig } from 'pg'
import type { Schema } from '#src/platform/schema.ts'
import type { Database } from './open.ts'
import type { OpenSession } from './session.ts'

export type ServerOptions = {
  readonly url: string
  readonly adminUrl: string | undefined
  /** Extra settings for every session, as in `-c name=value`. */
  readonly sessionOptions?: string
}

export async function openServer({ url, adminUrl, sessionOptions = '' }: ServerOptions): Promise<Database> {
  const options = `-c timezone=UTC -c idle_in_transaction_session_timeout=60s ${sessionOptions}`
  const pool = new Pool({
    connectionString: url,
    options,
    max: 10,
    connectionTimeoutMillis: 5000,
    application_name: 'mekendesh',
    // Statements of readTogether (platform/db.ts) go out at once; all others wait for each other as ever.
    pipeline: true,
    types: { getTypeParser: parserOf },
  })
  // Without listeners a server that goes away would end the process: here while a connection rests, and there while
  // a transaction holds it (found by trust goal R4). The query that is under way gets its own error.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  await checkServer(pool)
  const queue = { options, max: 4, application_name: 'mekendesh jobs' }
  return {
    db,
    kind: 'server',
    queue: { app: { ...queue, connectionString: url }, admin: { ...queue, connectionString: adminUrl ?? url } },
    hasTwoRoles: adminUrl !== undefined,
    openAdmin: () => openServerSession(adminUrl ?? url),
    settle: async () => {},
    async close() {
      await db.destroy()
      // Kysely closes only a pool it has used.
      if (!pool.ended) await pool.end()
    },
  }
}

/** One connection of its own. */
export async function openServerSession(url: string): Promise<OpenSession> {
  const client = new Client({
    connectionString: url,
    options: '-c timezone=UTC',
    application_name: 'mekendesh admin',
    types: { getTypeParser: parserOf },
  })
  await client.connect()
  client.on('error', () => {})
  return {
    script: async (text) => void (await client.query(text)),
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
    close: () => client.end(),
  }
}

// bigint comes as text by itself; a date must not become midnight in the server's zone.
const parserOf: CustomTypesConfig['getTypeParser'] = (oid, format) =>
  oid === types.builtins.DATE ? (value: string) => value : types.getTypeParser(oid, format)

// Under LC_CTYPE=C lower() and pg_trgm silently do nothing for Cyrillic.
async function checkServer(pool: Pool): Promise<void> {
  try {
    const { rows } = await pool.query(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding, lower('Ө') = 'ө' as folds`,
    )
    const [{ version, encoding, folds }] = rows
    if (version < 150_000) throw new Error(`PostgreSQL 15 or newer is needed; this server is ${version}.`)
    if (encoding !== 'UTF8') throw new Error(`The database must be in UTF8; this one is in ${encoding}.`)
    if (!folds)
      throw new Error(
        "The database's LC_CTYPE does not know Cyrillic. Create it with a UTF-8 ctype, for example C.UTF-8.",
      )
  } catch (error) {
    await pool.end()
    throw error
  }
}
