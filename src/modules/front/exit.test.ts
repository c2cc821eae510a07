import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'

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

const expectExitIn = async (path: string, status: number, there: boolean, cookies: Cookies = {}) => {
  const answer = await portal.get(path, cookies)
  expect(answer.statusCode, path).toBe(status)
  expect(answer.body.includes('govuk-exit-this-page'), path).toBe(there)
}

test('what goes wrong while one reads or writes an appeal can be left quickly, too', async () => {
  const { token } = await startSession(portal.deps, (await anAppeal(portal.deps)).appealId)
  await expectExitIn('/ru/appeal/files/AAAAAAAAAAAAAAAAAAAAAA', 404, true, { appeal: token })
  for (const path of ['appeal/nothing', 'receipt/nothing', 'ask/not/there', 'danger/nothing', 'verify/not/there'])
    await expectExitIn(`/ky/${path}`, 404, true, { appeal: token })
  for (const path of ['/ru/nothing', '/ru/asked', '/staff/appeal/nothing', '/nothing'])
    await expectExitIn(path, 404, false)
  portal.sheds(true)
  await expectExitIn('/en/appeal/view?done=reply', 503, true, { appeal: token })
  await expectExitIn('/en/ask?kind=question', 503, true)
  await expectExitIn('/en/about', 503, false)
  portal.sheds(false)
  portal.limitTo(0)
  await expectExitIn('/ru/appeal', 429, true)
  portal.limitTo(Number.POSITIVE_INFINITY)
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
