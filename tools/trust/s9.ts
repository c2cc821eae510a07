import { makeNest, type Canary } from './support/canaries.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { overHttp } from './support/over-http.ts'
import { search, startMachine, type Find } from './support/seized.ts'
import { tellAppeal, tellAsStaff, tellRating, tellTheRest } from './support/tell-everything.ts'

/**
 * S9: the disk is seized. Words that occur once each go through every form of the real program; then the dump, the data
 * folder with its write-ahead log, files, log, temporary files and a backup are searched for them.
 * `isBroken` writes what should be sealed as it is.
 */
export async function s9({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const machine = await startMachine(noMail, isBroken ? './tools/trust/support/no-seal.mjs' : undefined)
  try {
    const nest = makeNest()
    for (let round = 0; round < (isQuick ? 1 : ROUNDS); round++) {
      const door = overHttp(machine.port, { localAddress: `127.3.0.${round + 1}` })
      const told = {
        ordinary: await tellAppeal(door, nest, 'ordinary'),
        protected: await tellAppeal(door, nest, 'protected'),
      }
      const numbers = { ordinary: told.ordinary.number, protected: told.protected.number }
      await tellTheRest(door, nest)
      // A code of the app opens once in its half minute: staff come in one round only.
      if (round === 0) await tellAsStaff(door, nest, machine.dataDir, numbers)
      for (const { cookies, words } of Object.values(told)) await tellRating(door, cookies, words)
    }
    const finds = search(machine.home, await machine.seize(), nest.all)
    return judge(nest.all, finds, isQuick ? 1 : CANARIES)
  } finally {
    await machine.remove()
  }
}

// A mail server that is never there: what would go out waits in the outbox, where it can be found.
const noMail = { SMTP_URL: 'smtp://127.0.0.1:9' }

const CANARIES = 1000
// About 47 in each.
const ROUNDS = 23

function judge(all: readonly Canary[], finds: readonly Find[], wanted: number): GoalResult {
  const isSealed = ({ declared }: Canary) => declared === 'sealed'
  const sealed = all.filter(isSealed)
  const leaks = finds.filter(({ canary }) => isSealed(canary))
  for (const { canary, places } of leaks.slice(0, 40)) console.error(`  ${canary.where}: ${places.join(', ')}`)
  const inClear = new Map<string, Set<string>>()
  for (const { canary, places } of finds)
    if (canary.declared !== 'sealed')
      for (const place of places)
        inClear.set(canary.declared.clear, (inClear.get(canary.declared.clear) ?? new Set()).add(place))
  // What is declared to be in clear and is found nowhere would mean that the search is blind.
  const isBlind =
    inClear.size < new Set(all.flatMap(({ declared }) => (declared === 'sealed' ? [] : [declared.clear]))).size
  const list = [...inClear].map(([why, places]) => `${why} (${[...places].toSorted().join(', ')})`)
  return {
    goal: 'S9',
    figure: `${leaks.length} of ${sealed.length} sealed canaries found${isBlind ? ', but the search is blind' : ''}; in clear as declared: ${list.join('; ')}`,
    target: `0 found of at least ${wanted} declared encrypted`,
    pass: leaks.length === 0 && !isBlind && sealed.length >= wanted,
  }
}
