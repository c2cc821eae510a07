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
const outbox = async (role: 'administrator' | 'supervisor', teams: readonly string[] = []) => {
  const cookies = await portal.signIn(role, { lang: 'en', teams })
  const { body } = await portal.get(paths.staffNotices(), cookies)
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
