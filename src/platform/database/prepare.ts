import { PgBoss } from 'pg-boss'
import { migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import type { Database } from './open.ts'

/** Migrates the portal's tables and the queue's. Gives the names of the migrations that ran. */
export async function prepareDatabase(database: Database, folder = 'migrations'): Promise<string[]> {
  const admin = await database.openAdmin()
  try {
    const ran = await migrate(admin, readMigrations(folder))
    await installQueue(database)
    if (ran.length > 0) await database.settle()
    return ran
  } finally {
    await admin.close()
  }
}

async function installQueue(database: Database): Promise<void> {
  const boss = new PgBoss({ ...database.queue.admin, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}
