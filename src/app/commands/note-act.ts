import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { record } from '#src/modules/audit/index.ts'
import { systemClock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { askOwner } from '#src/platform/database/ownership.ts'

/** What the running portal is asked for by a command that works on files; not a command of its own. */
export const NOTE = 'note'

/** Every act of the command line, and what was typed for it. */
const commandOf = {
  'backup.begun': 'backup',
  'backup.restored': 'restore',
  'keys.rotated': 'keys rotate',
  'keys.resealed': 'keys reseal',
  'keys.proofAdded': 'keys proof',
  'keys.withdrawn': 'keys withdraw',
} as const
const acts = Object.keys(commandOf) as (keyof typeof commandOf)[]
const act = z.strictObject({ what: z.enum(acts), id: z.string().min(1) })
/** `id`: what the act is on, within its kind: a backup by the moment it was made, a key by its id. */
type CommandAct = z.output<typeof act>
type Log = Pick<AppDeps, 'db' | 'clock'>

/**
 * Writes down an act of the command line before it is done, so that it is written also where it stops half way.
 * Where there is no database yet there is nobody it could concern.
 */
export async function noteAct(config: Config, noted: CommandAct): Promise<void> {
  const isServer = config.databaseUrl !== undefined
  if (!isServer && !existsSync(join(config.dataDir, 'pg'))) return
  const request = { command: NOTE, args: [JSON.stringify(noted)] }
  const asked = isServer ? undefined : await askOwner(config.dataDir, request, () => {})
  if (asked === 0) return
  if (asked !== undefined) throw new Error('The running portal could not write it down in the audit log.')
  // Not migrated: a backup is what one makes before a new version changes the tables.
  const database = await openDatabase(config)
  try {
    await recordAct({ db: database.db, clock: systemClock }, noted)
  } finally {
    await database.close()
  }
}

/** The same in the portal that runs, as another process asked for. */
export const noteAsked = (deps: Log, text: string): Promise<void> => recordAct(deps, act.parse(JSON.parse(text)))

export const recordAct = ({ db, clock }: Log, { what, id }: CommandAct): Promise<void> =>
  db.transaction().execute((db) => {
    const [kind = ''] = what.split('.')
    const who = { kind: 'system', name: `mekendesh ${commandOf[what]}` } as const
    return record(db, { who, what, on: { kind, id } }, clock.now())
  })
