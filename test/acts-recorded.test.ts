import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Verbs that write rows and no entry of the audit log, each with why. Anything else that changes the database is an act. */
const silent: Readonly<Record<string, string>> = {
  'appeals/prove-secret.ts': 'its callers write down by what act it was proved',
  'appeals/seal-words.ts': 'part of protecting an appeal; under new keys: keys.resealed',
  'audit/append-entries.ts': 'the log itself',
  'audit/sign-checkpoint.ts': 'the log itself',
  'calendars/seed-calendars.ts': 'makes the change by the verb that writes it down',
  'desk/jobs.ts': 'whom a call goes to; each call is a notice, and each alarm an act of the appeal',
  'files/accept-file.ts': 'a file of a draft; sent, it is part of the appeal that is opened or answered',
  'files/jobs.ts': 'sweeps what nobody holds any more',
  'files/scan-file/reseal-keys.ts': 'keys.resealed',
  'files/scan-file/keep-copy.ts': 'bytes for the scanner; its verdict file.refused is an act',
  'files/move-files.ts': 'part of the act that sends them',
  'files/show-picture/read-picture.ts':
    'keeps on disk what it drew of a file; who reads it is written down by its callers',
  'follow/jobs.ts': 'sweeps sessions that have ended',
  'intake/jobs.ts': 'sweeps drafts and their codes that nobody touched',
  'intake/keep-draft/draft.ts': 'nothing was sent yet: only the writer knows of it',
  'intake/keep-draft/resume.ts': 'nothing was sent yet: only the writer knows of it',
  'intake/keep-draft/reseal.ts': 'keys.resealed',
  'notices/deliver-notice.ts': 'the state of a letter, kept with the letter',
  'notices/enqueue-notice.ts': 'part of the act that it tells of',
  'notices/seal-notice.ts': 'keys.resealed',
  'people/choose-time-zone.ts': 'how a page shows times',
  'people/reseal-people.ts': 'keys.resealed',
  'people/save-people.ts': 'part of appeal.imported',
  'routing/seed-routing.ts': 'the first rows, from the catalogue that was taken',
  'staff/check-secrets.ts': 'part of the acts that ask for a password or code; under new keys: keys.resealed',
  'staff/jobs.ts': 'sweeps sessions and links that have ended',
}

test('every verb that changes the database writes the act down, or says here why not', () => {
  const verbs = readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\/store(\/|\.ts$)/.test(path))
    .map((path) => ({ path, text: readFileSync(`src/modules/${path}`, 'utf8') }))
    .filter(({ text }) => writes(text))
  const unrecorded = verbs
    .filter(({ text }) => !/(?<!\bz\.)\brecord\w*\(|\bact(<[^>]*>)?\(/.test(text))
    .map(({ path }) => path)
  expect(unrecorded.toSorted()).toEqual(Object.keys(silent).toSorted())
})

/** By itself, or by a function of a store whose name says so. */
function writes(text: string): boolean {
  if (/\.(insertInto|updateTable|deleteFrom)\(/.test(text)) return true
  const imported = [...text.matchAll(/import \{([^}]*)\} from '[^']*\/store[/.][^']*'/g)].map(([, names = '']) => names)
  return /\b(insert|update|upsert|delete|replace|mark|remove|seal|take|write|set|move)[A-Z]\w*/.test(imported.join(' '))
}
