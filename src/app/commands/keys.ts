import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { resealAppeals } from '#src/modules/appeals/index.ts'
import { resealScanKeys } from '#src/modules/files/index.ts'
import { resealDrafts } from '#src/modules/intake/index.ts'
import { FIRST_NOTICE, resealNotices } from '#src/modules/notices/index.ts'
import { resealPeople } from '#src/modules/people/index.ts'
import { resealStaff } from '#src/modules/staff/index.ts'
import { replaceKeyFile } from '#src/app/keys.ts'
import type { Config } from '#src/platform/config.ts'
import { newKeyFileText, withNewMainKey, withNewProofKey, withoutTrustIn } from '#src/platform/key-file.ts'
import type { Command } from './command.ts'
import { onlyOne } from './command.ts'
import { noteAct, recordAct } from './note-act.ts'

export const keysNew: Command = {
  name: 'keys new',
  usage: 'FILE',
  says: 'Makes a new file with keys, for KEYS_FILE. Keep a copy elsewhere: without it sealed texts cannot be read.',
  restIsPath: true,
  runs: 'here',
  async run(_config, given, say) {
    const file = onlyOne(given, 'file')
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // Never over another: that would make everything it sealed unreadable.
    writeFileSync(file, newKeyFileText(), { mode: 0o600, flag: 'wx' })
    say(`${file} is made. Set KEYS_FILE to it, and keep a copy on paper or another machine.`)
    return 0
  },
}

export const keysRotate: Command = {
  name: 'keys rotate',
  usage: '',
  says: 'Adds a new main key to the key file. Then restart the portal and run "mekendesh keys reseal".',
  runs: 'here',
  run: (config, _given, say) =>
    changeKeys(config, 'keys.rotated', withNewMainKey, (file, id) =>
      say(
        `${file} has the new main key ${id}. Copy the file to where you keep its copy, restart the portal, then: mekendesh keys reseal`,
      ),
    ),
}

export const keysProof: Command = {
  name: 'keys proof',
  usage: '',
  says: 'Adds a new key for proofs of filing. Then restart the portal. What older keys signed stays good.',
  runs: 'here',
  run: (config, _given, say) =>
    changeKeys(config, 'keys.proofAdded', withNewProofKey, (file, id) =>
      say(
        `${file} has the new key ${id} for proofs. Copy the file to where you keep its copy, and restart the portal.`,
      ),
    ),
}

export const keysWithdraw: Command = {
  name: 'keys withdraw',
  usage: 'ID',
  says: 'Makes worthless what a key for proofs signed, when somebody else had it. First "mekendesh keys proof".',
  runs: 'here',
  run: (config, given, say) =>
    changeKeys(
      config,
      'keys.withdrawn',
      (text) => withoutTrustIn(text, onlyOne(given, 'id')),
      (_file, id) =>
        say(
          `What ${id} signed is refused as soon as the portal was restarted. People can take a new proof from their appeal.`,
        ),
    ),
}

type KeyAct = 'keys.rotated' | 'keys.proofAdded' | 'keys.withdrawn'

/** The key file with one change, which is written down first. */
async function changeKeys(
  config: Config,
  what: KeyAct,
  change: (text: string) => { readonly text: string; readonly id: string },
  say: (file: string, id: string) => void,
): Promise<number> {
  const file = keyFileOf(config)
  if (!existsSync(file)) throw new Error(`There is no key file at ${file}.`)
  const { text, id } = change(readFileSync(file, 'utf8'))
  await noteAct(config, { what, id })
  replaceKeyFile(file, text)
  say(file, id)
  return 0
}

/** Each seals again, for some rows after an id, what an older key sealed, and gives the id to go on from; where it begins. */
const resealers = [
  ['staff', resealStaff, '0'],
  ['people', resealPeople, '0'],
  // Before appeals: a draft that is sent takes its data key along.
  ['files that wait for the virus scanner', resealScanKeys, ''],
  ['drafts', resealDrafts, ''],
  ['appeals', resealAppeals, '0'],
  ['notices', resealNotices, FIRST_NOTICE],
] as const

export const keysReseal: Command = {
  name: 'keys reseal',
  usage: '',
  says: 'Seals under the newest main key what older ones sealed. May be stopped and run again.',
  runs: 'portal',
  async run({ deps }, _given, say) {
    // Before the first row: a reseal that stops half way has been an act, too.
    await recordAct(deps, { what: 'keys.resealed', id: 'all' })
    for (const [what, reseal, first] of resealers) {
      let after: string | undefined = first
      while (after !== undefined) after = await reseal(deps, after, 200)
      say(`${what}: done`)
    }
    say(
      'Keep the older keys in the file for a day, for forms that are open, and as long as you keep backups made under them.',
    )
    return 0
  },
}

export const keyFileOf = (config: Config): string => config.keysFile ?? join(config.dataDir, 'keys.json')
