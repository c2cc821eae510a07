import type { ConstructorOptions as BossOptions, TestClock } from 'pg-boss'
import type { Db } from '#src/platform/db.ts'
import type { Config } from '#src/platform/config.ts'
import { openDurable } from './durable.ts'
import type { Owner } from './ownership.ts'
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
  /** Brings all there is to the disk, not only the log; after migrations. */
  settle(): Promise<void>
  close(): Promise<void>
  /** The embedded database's owner, who answers command lines (database/ownership.ts). */
  readonly owner?: Owner
  /** Copies the embedded database's folder as it is at one moment; only changes wait. */
  readonly snapshot?: (to: string) => Promise<void>
}

export type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseAdminUrl'>

/** Opens the PostgreSQL server of DATABASE_URL, else the embedded database in DATA_DIR. Migrates nothing. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.databaseUrl === undefined
    ? openDurable(config.dataDir)
    : openServer({ url: config.databaseUrl, adminUrl: config.databaseAdminUrl })
}
