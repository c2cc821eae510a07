import type { SqlSession } from './session.ts'

type Right = 'insert' | 'update' | 'delete'

/** What the app's role may not do, so that a hole in the portal cannot rewrite what happened (trust.md D14). */
export const withheld: Readonly<Record<string, readonly Right[]>> = {
  audit_entries: ['update', 'delete'],
  audit_leaves: ['update', 'delete'],
  audit_nodes: ['update', 'delete'],
  audit_checkpoints: ['update', 'delete'],
  schema_migrations: ['insert', 'update', 'delete'],
}

/** Gives `role` what the portal needs and no more: rows of all tables but those withheld, no tables, no TRUNCATE. */
export async function grantRights(admin: SqlSession, role: string): Promise<void> {
  const to = quoted(role)
  const revokes = Object.entries(withheld).map(
    ([table, rights]) => `revoke ${rights.join(', ')} on ${table} from ${to};`,
  )
  await admin.script(`
    begin;
    revoke create on schema public from public;
    grant usage on schema public, pgboss to ${to};
    revoke all on all tables in schema public, pgboss from ${to};
    grant select, insert, update, delete on all tables in schema public, pgboss to ${to};
    grant usage, select on all sequences in schema public, pgboss to ${to};
    grant execute on all functions in schema public, pgboss to ${to};
    ${revokes.join('\n')}
    commit;`)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
