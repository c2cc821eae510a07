import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { enqueueNotice } from './index.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const HIDDEN = 'Protected appeal'
const tell = (appealId: string) =>
  enqueueNotice(portal.deps, { to: 'a@example.org', lang: 'en', template: 'termExtended', appealId })
const outbox = async (
  role: 'administrator' | 'supervisor',
  teams: readonly string[] = [],
  address: string = paths.staffNotices(),
) => {
  const cookies = await portal.signIn(role, { lang: 'en', teams })
  const { body } = await portal.get(address, cookies)
  const rows = [...body.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) => row).slice(1)
  return { rows, told: rows.filter((row) => row.includes('Term extended')), body }
}

test('who is no protector sees of a protected appeal’s notices only that one failed, not which or when', async () => {
  const [open, guarded] = [await anAppeal(portal.deps), await anAppeal(portal.deps, { wantsProtection: true })]
  await tell(open.appealId)
  await tell(guarded.appealId)
  expect((await outbox('supervisor', ['protection'])).told).toHaveLength(2)
  for (const seen of [await outbox('administrator'), await outbox('supervisor', ['intake'])]) {
    expect(seen.told).toHaveLength(1)
    expect(seen.body).not.toContain(HIDDEN)
  }

  await portal.db.updateTable('notices').set({ state: 'dead' }).where('appeal_id', '=', guarded.appealId).execute()
  const { rows, told } = await outbox('administrator')
  expect(told).toHaveLength(1)
  const failed = rows.filter((row) => row.includes(HIDDEN))
  expect(failed).toHaveLength(1)
  expect(failed[0]).not.toContain('<time')
  expect(failed[0]).toContain('Send again')
})

test('a page is filled with what may be seen, however much of what is hidden lies between', async () => {
  const [open, guarded] = [await anAppeal(portal.deps), await anAppeal(portal.deps, { wantsProtection: true })]
  await portal.db.deleteFrom('notices').execute()
  for (let turn = 0; turn < 3; turn += 1) {
    portal.clock.advance(1000)
    await tell(open.appealId)
  }
  for (let turn = 0; turn < 60; turn += 1) {
    portal.clock.advance(1000)
    await tell(guarded.appealId)
  }
  const { told, body } = await outbox('administrator')
  expect(told).toHaveLength(3)
  expect(body).not.toMatch(/[?;]before=/)
})

test('a request reads ten batches at most, and the next goes on where it stopped: nothing is lost, nothing comes twice', async () => {
  const [open, guarded] = [await anAppeal(portal.deps), await anAppeal(portal.deps, { wantsProtection: true })]
  await portal.db.deleteFrom('notices').execute()
  await tell(open.appealId)
  const newest = portal.clock.now()
  // Ten batches of a page and one line more are 510 lines: what may be seen stands on both sides of that end.
  const lines = 1200
  const mayBeSeen = [0, 300, 509, 510, 511, 700, lines - 1]
  await sql`with one as (delete from notices returning *)
    insert into notices (appeal_id, template, lang, address, address_hash, created_at)
    select case when n = any(${mayBeSeen}::int[]) then ${open.appealId}::bigint else ${guarded.appealId}::bigint end,
      template, lang, address, address_hash, ${newest}::timestamptz - n * interval '1 second'
    from one, generate_series(0, ${lines - 1}::int) as n`.execute(portal.db)

  const pages: number[][] = []
  for (let address: string | undefined = paths.staffNotices(); address !== undefined;) {
    const { told, body } = await outbox('administrator', [], address)
    pages.push(told.map((row) => (newest.getTime() - Date.parse(/datetime="([^"]+)"/.exec(row)?.[1] ?? '')) / 1000))
    address = olderIn(body)
  }
  expect(pages).toEqual([[0, 300, 509], [510, 511, 700], [lines - 1]])
})

const olderIn = (body: string) => /href="([^"]*[?;]before=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
