import { readFileSync } from 'node:fs'
import { findByMark, verifyAudit } from '#src/modules/audit/index.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { Command, Say } from './command.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[--checkpoint FILE] [--leaf MARK]',
  says: 'Reads the whole audit log again and names what was altered, removed, inserted or cut off since the checkpoint; with the mark of a receipt also whether the log holds it.',
  options: { checkpoint: 'path', leaf: 'text' },
  runs: 'portal',
  async run({ deps }, { options }, say) {
    const file = options['checkpoint']
    const { ok, problems } = await verifyAudit(deps, typeof file === 'string' ? readFileSync(file, 'utf8') : undefined)
    for (const { what, entryId, size } of problems) {
      say(
        [what, entryId && `entry ${entryId}`, size !== undefined && `checkpoint of ${size}`].filter(Boolean).join(', '),
      )
    }
    if (ok) say('The audit log is whole.')
    if (file === undefined)
      say('Without a checkpoint kept elsewhere, whoever owns the database and the keys could have rebuilt it.')
    const mark = options['leaf']
    const isHeld = typeof mark !== 'string' || (await sayOfMark(deps.db, mark, say))
    return ok && isHeld ? 0 : 1
  },
}

/** Says whether the log holds what a receipt's mark stands for. */
async function sayOfMark(db: ReadDb, mark: string, say: Say): Promise<boolean> {
  const found = await findByMark(db, mark)
  if (found.is === 'held') say(`The log holds this mark: entry ${found.entryId}.`)
  if (found.is === 'waiting') say(`Entry ${found.entryId} has this mark; it comes into the tree within a minute.`)
  if (found.is === 'missing')
    say('The log does NOT hold this mark: its entry was altered or removed, or never was written.')
  if (found.is === 'unreadable') say('This is no mark: one has at least 32 characters, 0-9 and a-f.')
  return found.is === 'held' || found.is === 'waiting'
}
