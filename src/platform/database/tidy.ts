import { z } from 'zod'
import { defineJob, type Job } from '#src/platform/jobs.ts'
import type { Database } from './open.ts'

/**
 * Frees what changed and removed rows left behind, and counts anew what the planner goes by. Table by table, as the
 * tables' owner: on the embedded database's one connection everybody else waits for one table and not for all.
 */
export async function tidy(database: Pick<Database, 'openAdmin'>): Promise<void> {
  const admin = await database.openAdmin()
  try {
    for (const { table } of await admin.rows<{ table: string }>(OWN_TABLES))
      await admin.script(`vacuum (analyze) ${table}`)
  } finally {
    await admin.close()
  }
}

// The system's own tables too: they grow with every count.
const OWN_TABLES = `
  select c.oid::regclass::text as "table" from pg_class c
  where c.relkind = 'r' and c.relpersistence = 'p' and pg_has_role(c.relowner, 'usage') order by c.oid`

/** A server tidies by itself; the embedded database is a single process, which has nobody for it. */
export const tidyJobs = (database: Database): readonly Job[] =>
  database.kind === 'server'
    ? []
    : [
        defineJob({
          name: 'database.tidy',
          payload: z.object({}).nullish(),
          // Before four in the morning in Bishkek, in the evening nowhere where many of our people are.
          options: { every: '40 21 * * *' },
          run: () => tidy(database),
        }),
      ]
