import { existsSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { DAY_MS } from '#src/kernel/iso-day.ts'
import { readLastBackup } from '#src/platform/backup/last-backup.ts'
import type { Config } from '#src/platform/config.ts'
import type { Keyring } from '#src/platform/keyring.ts'
import type { Database } from '#src/platform/database/open.ts'
import { gapsIn, type Gap } from './gap.ts'

const { must, should } = gapsIn('The machine')
const BACKUP_DAYS = 7

/** What the settings, the keys and the backups lack. */
export function machineGaps(config: Config, database: Pick<Database, 'kind' | 'hasTwoRoles'>, now: Date): Gap[] {
  return [
    ...must(config.mode !== 'production', () => ({
      what: 'This is a rehearsal: every page says so.',
      remedy: 'Set MEKENDESH_MODE=production.',
    })),
    ...must(!config.publicUrl.startsWith('https://'), () => ({
      what: `People would type ${config.publicUrl}: without https anybody on the way reads along.`,
      remedy: 'Set PUBLIC_URL to the https address, behind a proxy that holds the certificate.',
    })),
    ...mailGaps(config),
    ...keyGaps(config),
    ...backupGaps(config, now),
    ...should(database.kind === 'embedded', () => ({
      what: 'The embedded database is for rehearsals and small pilots.',
      remedy: 'Set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL server; move by backup and restore.',
    })),
    ...should(database.kind === 'server' && !database.hasTwoRoles, () => ({
      what: 'The role that changes rows may also change tables, and so the audit log.',
      remedy: 'Make a second role; set DATABASE_URL to it and DATABASE_ADMIN_URL to the first; run: mekendesh migrate',
    })),
    ...should(config.clamdAddress === undefined, () => ({
      what: 'Files are not scanned for viruses: whoever downloads one opens it at their own risk.',
      remedy: 'Run clamd on this machine and set CLAMD_ADDRESS; see docs/operate.md.',
    })),
    ...should(config.auditMailTo.length === 0, () => ({
      what: 'Checkpoints of the audit log are kept only here: who owns this machine could write it anew.',
      remedy: 'Set AUDIT_MAIL_TO to addresses outside the service.',
    })),
  ]
}

const mailGaps = ({ smtpUrl, mailFrom }: Config): Gap[] => [
  ...must(smtpUrl === undefined, () => ({
    what: 'There is no mail: nobody is told of an answer, nobody on duty of a danger.',
    remedy: 'Set SMTP_URL and MAIL_FROM.',
  })),
  ...must(smtpUrl !== undefined && mailFrom.endsWith('@localhost'), () => ({
    what: `Letters would come from ${mailFrom}, which mail servers refuse.`,
    remedy: 'Set MAIL_FROM to an address of the service.',
  })),
]

function keyGaps({ dataDir, keysFile = join(dataDir, 'keys.json') }: Config): Gap[] {
  return [
    ...must(isInside(dataDir, keysFile), () => ({
      what: `The keys lie in ${dataDir}: who takes the folder reads everything in it.`,
      remedy: 'Move the key file elsewhere, set KEYS_FILE to it, and keep a copy on another machine.',
    })),
    ...must(existsSync(keysFile) && (statSync(keysFile).mode & 0o077) !== 0, () => ({
      what: `Others on this machine may read ${keysFile}.`,
      remedy: `Run: chmod 600 ${keysFile}`,
    })),
  ]
}

function isInside(folder: string, path: string): boolean {
  const real = (one: string) => (existsSync(one) ? realpathSync(one) : resolve(one))
  const way = relative(real(folder), real(path))
  return !way.startsWith('..') && !isAbsolute(way)
}

function backupGaps({ dataDir }: Config, now: Date): Gap[] {
  const last = readLastBackup(dataDir)
  const remedy = 'Run: mekendesh backup DIR, on another disk, every day by the clock; try a restore.'
  return [
    ...must(last === undefined, () => ({ what: 'No backup was ever made.', remedy })),
    ...must(last !== undefined && now.getTime() - last.madeAt.getTime() > BACKUP_DAYS * DAY_MS, () => ({
      what: `The last backup is of ${last?.madeAt.toISOString().slice(0, 10)}, older than ${BACKUP_DAYS} days.`,
      remedy,
    })),
  ]
}

/** What the keys that the portal runs with lack. */
export const proofGaps = ({ proof }: Pick<Keyring, 'proof'>): Gap[] =>
  should(
    proof.every(({ isWithdrawn }) => isWithdrawn),
    () => ({
      what: 'There is no key for proofs of filing: nobody can take one from their appeal.',
      remedy: 'Run: mekendesh keys proof; then restart the portal.',
    }),
  )
