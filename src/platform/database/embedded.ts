import { PGlite, types } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { Kysely, PGliteDialect } from 'kysely'
import type { Dialect } from 'kysely'
import { fromPglite } from 'pg-boss'
import type { Db as IDatabase } from 'pg-boss'
import type { Schema } from '#src/platform/schema.ts'
import type { Database } from './open.ts'
import type { OpenSession } from './session.ts'

const settings = [
  'timezone=UTC',
  // One connection for a portal's own rows needs little; the defaults cost 100 MB more.
  'shared_buffers=16MB',
  'max_connections=10',
  // A page torn by a power cut is mended from its copy in the log.
  'full_page_writes=on',
  // Until the newest control file is on the disk, the one before must still find its log.
  'wal_keep_size=192MB',
]

type Where =
  /** `dump`: what a new folder is filled with. */
  | { readonly folder: string; readonly dump?: Blob | undefined }
  /** In memory, for tests. */
  | { readonly dump: Blob | undefined }

/** A database in memory, or one whose folder needs no promise. */
export function openEmbedded(pglite: PGlite): Database {
  return embedded(pglite, {
    dialect: new PGliteDialect({ pglite }),
    queue: fromPglite(pglite),
    admin: sessionOn(pglite, async () => {}),
    close: async () => {},
    settle: async () => {},
  })
}

type Parts = {
  readonly dialect: Dialect
  readonly queue: IDatabase
  readonly admin: OpenSession
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

export function embedded(pglite: PGlite, { dialect, queue, admin, settle, close }: Parts): Database {
  const db = new Kysely<Schema>({ dialect })
  const boss = { db: queue, backend: 'pglite' } as const
  return {
    db,
    kind: 'embedded',
    queue: { app: boss, admin: boss },
    hasTwoRoles: false,
    openAdmin: async () => admin,
    settle,
    async close() {
      await db.destroy()
      // Kysely closes only a database it has used.
      if (!pglite.closed) await pglite.close()
      await close()
    },
  }
}

export function openPglite(where: Where): Promise<PGlite> {
  return PGlite.create({
    ...('folder' in where ? { dataDir: where.folder } : {}),
    ...(where.dump ? { loadDataDir: where.dump } : {}),
    extensions: { pg_trgm, unaccent, pgcrypto },
    // Both databases give the same values: bigint and date as text, bytea as Buffer.
    parsers: {
      [types.INT8]: (value: string) => value,
      [types.DATE]: (value: string) => value,
      [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
    },
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
  })
}

/** `afterwards` runs after each statement, before it is answered. */
export const sessionOn = (pglite: PGlite, afterwards: () => Promise<void>): OpenSession => ({
  async script(text) {
    await pglite.exec(text)
    await afterwards()
  },
  async rows<Row extends object>(text: string, values: readonly unknown[] = []) {
    const { rows } = await pglite.query<Row>(text, [...values])
    await afterwards()
    return rows
  },
  close: async () => {},
})
