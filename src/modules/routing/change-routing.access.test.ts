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
const addresses = [paths.staffRouting(), paths.staffRoutingTopic('pension'), paths.staffRoutingTeam('ky')]
const change = { scope: '*', before: 'social-fund', after: 'mlssm', words: 'Because it was agreed' }

for (const role of roles) {
  const isAllowed = mayChange.includes(role)
  test(`${role} ${isAllowed ? 'may' : 'may not'} see and change routing`, async () => {
    const cookies = await portal.signIn(role)
    for (const address of addresses) {
      expect((await portal.get(address, cookies)).statusCode).toBe(isAllowed ? 200 : 403)
    }
    const before = await portal.db.selectFrom('routing_changes').select('id').execute()
    const posted = await portal.post(paths.staffRoutingTopic('pension'), change, cookies)
    const undone = await portal.post(paths.staffRoutingUndo('1'), { words: 'Because it was agreed' }, cookies)
    const codes = [posted.statusCode, undone.statusCode]
    expect(codes.every((code) => (code === 403) === !isAllowed)).toBe(true)
    const after = await portal.db.selectFrom('routing_changes').select('id').execute()
    expect(after.length > before.length).toBe(isAllowed)
  })
}

test('whoever is not signed in is led to the sign-in, and nothing changes', async () => {
  const page = await portal.get(paths.staffRouting())
  expect([page.statusCode, page.headers.location]).toEqual([303, expect.stringContaining(paths.staffSignIn())])
  const before = await portal.db.selectFrom('routing_changes').select('id').execute()
  await portal.post(paths.staffRoutingTopic('pension'), change)
  expect(await portal.db.selectFrom('routing_changes').select('id').execute()).toEqual(before)
})
