import type { Clock, Random } from '#src/kernel/clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Disk } from './disk.ts'
import type { Hasher } from './hashing.ts'
import type { Jobs } from './jobs.ts'
import type { Keyring } from './keyring.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import type { Meters } from './metrics/meters.ts'
import type { Slots } from './slots.ts'

/** Everything a verb may be given. A verb names the few it needs: `{ db, clock }: Pick<AppDeps, 'db' | 'clock'>`. */
export type AppDeps = {
  readonly db: Db
  readonly jobs: Jobs
  readonly clock: Clock
  readonly random: Random
  readonly disk: Disk
  readonly config: Config
  readonly keys: Keyring
  readonly hasher: Hasher
  readonly mail: Mailer
  readonly log: Log
  readonly meters: Meters
  readonly slots: Slots
}
