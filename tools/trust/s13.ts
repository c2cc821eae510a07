import { sql } from 'kysely'
import { races } from '#test/support/races/races.ts'
import { AT_ONCE } from '#test/support/races/race.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'

const BROKEN = 'a code of the app'
const ROUNDS = 1000
const TURNS = Math.ceil(ROUNDS / Object.keys(races).length)

/**
 * S13: what may happen once is tried a hundred times at the same moment: exactly one wins, in each round.
 * `isBroken` lets the database forget which code of the app was used last: then it opens more than once.
 */
export async function s13({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const turns = isQuick ? 1 : TURNS
  const portal = await startPortal()
  try {
    if (isBroken) await forgetUsedCodes(portal)
    // Only the race that the switch can lose.
    const run = isBroken ? { [BROKEN]: races[BROKEN] } : races
    let [tried, wrong] = [0, 0]
    for (let turn = 0; turn < turns; turn++)
      for (const [name, race] of Object.entries(run)) {
        const { winners, faults } = await race(portal)
        tried += 1
        if (winners === 1 && faults === 0) continue
        wrong += 1
        console.error(`  ${name}: ${winners} won, ${faults} faults`)
      }
    return {
      goal: 'S13',
      figure: `${tried - wrong} of ${tried} rounds of ${AT_ONCE} at once had exactly one winner (${Object.keys(run).length} kinds)`,
      target: isQuick ? 'all (how many is judged in the long run)' : `all of at least ${ROUNDS} rounds`,
      // Broken, one kind is enough: too few rounds must not pass for seen red.
      pass: wrong === 0 && (isQuick || isBroken || tried >= ROUNDS),
    }
  } finally {
    await portal.close()
  }
}

async function forgetUsedCodes({ db }: TestPortal) {
  await sql`create function forget_step() returns trigger language plpgsql as $$
    begin new.totp_last_step := null; return new; end $$`.execute(db)
  await sql`create trigger forget_step before update on staff for each row execute function forget_step()`.execute(db)
}
