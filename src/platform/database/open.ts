import type { ConstructorOptions as BossOptions, TestClock } from 'pg-boss'
import type { Db } from '#src/platform/db.ts'
import type { Config } from '#src/platform/config.ts'
import { openEmbedded, openPglite } from './embedded.ts'
import { openServer } from './server.ts'
import type { OpenSession } from './session.ts'

export type Database = {
  readonly db: Db
  readonly kind: 'embedded' | 'server'
  /** How pg-boss reaches the same database: as the app's role, and as the role that may change tables. */
  readonly queue: { readonly app: BossOptions; readonly admin: BossOptions }
  /** True where the app's role may not change tables, so that only `migrate` may. */
  readonly hasTwoRoles: boolean
  /** Tests only: the queue's time, in the database too, follows the stopped clock of the deps. */
  readonly testClock?: TestClock
  /** A connection as the role that may change tables; close it when done. */
  openAdmin(): Promise<OpenSession>
  close(): Promise<void>
}

export type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseAdminUrl'>

/** Opens the PostgreSQL server of DATABASE_URL, else the embedded database in DATA_DIR. Migrates nothing. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.databaseUrl === undefined
    ? openEmbedded(await openPglite({ folder: `${config.dataDir}/pg` }))
    : openServer({ url: config.databaseUrl, adminUrl: config.databaseAdminUrl })
}
