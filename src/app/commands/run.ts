import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keysFor } from '#src/app/keys.ts'
import { createPortal } from '#src/app/portal.ts'
import { systemClock, systemRandom } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { askOwner, type CommandHandler } from '#src/platform/database/ownership.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import { makePrivateFolder } from '#src/platform/private-folder.ts'
import { auditVerify } from './audit.ts'
import { MIGRATE, SNAPSHOT, backupCommand, migrateCommand, restoreCommand } from './backup.ts'
import { catalogueCheck } from './catalogue.ts'
import type { Command, Given, PortalContext, Say } from './command.ts'
import { keysNew, keysProof, keysReseal, keysRotate, keysWithdraw } from './keys.ts'
import { NOTE, noteAsked } from './note-act.ts'
import { ready } from './ready.ts'
import { rehearse } from './rehearse.ts'
import { staffAdd, staffProtect } from './staff.ts'
import { textsDoubtful } from './doubtful-texts.ts'

export const commands: readonly Command[] = [
  ready,
  staffAdd,
  staffProtect,
  catalogueCheck,
  textsDoubtful,
  keysNew,
  keysRotate,
  keysProof,
  keysWithdraw,
  keysReseal,
  auditVerify,
  backupCommand,
  restoreCommand,
  migrateCommand,
  rehearse,
]

/** Runs what was typed after `mekendesh`. Gives the exit code; throws with a message for the administrator. */
export async function runCommandLine(config: Config, typed: readonly string[], say: Say): Promise<number> {
  const command = commands.find(({ name }) => startsWith(typed, name))
  if (!command) {
    say(usage())
    return typed.length === 0 ? 0 : 2
  }
  const given = parse(command, typed.slice(wordsOf(command.name).length))
  if (command.runs === 'here') return command.run(config, given, say)
  // The embedded database has one owner: where the portal runs, it does the work.
  const request = { command: command.name, args: [JSON.stringify(given)] }
  const asked = config.databaseUrl === undefined ? await askOwner(config.dataDir, request, say) : undefined
  return asked ?? runOnOwnPortal(config, command, given, say)
}

/** What the running portal answers to command lines. */
export function commandsOn(context: PortalContext): CommandHandler {
  return async ({ command: name, args: [text = ''] }, say) => {
    if (name === SNAPSHOT && context.database.snapshot) {
      await context.database.snapshot(text)
      return 0
    }
    if (name === MIGRATE) {
      say('Nothing to do: the portal that runs did it when it started.')
      return 0
    }
    if (name === NOTE) {
      await noteAsked(context.deps, text)
      return 0
    }
    const command = commands.find((one) => one.name === name)
    if (command?.runs !== 'portal')
      throw new Error(`The running portal does not know "${name}": is it of another version?`)
    // Written by `parse` of this same version, in another process.
    const given: Given = JSON.parse(text)
    return command.run(context, given, say)
  }
}

async function runOnOwnPortal(config: Config, command: Extract<Command, { runs: 'portal' }>, given: Given, say: Say) {
  makePrivateFolder(config.dataDir)
  const database = await openDatabase(config)
  try {
    await prepareDatabase(database)
    const portal = await createPortal({
      config: { ...config, logLevel: 'error' },
      database,
      keys: keysFor(config),
      clock: systemClock,
      random: systemRandom,
      rootDir: process.cwd(),
    })
    try {
      return await command.run({ deps: portal.deps, database }, given, say)
    } finally {
      await portal.close()
    }
  } finally {
    await database.close()
  }
}

/** Where it was typed (tools/mekendesh.mjs), for paths. */
const absolute = (path: string) => resolve(process.env['MEKENDESH_FROM'] ?? '.', path)
const wordsOf = (name: string) => name.split(' ')
const startsWith = (typed: readonly string[], name: string) =>
  wordsOf(name).every((word, place) => typed[place] === word)

function parse({ options = {}, restIsPath = false }: Command, args: readonly string[]): Given {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
    ),
  })
  const given: Record<string, string | true> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') given[name] = options[name] === 'path' ? absolute(value) : value
    else if (value === true) given[name] = true
  }
  return { options: given, rest: restIsPath ? positionals.map(absolute) : positionals }
}

const usage = (): string =>
  [
    'mekendesh COMMAND',
    '',
    ...commands.map(({ name, usage: form, says }) => `  ${`${name} ${form}`.trim()}\n      ${says}`),
  ].join('\n')
