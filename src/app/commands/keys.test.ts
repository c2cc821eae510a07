import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { aBrowser, inMoscow } from '#test/support/walk.ts'
import { getAppealForStaff } from '#src/modules/appeals/index.ts'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { getPerson, listContacts, listPeopleByContact } from '#src/modules/people/index.ts'
import { findStaff, rehearsalCode } from '#src/modules/staff/index.ts'
import { newKeyFileText, parseKeyFile, withNewMainKey } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import { keysReseal } from './keys.ts'

const firstFile = newKeyFileText()
const rotated = parseKeyFile(withNewMainKey(firstFile).text)
const onlyNewest = keyringFrom({ ...rotated, main: rotated.main.slice(0, 1) })

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal({ keys: parseKeyFile(firstFile) })
})
afterAll(() => portal.close())

/** Columns of bytes with rows that begin as what the main key k1 sealed: the length of its id, then the id. */
async function sealedUnderTheFirst(): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' order by 1, 2`.execute(portal.db)
  const found: string[] = []
  for (const { table, column } of columns) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where substring(${sql.ref(column)} from 1 for 3) = '\\x026b31'::bytea limit 1`.execute(
      portal.db,
    )
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('after a rotation and a reseal the newest main key alone opens everything that is kept', async () => {
  const { deps } = portal
  const operator = await aStaffVisitor(deps, 'operator')
  const account = await makeStaff(deps, 'supervisor')
  const { appealId } = await anAppeal(deps, {
    message: 'Паспортту жумуш берүүчү алып койду.',
    person: {
      name: 'Айбек уулу Нурлан',
      pin: '21503199500123',
      contacts: [{ kind: 'email', value: 'nurlan@example.com' }],
      isSafe: 'yes',
    },
  })
  await enqueueNotice(deps, {
    to: 'nurlan@example.com',
    lang: 'ky',
    template: 'staffReset',
    params: { link: 'https://x' },
  })
  const browser = aBrowser(portal)
  await browser.save('who', { ...inMoscow, kind: 'problem-report' })
  const before = await sealedUnderTheFirst()
  expect(before).toEqual([
    'appeals.data_key',
    'contacts.value_sealed',
    'drafts.data_key',
    'drafts.form_key_sealed',
    'notices.address',
    'notices.params',
    'people.name_sealed',
    'people.pin_sealed',
    'staff.email_sealed',
    'staff.totp_sealed',
  ])

  if (keysReseal.runs !== 'portal') throw new Error('keys reseal works in the portal')
  const given = { options: {}, rest: [] }
  const said: string[] = []
  const withBoth = { ...deps, keys: keyringFrom(rotated) }
  await keysReseal.run({ deps: withBoth, database: portal.database }, given, (line) => said.push(line))
  expect(said.join()).toContain('notices: done')
  expect(await sealedUnderTheFirst()).toEqual([])

  const now = { ...deps, keys: onlyNewest }
  expect((await getAppealForStaff(now, operator, appealId))?.messages[0]?.body).toContain('Паспортту')
  const [personId = ''] = await listPeopleByContact(now, { kind: 'email', value: 'nurlan@example.com' })
  expect(await getPerson(now, personId)).toMatchObject({ name: 'Айбек уулу Нурлан', pin: '21503199500123' })
  expect(await listContacts(now, personId)).toMatchObject([{ value: 'nurlan@example.com' }])
  expect((await findStaff(now, account.id))?.email).toBe(account.email)
  expect(await rehearsalCode(now, account.email)).toBe(account.code())
})
