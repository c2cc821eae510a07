import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const mayChange = ['supervisor', 'administrator']
const pages = [
  paths.staffCalendars(),
  paths.staffCalendarYear('KG', 2026),
  paths.staffCalendarAdd('KG'),
  paths.staffCalendarHours('KG'),
  paths.staffCalendarPublish('KG', 2027),
  paths.staffCalendarMark('KG', '2026-08-31', 'independence-2026'),
  paths.staffCalendarRemove('KG', '2026-08-31', 'independence-2026'),
]
const forms = [...pages.slice(2), paths.staffCalendarUndo('KG')]
const countChanges = async () => (await portal.db.selectFrom('calendar_changes').select('id').execute()).length

for (const role of roles) {
  const isAllowed = mayChange.includes(role)
  test(`${role} ${isAllowed ? 'may' : 'may not'} see and change calendars`, async () => {
    const cookies = await portal.signIn(role)
    for (const address of pages) {
      const { statusCode } = await portal.get(address, cookies)
      expect(`${address} ${statusCode}`).toBe(`${address} ${isAllowed ? 200 : 403}`)
    }
    for (const address of forms) {
      const { statusCode } = await portal.post(address, {}, cookies)
      expect(statusCode === 403).toBe(!isAllowed)
    }
    const before = await countChanges()
    const removal = { scope: 'day', seen: '', reason: 'Because it was decided' }
    await portal.post(paths.staffCalendarRemove('KG', '2026-08-31', 'independence-2026'), removal, cookies)
    expect((await countChanges()) > before).toBe(role === 'supervisor')
    if (role === 'supervisor') {
      const { id } = await portal.db.selectFrom('calendar_changes').select('id').executeTakeFirstOrThrow()
      await portal.post(paths.staffCalendarUndo('KG'), { change: id }, cookies)
    }
  })
}

test('whoever is not signed in is led to the sign-in, and nothing changes', async () => {
  const page = await portal.get(paths.staffCalendars())
  expect([page.statusCode, page.headers.location]).toEqual([303, expect.stringContaining(paths.staffSignIn())])
  const before = await countChanges()
  await portal.post(paths.staffCalendarUndo('KG'), { change: '1' })
  expect(await countChanges()).toBe(before)
})
