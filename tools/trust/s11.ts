import { fakeClock, seededRandom } from '#test/support/clock.ts'
import { openTestDatabase } from '#test/support/database.ts'
import { prepareTampering, tamperOnce } from '#test/support/audit-tampering.ts'
import { readConfig } from '#src/platform/config.ts'
import { newKeyFileText, parseKeyFile } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'

/**
 * S11: 1,000 random tamperings as the database's owner; every one must be found against a checkpoint kept outside.
 * `isBroken` takes the outside checkpoint away: then who rebuilds the whole log is not found.
 */
export async function s11({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const rounds = isQuick ? 200 : 1000
  const read = readConfig({ LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const database = await openTestDatabase()
  try {
    const keys = keyringFrom(parseKeyFile(newKeyFileText()))
    const deps = { db: database.db, clock: fakeClock('2026-06-15T04:00:00Z'), config: read.config, keys }
    const outside = await prepareTampering(deps)
    const random = seededRandom('S11')
    const dice = (limit: number) => Buffer.from(random.bytes(4)).readUInt32BE() % limit
    const missed = new Set<string>()
    let found = 0
    for (let round = 0; round < rounds; round++) {
      const { name, isFound } = await tamperOnce(deps, dice, isBroken ? undefined : outside)
      if (isFound) found++
      else missed.add(name)
    }
    const pass = found === rounds
    return {
      goal: 'S11',
      figure: `${found} of ${rounds} found${pass ? '' : `, missed: ${[...missed].join('; ')}`}`,
      target: '100 %',
      pass,
    }
  } finally {
    await database.close()
  }
}
