import { sql } from 'kysely'
import { PRESSURE_CAP, readPressure } from '#src/modules/appeals/index.ts'
import { readSigning } from '#src/modules/audit/index.ts'
import { readScanState } from '#src/modules/files/index.ts'
import { readOutboxState } from '#src/modules/notices/index.ts'
import { listDutyGaps } from '#src/modules/staff/index.ts'
import { readLastBackup } from '#src/platform/backup/last-backup.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { countDeadJobs, findLatestDue } from '#src/platform/dead-jobs.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { gauge, gauges, writeExposition, type Family } from '#src/platform/metrics/exposition.ts'

const KEEP_MS = 60_000
/** A database that takes longer is down for whoever waits at a form, too. */
const PATIENCE_MS = 3_000

type ProcessFigures = { families(): Family[] }

/** What one scrape is told. Figures of the database are read once a minute at most, however many scrape. */
export function figuresOf(deps: AppDeps, ofProcess: ProcessFigures): () => Promise<string> {
  const ofDatabase = onceAMinute(deps)
  return async () => {
    const isUp = await answersSoon(deps.db)
    return writeExposition([
      gauge('mekendesh_database_up', 'Whether the database answers: 1, or 0.', isUp ? 1 : 0),
      ...(isUp ? await ofDatabase() : []),
      ...(await machineFigures(deps)),
      gauge(
        'mekendesh_hashing_waiting',
        'Secrets and passwords that wait to be hashed; at 40 people are refused.',
        deps.hasher.waiting(),
      ),
      ...ofProcess.families(),
      ...deps.meters.families(),
    ])
  }
}

async function answersSoon(db: AppDeps['db']): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS)
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer))
}

/** Gives nothing where the database fails half way: an old figure would look like a true one. */
function onceAMinute(deps: AppDeps): () => Promise<Family[]> {
  let kept: { readonly until: number; readonly families: Promise<Family[]> } | undefined
  return () => {
    const now = deps.clock.now().getTime()
    if (kept && kept.until > now) return kept.families
    const families = databaseFigures(deps).catch((error: unknown) => {
      deps.log.error(
        { err: error },
        'The figures for Prometheus could not be read from the database; the next try is in a minute. Does it answer? See /readyz.',
      )
      return []
    })
    kept = { until: now + KEEP_MS, families }
    return families
  }
}

async function databaseFigures(deps: AppDeps): Promise<Family[]> {
  const { db } = deps
  const now = deps.clock.now()
  // One after the other: on the embedded database's one connection people come in between.
  const pressure = await readPressure(db, now)
  const outbox = await readOutboxState(db)
  const deadJobs = await countDeadJobs(db)
  const dueSince = await findLatestDue(db, now)
  const signing = await readSigning(db)
  const gaps = await listDutyGaps(deps)
  const age = (since: Date | null | undefined) => secondsSince(since, now)
  const isMissing = (...some: (typeof gaps)[number][]) => (gaps.some((gap) => some.includes(gap)) ? 1 : 0)
  const upTo = `, at most ${PRESSURE_CAP}`
  return [
    gauge('mekendesh_critical_untaken', `Critical appeals that nobody has taken${upTo}.`, pressure.untaken),
    gauge('mekendesh_overdue_appeals', `Open appeals with a term that has passed${upTo}.`, pressure.overdue),
    gauge(
      'mekendesh_overdue_oldest_seconds',
      'How long the oldest of them is overdue; 0: none is.',
      age(pressure.overdueSince),
    ),
    gauges(
      'mekendesh_notices',
      `Letters not sent: waiting, failed (tried again), dead (given up); each${upTo}.`,
      'state',
      {
        waiting: outbox.waiting,
        failed: outbox.failed,
        dead: outbox.dead,
      },
    ),
    gauge(
      'mekendesh_notices_oldest_seconds',
      'How long the oldest letter waits that is still tried; 0: none does.',
      age(outbox.waitingSince),
    ),
    ...(await scanFigures(db, now)),
    gauge('mekendesh_jobs_dead', 'Jobs that failed at every try and wait for somebody.', deadJobs),
    gauge('mekendesh_jobs_late_seconds', 'How long the job waits that is due longest; 0: none does.', age(dueSince)),
    gauge(
      'mekendesh_audit_checkpoint_age_seconds',
      'Since the audit log was signed last; nothing new is not signed.',
      signing.signedAt ? age(signing.signedAt) : Infinity,
    ),
    gauge(
      'mekendesh_audit_unsigned_seconds',
      'How old the oldest act is that no checkpoint covers; 0: all are.',
      age(signing.unsignedSince),
    ),
    gauge(
      'mekendesh_duty_list_empty',
      '1: nobody on the duty list can be told of a critical appeal now.',
      isMissing('nobodyTold', 'onlySupervisorsTold'),
    ),
    gauge('mekendesh_protection_team_empty', '1: nobody can open a protected appeal.', isMissing('noProtectors')),
  ]
}

async function scanFigures(db: ReadDb, now: Date): Promise<Family[]> {
  const { waiting, since } = await readScanState(db)
  const oldest = secondsSince(since, now)
  return [
    gauge('mekendesh_files_to_scan', 'Files that wait for the virus scanner and cannot be opened.', waiting),
    gauge('mekendesh_files_to_scan_oldest_seconds', 'How long the oldest of them waits; 0: none does.', oldest),
  ]
}

const secondsSince = (since: Date | null | undefined, now: Date) =>
  since ? Math.max(0, now.getTime() - since.getTime()) / 1000 : 0

/** Of the folder of the data, which is asked anew each time: this costs nothing. */
async function machineFigures({ disk, config: { dataDir }, clock }: AppDeps): Promise<Family[]> {
  const space = await disk(dataDir).catch(() => undefined)
  const backup = readLastBackup(dataDir)
  const backupAge = backup ? (clock.now().getTime() - backup.madeAt.getTime()) / 1000 : Infinity
  return [
    gauge('mekendesh_disk_free_bytes', 'Free on the disk of DATA_DIR.', space?.free),
    gauge('mekendesh_disk_size_bytes', 'Size of the disk of DATA_DIR.', space?.size),
    gauge('mekendesh_backup_age_seconds', 'Since the last whole backup; +Inf: none was ever made.', backupAge),
  ]
}
