import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles, may } from '#src/kernel/roles.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test.each(roles)(
  '%s sees queues, acts, files for people and sees the state of the portal just as the table of rights says',
  async (role) => {
    const cookies = await portal.signIn(role)
    const { appealId } = await anAppeal(portal.deps)
    const status = async (path: string) => (await portal.get(path, cookies)).statusCode
    expect(await status('/staff/queue/myTeam')).toBe(may(role, 'appealsRead') ? 200 : 403)
    expect(await status(`/staff/appeals/${appealId}`)).toBe(may(role, 'appealsRead') ? 200 : 403)
    expect(await status('/staff/file-for-a-person')).toBe(may(role, 'appealsFile') ? 200 : 403)
    expect(await status('/staff/system')).toBe(may(role, 'systemRead') ? 200 : 403)
    const took = await portal.post(`/staff/appeals/${appealId}/take`, {}, cookies)
    expect(took.statusCode).toBe(may(role, 'appealsWork') ? 422 : 403)
    // Everybody has a first page that is theirs.
    const first = await portal.get('/staff', cookies)
    expect((await portal.get(String(first.headers.location), cookies)).statusCode).toBe(200)
  },
)

test('what is not yours looks just like what is not there', async () => {
  const outsider = await portal.signIn('operator', { teams: [] })
  const { appealId } = await anAppeal(portal.deps)
  const notYours = await portal.get(`/staff/appeals/${appealId}`, outsider)
  const notThere = await portal.get('/staff/appeals/999999', outsider)
  expect(notYours.statusCode).toBe(404)
  expect(notYours.body).toBe(notThere.body)
})

test('a protected appeal is there for the protection team alone, whatever the role', async () => {
  const { appealId } = await anAppeal(portal.deps, { wantsProtection: true })
  const asked = async (cookies: Readonly<Record<string, string>>) =>
    (await portal.get(`/staff/appeals/${appealId}`, cookies)).statusCode
  expect(await asked(await portal.signIn('operator'))).toBe(404)
  expect(await asked(await portal.signIn('supervisor'))).toBe(404)
  expect(await asked(await portal.signIn('operator', { teams: ['protection'] }))).toBe(200)
})
