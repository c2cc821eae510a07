import { PGlite, types } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { Kysely, PGliteDialect } from 'kysely'
import { fromPglite } from 'pg-boss'
import type { Schema } from '#src/platform/schema.ts'
import type { Database } from './open.ts'
import type { OpenSession } from './session.ts'

type Where =
  | { readonly folder: string }
  /** In memory, for tests; `dump` is a data folder made by `dumpDataDir`. */
  | { readonly dump: Blob | undefined }

export function openEmbedded(pglite: PGlite): Database {
  // PGliteDialect puts a lock round the single connection, so two requests never share a transaction.
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  const queue = { db: fromPglite(pglite), backend: 'pglite' } as const
  return {
    db,
    kind: 'embedded',
    queue: { app: queue, admin: queue },
    hasTwoRoles: false,
    openAdmin: async () => sessionOn(pglite),
    async close() {
      await db.destroy()
      // Kysely closes only a database it has used.
      if (!pglite.closed) await pglite.close()
    },
  }
}

export function openPglite(where: Where): Promise<PGlite> {
  return PGlite.create({
    ...('folder' in where ? { dataDir: where.folder } : where.dump ? { loadDataDir: where.dump } : {}),
    extensions: { pg_trgm, unaccent, pgcrypto },
    // Both databases give the same values: bigint and date as text, bytea as Buffer.
    parsers: {
      [types.INT8]: (value: string) => value,
      [types.DATE]: (value: string) => value,
      [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
    },
    // One connection for a portal's own rows needs little; the defaults cost 100 MB more.
    postgresqlconf: ['shared_buffers = 16MB', 'max_connections = 10', "timezone = 'UTC'"],
  })
}

export const sessionOn = (pglite: PGlite): OpenSession => ({
  script: async (text) => void (await pglite.exec(text)),
  rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await pglite.query<Row>(text, [...values])).rows,
  close: async () => {},
})
