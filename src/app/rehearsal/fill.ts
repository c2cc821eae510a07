import { countImported, importAppeals, readImportFrame } from '#src/modules/appeals/index.ts'
import { listTeams } from '#src/modules/staff/index.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { diceOf } from './draw.ts'
import { makeAppeal } from './make-appeal.ts'

// Large enough that a transaction's own cost does not show, small enough that a running portal is not kept waiting.
const BATCH = 500

export type Progress = { readonly done: number; readonly of: number; readonly perSecond: number }

/**
 * Adds `count` made-up appeals to those that earlier runs made. Throws in production, and on a database that holds appeals
 * of people: made-up ones among them could never be told apart again by those who work with them.
 */
export async function fillWithAppeals(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock' | 'config'>,
  { count, seed }: { readonly count: number; readonly seed: number },
  tell: (progress: Progress) => void,
): Promise<Progress> {
  if (deps.config.mode === 'production') throw new Error('Made-up appeals do not belong into production.')
  const { these, areThereOthers } = await countImported(deps.db)
  if (areThereOthers)
    throw new Error(
      'This database holds appeals that were not made up by a rehearsal. Use another one, or another DATA_DIR.',
    )
  const teams = await listTeams(deps.db)
  const frame = await readImportFrame(
    deps.db,
    teams.map(({ id }) => id),
  )
  const startedAt = deps.clock.now()
  const progress = (done: number): Progress => {
    const seconds = (deps.clock.now().getTime() - startedAt.getTime()) / 1000
    return { done, of: count, perSecond: done / Math.max(seconds, 0.001) }
  }
  let [begun, done] = [0, 0]
  const goOn = async () => {
    while (begun < count) {
      const first = begun
      begun += BATCH
      const places = Array.from({ length: Math.min(BATCH, count - first) }, (_, place) => these + first + place)
      const made = places.map((place) => makeAppeal(seed, place, startedAt))
      await importAppeals({ ...deps, random: diceOf(seed, -1 - these - first) }, frame, made)
      tell(progress((done += places.length)))
    }
  }
  // While the database writes one batch the next is made.
  await Promise.all([goOn(), goOn()])
  return progress(count)
}
