import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

async function leaveWith(headers: Record<string, string>) {
  const { token } = await startSession(portal.deps, (await anAppeal(portal.deps)).appealId)
  const cookies = { appeal: token, draft: 'x' }
  const answer = await portal.app.inject({ method: 'GET', url: '/exit', headers, cookies })
  const stillOpen = (await portal.get('/ru/appeal/view', cookies)).statusCode === 200
  return { answer, stillOpen }
}

test.each([
  ['a picture in a foreign page or letter', { 'sec-fetch-dest': 'image', 'sec-fetch-site': 'cross-site' }],
  ['a frame of a sister site', { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-site' }],
  ['a script of a foreign page', { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'cross-site' }],
])('the way out asked for as %s takes nothing from who is here', async (_what, headers) => {
  const { answer, stillOpen } = await leaveWith(headers)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers['clear-site-data']).toBeUndefined()
  expect(answer.cookies).toEqual([])
  expect(stillOpen).toBe(true)
})

test.each([
  ['a link', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' }],
  ['a bookmark', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }],
  ['our own script', { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' }],
  ['an old browser', {}],
])('by %s it ends the session and takes the cookies', async (_what, headers) => {
  const { answer, stillOpen } = await leaveWith(headers)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers['clear-site-data']).toContain('cookies')
  expect(stillOpen).toBe(false)
})
