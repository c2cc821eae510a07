import { sql } from 'kysely'
import type { Db } from '#src/platform/db.ts'
import { actorIdOf } from './rules/entry.ts'
import type { Entry } from './rules/entry.ts'

export async function insertEntry(db: Db, { who, what, on, fields, digests }: Entry, at: Date) {
  // One statement, since every act waits for it.
  await db
    .with('entry', (db) =>
      db
        .insertInto('audit_entries')
        .values({
          at,
          actor_kind: who.kind,
          actor_id: actorIdOf(who),
          what,
          on_kind: on.kind,
          on_id: on.id,
          fields: sql<string[]>`${[...(fields ?? [])]}::text[]`,
          digests: JSON.stringify(digests ?? {}),
        })
        .returning('id'),
    )
    .insertInto('audit_waiting')
    .columns(['entry_id'])
    .expression((from) => from.selectFrom('entry').select('id'))
    .execute()
}
