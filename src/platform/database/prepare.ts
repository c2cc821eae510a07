import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { grantRights } from './grants.ts'
import { migrate, waitingMigrations } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import type { Migration } from './migration-files.ts'
import type { Database } from './open.ts'
import type { SqlSession } from './session.ts'

/**
 * Brings the portal's tables and the queue's to this version, and gives the app's role its rights.
 * Where nothing is to do it needs no right to change tables. Gives the names of the migrations that ran.
 */
export async function prepareDatabase(
  database: Database,
  from: string | readonly Migration[] = 'migrations',
): Promise<string[]> {
  const migrations = typeof from === 'string' ? readMigrations(from) : from
  const admin = await database.openAdmin()
  try {
    const waiting = await waitingMigrations(admin, migrations)
    if (!(await mayChangeTables(admin))) {
      if (waiting.length === 0) return []
      throw new Error(
        `${waiting.length} migrations wait, and this role may not change tables. Run "mekendesh migrate" with DATABASE_ADMIN_URL set.`,
      )
    }
    const ran = await migrate(admin, migrations)
    await installQueue(database)
    await shareWithApp(database, admin)
    if (ran.length > 0) await database.settle()
    return ran
  } finally {
    await admin.close()
  }
}

async function mayChangeTables(admin: SqlSession): Promise<boolean> {
  const [found] = await admin.rows<{ may: boolean }>(`select has_schema_privilege('public', 'create') as may`)
  return found?.may === true
}

async function installQueue(database: Database): Promise<void> {
  const boss = new PgBoss({ ...database.queue.admin, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}

async function shareWithApp(database: Database, admin: SqlSession): Promise<void> {
  if (!database.hasTwoRoles) return
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.db)
  const [owner] = await admin.rows<{ role: string }>('select current_user as role')
  for (const { role } of rows) if (role !== owner?.role) await grantRights(admin, role)
}
