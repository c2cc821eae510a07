import { readFileSync } from 'node:fs'
import { verifyAudit } from '#src/modules/audit/index.ts'
import type { Command } from './command.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[--checkpoint FILE]',
  says: 'Reads the whole audit log again and names what was altered, removed, inserted or cut off since the checkpoint.',
  options: { checkpoint: 'path' },
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
    return ok ? 0 : 1
  },
}
