import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal, aStaffVisitor } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { getAppealForStaff, protectAppeal, type OpenAppealInput } from '#src/modules/appeals/index.ts'
import { PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const tables = [
  'appeals',
  'appeal_answers',
  'appeal_messages',
  'appeal_events',
  'appeal_clocks',
  'appeal_closings',
  'people',
  'contacts',
  'files',
]
/** Ids, hashes of secrets, counters and what the program works out of the rest: they say nothing of the person or the matter. */
const ofTheMachine = [
  'appeals id person_id vault secret_hash words_version version round urgency_rank queue_group next_due_at routing_flagged',
  'appeal_answers appeal_id',
  'appeal_messages id appeal_id',
  'appeal_events id appeal_id version is_public message_id',
  'appeal_clocks appeal_id round amount unit rule_id rule_version is_expected is_provisional',
  'appeal_closings appeal_id round',
  'people id',
  'contacts id person_id',
  'files id owner_kind owner_id message_id scan_copy',
].flatMap((line) => {
  const [table = '', ...columns] = line.split(' ')
  return columns.map((column) => `${table}.${column}`)
})
/** Held empty in a protected appeal: what would stand there is in the sealed column beside it. */
const emptied = [
  'appeals.city',
  'appeal_answers.value',
  'appeal_messages.body',
  'appeal_events.words',
  'appeal_closings.words',
]

/** Raised to critical by its answers; two that answer otherwise have the same urgency, so nothing in clear may differ. */
const withheld = (answers: OpenAppealInput['answers']): Partial<OpenAppealInput> => ({
  topicId: 'passport-withheld',
  city: 'Тверь',
  answers,
  person: { name: 'Айбек', contacts: [{ kind: 'email', value: 'a@example.org' }], isSafe: 'yes' },
})

async function clearOf(appealId: string) {
  const rows = async (table: string, key: string, id: string) =>
    (
      await sql<{
        row: object
      }>`select to_jsonb(t) as row from ${sql.table(table)} t where ${sql.ref(key)} = ${id}`.execute(portal.db)
    ).rows
  return Promise.all([
    rows('appeals', 'id', appealId),
    ...['appeal_answers', 'appeal_messages', 'appeal_events', 'appeal_closings'].map((table) =>
      rows(table, 'appeal_id', appealId),
    ),
  ])
}

test('SECURITY.md names every column of a protected appeal that says something in clear, and no other', async () => {
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type <> 'bytea' and table_name in (${sql.join(tables)})`.execute(portal.db)
  const clear = rows
    .map(({ column }) => column)
    .filter((column) => !emptied.includes(column) && !ofTheMachine.includes(column))
  const [, section = ''] =
    /## What stands in clear of a protected appeal\n([^]*?)\n## /.exec(readFileSync('SECURITY.md', 'utf8')) ?? []
  const named = [...section.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].flatMap(([, table = '', columns = '']) =>
    [...columns.matchAll(/`(\w+)`/g)].map(([, column = '']) => `${table}.${column}`),
  )
  expect(named.toSorted()).toEqual(clear.toSorted())
})

test('of two protected appeals that differ in an answer nothing in clear tells which is which', async () => {
  const told = await Promise.all(
    [{ freeToLeave: 'no', debtToEmployer: 'no' } as const, { freeToLeave: 'yes', debtToEmployer: 'yes' } as const].map(
      async (answers) => {
        const { appealId } = await anAppeal(portal.deps, withheld({ ...answers, employer: 'ОсОО' }))
        const text = JSON.stringify(await clearOf(appealId))
        for (const column of emptied) expect(text).not.toMatch(new RegExp(`"${column.split('.')[1] ?? ''}":"`))
        return { appealId, text: withoutMarks(text) }
      },
    ),
  )
  expect(told[0]?.text).toBe(told[1]?.text)
  expect(told[0]?.text).not.toContain('freeToLeave","')

  // Who may read it still sees which answers raised it.
  const visitor = await aStaffVisitor(portal.deps, 'operator', { teams: [PROTECTION_TEAM] })
  const seen = await getAppealForStaff(portal.deps, visitor, told[0]?.appealId ?? '')
  expect(seen?.events.find(({ what }) => what === 'urgencyRaised')?.details).toMatchObject({
    to: 'critical',
    rules: expect.arrayContaining([expect.objectContaining({ question: 'freeToLeave' })]),
  })
})

test('the rules that spoke are sealed with the rest when an appeal is protected later', async () => {
  const { appealId } = await anAppeal(portal.deps, { topicId: 'unpaid-wages', answers: { peopleCount: 12 } })
  expect(JSON.stringify(await clearOf(appealId))).toContain('"rules"')
  const by = await aStaffVisitor(portal.deps, 'operator')
  expect(await protectAppeal(portal.deps, { appealId, by, version: 1 })).toMatchObject({ ok: true })
  expect(JSON.stringify(await clearOf(appealId))).not.toContain('"rules"')
})

/** Ids, numbers, hashes and ciphertext differ by nature. */
const withoutMarks = (text: string) =>
  text.replaceAll(/"(\w*id|number|vault|secret_hash)":("[^"]*"|\d+)/g, '').replaceAll(/"\\\\x[0-9a-f]+"/g, '"bytes"')
