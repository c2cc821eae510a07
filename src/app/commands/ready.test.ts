import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { factGaps } from '#src/app/ready/fact-gaps.ts'
import { lawGaps } from '#src/app/ready/law-gaps.ts'
import { machineGaps, proofGaps } from '#src/app/ready/machine-gaps.ts'
import { peopleGaps } from '#src/app/ready/people-gaps.ts'
import { uncertainByFile } from '#src/app/ready/uncertain-texts.ts'
import type { Gap } from '#src/app/ready/gap.ts'
import { getCalendar } from '#src/modules/calendars/index.ts'
import { catalogue, type Catalogue } from '#src/modules/catalogue/index.ts'
import { seedRehearsalStaff } from '#src/modules/staff/index.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { noteBackup } from '#src/platform/backup/last-backup.ts'
import type { Config } from '#src/platform/config.ts'
import { ready } from './ready.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const musts = (gaps: readonly Gap[]) => gaps.filter(({ isBlocking }) => isBlocking).map(({ what }) => what)
const shoulds = (gaps: readonly Gap[]) => gaps.filter(({ isBlocking }) => !isBlocking).map(({ what }) => what)

async function typed() {
  if (ready.runs !== 'portal') throw new Error('ready works in the portal')
  const said: string[] = []
  const { deps, database } = portal
  const code = await ready.run({ deps, database }, { options: {}, rest: [] }, (line) => said.push(line))
  return { code, said: said.join('\n') }
}

test('a fresh rehearsal is not ready, and is told why in groups with what to do and where', async () => {
  const { code, said } = await typed()
  expect(code).toBe(1)
  expect(said).toContain('Set MEKENDESH_MODE=production.')
  expect(said).toContain('Telephones of missions, which the page for danger shows (43: ')
  expect(said).toContain('kg-appeal-registration')
  expect(said).toMatch(/The machine\n {2}must .*[^]*People who work here\n {2}must [^]*Facts\n[^]*Law and language\n/)
  expect(said).toMatch(/Not ready: \d+ must be done, \d+ are advised\.$/)
  // Counts with examples, never thousands of lines.
  expect(said.split('\n').length).toBeLessThan(80)
})

test('the machine: settings, keys and backups', () => {
  const dataDir = join(portal.deps.config.dataDir, 'ready')
  const keysFile = join(portal.deps.config.dataDir, 'keys-elsewhere.json')
  mkdirSync(dataDir)
  writeFileSync(keysFile, '{}', { mode: 0o600 })
  const good: Config = {
    ...portal.deps.config,
    mode: 'production',
    publicUrl: 'https://portal.example.kg',
    auditMailTo: ['holder@example.org'],
    clamdAddress: { path: '/run/clamav/clamd.ctl' },
    dataDir,
    keysFile,
  }
  const server = { kind: 'server', hasTwoRoles: true } as const
  const now = portal.clock.now()
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  expect(machineGaps(good, server, now).map(({ what }) => what)).toEqual(['No backup was ever made.'])
  noteBackup(dataDir, { madeAt: ago(8), folder: '/mnt/backup' })
  expect(machineGaps(good, server, now)[0]?.what).toMatch(/^The last backup is of 2026-06-07, older than 7 days/)
  noteBackup(dataDir, { madeAt: ago(6), folder: '/mnt/backup' })
  expect(machineGaps(good, server, now)).toEqual([])

  expect(musts(machineGaps({ ...good, smtpUrl: undefined }, server, now))).toEqual([expect.stringMatching('no mail')])
  expect(musts(machineGaps({ ...good, mailFrom: 'noreply@localhost' }, server, now))).toHaveLength(1)
  expect(musts(machineGaps({ ...good, publicUrl: 'http://portal.kg' }, server, now))).toHaveLength(1)
  expect(musts(machineGaps({ ...good, keysFile: undefined }, server, now))).toEqual([
    expect.stringMatching(/^The keys lie in/),
  ])
  chmodSync(keysFile, 0o644)
  const weaker = machineGaps({ ...good, auditMailTo: [] }, { kind: 'embedded', hasTwoRoles: false }, now)
  expect(musts(weaker)).toEqual([expect.stringMatching(/^Others on this machine may read/)])
  expect(shoulds(weaker)).toEqual([
    expect.stringMatching(/^The embedded database/),
    expect.stringMatching(/^Checkpoints/),
  ])
})

test('the keys: without one that is trusted nobody takes a proof of filing', () => {
  expect(proofGaps(portal.deps.keys)).toEqual([])
  const withdrawn = portal.deps.keys.proof.map((key) => ({ ...key, isWithdrawn: true }))
  for (const proof of [[], withdrawn])
    expect(shoulds(proofGaps({ proof }))).toEqual([expect.stringMatching(/^There is no key/)])
})

