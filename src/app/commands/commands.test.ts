import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createPortal, type Portal } from '#src/app/portal.ts'
import { keysFor } from '#src/app/keys.ts'
import { systemClock, systemRandom } from '#src/platform/clock.ts'
import { readLastBackup } from '#src/platform/backup/last-backup.ts'
import { readConfig, type Config } from '#src/platform/config.ts'
import { openDurable, type DurableDatabase } from '#src/platform/database/durable.ts'
import { preparedDump } from '#test/support/prepared.ts'
import { listTeamMembers } from '#src/modules/staff/index.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { makeStaff } from '#test/support/staff.ts'
import { commandsOn, runCommandLine } from './run.ts'

// A whole portal on the disk.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let home: string
let config: Config
let database: DurableDatabase
let portal: Portal

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mekendesh-commands-'))
  const read = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: join(home, 'data') })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  config = read.config
  database = await openDurable(config.dataDir, { from: await preparedDump() })
  const parts = {
    config,
    database,
    keys: keysFor(config),
    clock: systemClock,
    random: systemRandom,
    rootDir: process.cwd(),
  }
  portal = await createPortal(parts)
  database.owner.answer(commandsOn({ deps: portal.deps, database }))
})
afterAll(async () => {
  await portal.close()
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

async function typed(line: string): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const code = await runCommandLine(config, line === '' ? [] : line.split(' '), (one) => said.push(one))
  return { code, said: said.join('\n') }
}

const actsOn = (kind: string) =>
  portal.deps.db
    .selectFrom('audit_entries')
    .select(['what', 'actor_id'])
    .where('on_kind', '=', kind)
    .orderBy('id')
    .execute()

test('an account is made by the portal that runs, and its link is shown', async () => {
  const add = 'staff add --email aigul@example.kg --name Айгүл --role administrator'
  expect(await typed(add)).toMatchObject({ code: 0, said: expect.stringContaining('/staff/') })
  expect(await typed(add)).toEqual({ code: 1, said: 'There is already an account with this address.' })
  expect(await typed('staff add --email b@example.kg --name Б --role king')).toMatchObject({
    code: 1,
    said: expect.stringContaining('--role must be one of: operator'),
  })
})

test('the command line puts one person into the empty protection team, and nobody into one that has members', async () => {
  const [first, second] = [await makeStaff(portal.deps, 'supervisor'), await makeStaff(portal.deps, 'supervisor')]
  const editor = await makeStaff(portal.deps, 'editor')
  expect(await typed('staff protect --email nobody@example.kg')).toMatchObject({ code: 1 })
  expect(await typed(`staff protect --email ${editor.email}`)).toMatchObject({ code: 1 })
  expect(await typed(`staff protect --email ${first.email}`)).toMatchObject({ code: 0 })
  expect(await typed(`staff protect --email ${second.email}`)).toEqual({
    code: 1,
    said: 'The protection team has members: only they let others in, on its page.',
  })
  const members = await listTeamMembers(portal.deps.db, 'protection')
  expect(members.map(({ staffId }) => staffId)).toEqual([first.id])
})

test('a backup is made while the portal runs, and says that the keys are not in it', async () => {
  const { code, said } = await typed(`backup ${join(home, 'backup')}`)
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('The keys are NOT in it') })
  expect(existsSync(join(home, 'backup/manifest.json'))).toBe(true)
  expect(existsSync(join(home, 'backup.snapshot'))).toBe(false)
  expect(readLastBackup(config.dataDir)?.folder).toBe(join(home, 'backup'))
  expect((await typed('ready')).said).not.toContain('No backup was ever made')
  expect(await actsOn('backup')).toEqual([{ what: 'backup.begun', actor_id: 'mekendesh backup' }])
  const kept = readFileSync(join(config.dataDir, 'keys.json'), 'utf8')
  expect(readFileSync(join(home, 'backup/manifest.json'), 'utf8')).not.toContain(JSON.parse(kept).lookup)
  await expect(typed(`restore ${join(home, 'backup')} --force`)).rejects.toThrow('Another process of the portal')
})

test('the audit log is verified through the portal, also against a file', async () => {
  expect(await typed('audit verify')).toMatchObject({ code: 0 })
  const forged = join(home, 'forged.txt')
  writeFileSync(forged, 'mekendesh\n1\nAAAA\n')
  expect(await typed(`audit verify --checkpoint ${forged}`)).toMatchObject({ code: 1 })
})

test('the mark on a receipt is looked for in the log', async () => {
  const { mark } = await anAppeal(portal.deps)
  const found = await typed(`audit verify --leaf ${mark.replaceAll(' ', '')}`)
  expect(found).toMatchObject({ code: 0, said: expect.stringMatching(/(has|holds) this mark/) })
  const other = await typed(`audit verify --leaf ${'0'.repeat(32)}`)
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining('does NOT hold this mark') })
  expect(await typed('audit verify --leaf abc')).toMatchObject({ code: 1 })
})

test('keys are made once, turned without losing the old ones, and used again for what older ones sealed', async () => {
  const file = join(home, 'keys.json')
  expect(await typed(`keys new ${file}`)).toMatchObject({ code: 0 })
  await expect(typed(`keys new ${file}`)).rejects.toThrow('EEXIST')
  const before = JSON.parse(readFileSync(file, 'utf8'))
  config = { ...config, keysFile: file }
  expect(await typed('keys rotate')).toMatchObject({ code: 0, said: expect.stringContaining('k2') })
  expect(await actsOn('keys')).toEqual([{ what: 'keys.rotated', actor_id: 'mekendesh keys rotate' }])
  const after = JSON.parse(readFileSync(file, 'utf8'))
  expect(after.main.map(({ id }: { id: string }) => id)).toEqual(['k2', 'k1'])
  expect({ ...after, main: [after.main[1]] }).toEqual(before)
  expect(await typed('keys reseal')).toMatchObject({ code: 0, said: expect.stringContaining('people: done') })
  expect((await actsOn('keys')).map(({ what }) => what)).toEqual(['keys.rotated', 'keys.resealed'])
})

test('a key for proofs is added before the earlier ones, and one that was lost is withdrawn', async () => {
  const proofKeys = () => JSON.parse(readFileSync(String(config.keysFile), 'utf8')).proof
  expect(await typed('keys proof')).toMatchObject({ code: 0, said: expect.stringContaining('p2') })
  expect(proofKeys().map(({ id }: { id: string }) => id)).toEqual(['p2', 'p1'])
  expect(await typed('keys withdraw p1')).toMatchObject({ code: 0 })
  expect(proofKeys()[1]).toMatchObject({ id: 'p1', isWithdrawn: true })
  await expect(typed('keys withdraw p9')).rejects.toThrow('p9')
  const acts = (await actsOn('keys')).map(({ what }) => what)
  expect(acts.slice(-2)).toEqual(['keys.proofAdded', 'keys.withdrawn'])
})

test('migrate beside a portal that runs has nothing to do, and says so', async () => {
  expect(await typed('migrate')).toEqual({ code: 0, said: expect.stringContaining('Nothing to do') })
})

test('an unknown command gets the list of those there are', async () => {
  expect(await typed('make tea')).toMatchObject({ code: 2, said: expect.stringContaining('catalogue check') })
})
