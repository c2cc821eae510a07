import { recordUnlessLast } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { catalogue } from './use-catalogue.ts'

/** Writes down that another catalogue has come into force than the one before: law, routes and words have changed with it. */
export async function noteCatalogue({ db, clock }: Pick<AppDeps, 'db' | 'clock'>): Promise<void> {
  const who = { kind: 'system', name: 'start' } as const
  const on = { kind: 'catalogue', id: catalogue().digest }
  await inTransaction(db, (db) => recordUnlessLast(db, { who, what: 'catalogue.taken', on }, clock.now()))
}