test('the people: accounts of the rehearsal, administrators, teams, the duty list', async () => {
  const { deps, db } = portal
  await seedRehearsalStaff(deps)
  const atFirst = musts(await peopleGaps(deps)).join('\n')
  expect(atFirst).toContain('Made-up accounts of the rehearsal can sign in (3: ')
  expect(atFirst).toContain('no administrator')
  expect(atFirst).toContain('Nobody on duty has an address that takes letters')

  await db.updateTable('staff').set({ state: 'disabled' }).execute()
  await db.deleteFrom('duty_list').execute()
  const emptied = musts(await peopleGaps(deps)).join('\n')
  expect(emptied).toContain('Nobody works in the protection team (protection)')
  expect(emptied).toContain('Teams in which nobody works (2: intake, consultations)')
  expect(emptied).toContain('Nobody is on duty and there is no active supervisor')

  await makeStaff(deps, 'administrator')
  const { id } = await makeStaff(deps, 'supervisor', { teams: [INTAKE_TEAM, CONSULTATIONS_TEAM, PROTECTION_TEAM] })
  await db.insertInto('duty_list').values({ staff_id: id, position: 1 }).execute()
  const staffed = await peopleGaps(deps)
  expect(staffed.map(({ what }) => what)).toEqual([expect.stringMatching(/^There is one administrator only/)])
  await makeStaff(deps, 'administrator')
  expect(await peopleGaps(deps)).toEqual([])
})

test('facts: nothing is said once the service has filled what it knows', () => {
  const data = catalogue()
  expect(musts(factGaps(data))).toEqual([
    expect.stringContaining('contact.address'),
    expect.stringContaining('(privacy.legalBasis, privacy.retention, privacy.authority)'),
    expect.stringContaining('Telephones of missions'),
  ])
  const said = { ky: 'x', ru: 'x', en: 'x' }
  const channels = { phone: '0', email: 'a@example.kg', address: 'x', web: null }
  const filled: Catalogue = {
    ...data,
    settings: {
      ...data.settings,
      privacy: { legalBasis: said, retention: said, authority: said, legalReview: 'required' },
      contact: {
        address: said,
        email: 'a@example.kg',
        phone: '0',
        dataProtection: 'x',
        security: 'x',
      },
    },
    missions: data.missions.map((mission) => ({ ...mission, ...channels, web: undefined })),
    countries: data.countries.map((country) => ({
      ...country,
      coveredBy: { mission: 'x', note: null, source: [], confidence: 'high' as const },
      emergencyNumber: { value: '0', note: null, source: [], confidence: 'high' as const },
    })),
    bodies: data.bodies.map((body) => ({ ...body, channels })),
  }
  expect(factGaps(filled)).toEqual([])
  // What may still be null is an answer of its own, or asked of nobody: whoever adds a fact decides which it is.
  const { settings, missions, countries, bodies } = filled
  expect(nullsIn({ settings, missions, countries: countries.map(({ kgMissions: _, ...one }) => one), bodies })).toEqual(
    [
      'bodies.channels.web',
      'bodies.country',
      'bodies.note',
      'bodies.resolvesTo',
      'bodies.resolvesTo.file',
      'bodies.resolvesTo.list',
      'bodies.resolvesTo.then',
      'bodies.shortName',
      'countries.coveredBy.note',
      'countries.emergencyNumber.note',
      // Which of two missions in a country serves a region: nothing asks that yet.
      'missions.district',
      'missions.note',
      'missions.openedOn',
      'settings.dangerNote',
    ],
  )
})

/** "missions.phone", once each, of lists too. */
function nullsIn(data: object): string[] {
  const found = new Set<string>()
  const walk = (value: unknown, path: readonly string[]): void => {
    if (value === null) found.add(path.join('.'))
    else if (Array.isArray(value)) for (const one of value) walk(one, path)
    else if (typeof value === 'object')
      for (const [key, inner] of Object.entries(value ?? {})) walk(inner, [...path, key])
  }
  walk(data, [])
  return [...found].toSorted()
}

test('law: what counts people’s terms must be read by a lawyer, and holidays published as far as terms reach', async () => {
  const data = catalogue()
  const calendar = await getCalendar(portal.db, 'KG')
  const june = new Date('2026-06-15T04:00:00Z')
  expect(musts(lawGaps(data, calendar, june))).toEqual([
    expect.stringContaining('kg-appeal-answer'),
    'The privacy notice, which no lawyer has read.',
  ])
  expect(shoulds(lawGaps(data, calendar, june)).join('\n')).toContain(
    'kg-appeal-registration countEntryDay, kg-appeal-answer extension, kg-appeal-answer transfer.amount',
  )
  const privacy = { ...data.settings.privacy, legalReview: '2026-05-01, test' }
  const read = {
    ...data,
    settings: { ...data.settings, privacy },
    rules: data.rules.map((rule) => ({ ...rule, legalReview: '2026-05-01, test' })),
  }
  expect(musts(lawGaps(read, calendar, june))).toEqual([])

  const holidays = /^Terms that begin today end in (\d+)/
  const published = { ...calendar, lastPublishedYear: 2026 }
  const yearOf = (day: string) =>
    lawGaps(data, published, new Date(day)).flatMap(({ what }) => holidays.exec(what)?.[1] ?? [])
  expect(yearOf('2026-06-15T04:00:00Z')).toEqual([])
  expect(yearOf('2026-12-15T04:00:00Z')).toEqual(['2027'])
})

test('language: every file that doubts its Kyrgyz is read, and marked texts of the catalogue are counted', async () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path}`)
    .filter((path) => path.endsWith('.ts') && /^export const kyUncertain/m.test(readFileSync(path, 'utf8')))
  expect(Object.keys(uncertainByFile).toSorted()).toEqual(files.toSorted())
  const gaps = lawGaps(catalogue(), await getCalendar(portal.db, 'KG'), portal.clock.now())
  expect(shoulds(gaps).join('\n')).toMatch(/Texts of the catalogue whose Kyrgyz an editor must check \(\d+: «/)
})
