import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffVisitor, anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { handToTeam } from '#src/modules/appeals/index.ts'

let portal: TestPortal
/** One appeal of each team. */
let numbers: Record<string, string>
beforeAll(async () => {
  portal = await startPortal()
  const by = await aStaffVisitor(portal.deps, 'supervisor')
  const { appealId, number } = await anAppeal(portal.deps)
  const handed = await handToTeam(portal.deps, { appealId, by, teamId: 'intake' })
  if (!handed.ok) throw new Error(handed.refusal)
  numbers = {
    intake: number,
    consultations: (await anAppeal(portal.deps)).number,
    protection: (await anAppeal(portal.deps, { topicId: 'trafficking' })).number,
  }
})
afterAll(() => portal.close())

const queue = async (cookies: Cookies, query = '') => (await portal.get(`/staff/queue/myTeam${query}`, cookies)).body
const h1 = (body: string) => /<h1[^>]*>([^<]*)</.exec(body)?.[1]
const offered = (body: string) =>
  [...(/<select[^>]*name="team"[^]*?<\/select>/.exec(body)?.[0].matchAll(/value="([a-z-]+)"/g) ?? [])].map(
    ([, id = '']) => id,
  )
const teamsIn = (body: string) => Object.keys(numbers).filter((id) => body.includes(numbers[id] ?? '?'))

test('a supervisor reads the queue of all teams under that name, and of one team when one is chosen', async () => {
  const supervisor = await portal.signIn('supervisor')
  const all = await queue(supervisor)
  expect(h1(all)).toBe('Все группы')
  expect(all).toMatch(/href="\/staff\/queue\/myTeam"[^>]*>Все группы/)
  expect(teamsIn(all).toSorted()).toEqual(['consultations', 'intake'])
  expect(offered(all)).toEqual(expect.arrayContaining(['consultations', 'intake']))
  const one = await queue(supervisor, '?team=intake&after=0.0.0')
  expect(h1(one)).toBe('Группа приёма')
  expect(teamsIn(one)).toEqual(['intake'])
  expect(one).toContain('href="/staff/queue/myTeam?team=intake"')
})

test('who is in several teams chooses among them, who is in one is asked nothing', async () => {
  const inTwo = await portal.signIn('operator', { teams: ['intake', 'consultations'] })
  expect(h1(await queue(inTwo))).toBe('Моя группа')
  expect(offered(await queue(inTwo)).toSorted()).toEqual(['consultations', 'intake'])
  expect(teamsIn(await queue(inTwo, '?team=consultations'))).toEqual(['consultations'])
  const inOne = await portal.signIn('operator', { teams: ['intake'] })
  expect(offered(await queue(inOne))).toEqual([])
  expect(teamsIn(await queue(inOne, '?team=consultations'))).toEqual(['intake'])
})

test('the protection team is offered to who sits in it alone; named by others it is no filter', async () => {
  const supervisor = await portal.signIn('supervisor')
  expect(offered(await queue(supervisor))).not.toContain('protection')
  const named = await queue(supervisor, '?team=protection')
  expect(h1(named)).toBe('Все группы')
  expect(teamsIn(named).toSorted()).toEqual(['consultations', 'intake'])
  const protector = await portal.signIn('supervisor', { teams: ['protection'] })
  expect(offered(await queue(protector))).toContain('protection')
  expect(teamsIn(await queue(protector, '?team=protection'))).toEqual(['protection'])
})
