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

/** What a page of trouble answers with, and whether one can leave quickly from it. */
const troubleAt = async (path: string, cookies: Cookies = {}) => {
  const { statusCode, body } = await portal.get(path, cookies)
  return `${statusCode} ${body.includes('govuk-exit-this-page') ? 'with' : 'without'} the exit`
}

test('what goes wrong while one reads or writes an appeal can be left quickly, too', async () => {
  const { token } = await startSession(portal.deps, (await anAppeal(portal.deps)).appealId)
  const open = { appeal: token }
  expect(await troubleAt('/ru/appeal/files/AAAAAAAAAAAAAAAAAAAAAA', open)).toBe('404 with the exit')
  for (const path of ['appeal/nothing', 'receipt/nothing', 'ask/not/there', 'danger/nothing', 'verify/not/there'])
    expect(await troubleAt(`/ky/${path}`, open), path).toBe('404 with the exit')
  for (const path of ['/ru/nothing', '/ru/asked', '/staff/appeal/nothing', '/nothing'])
    expect(await troubleAt(path), path).toBe('404 without the exit')
  portal.sheds(true)
  const busy = [
    await troubleAt('/en/appeal/view?done=reply', open),
    await troubleAt('/en/ask?kind=question'),
    await troubleAt('/en/about'),
  ]
  portal.sheds(false)
  expect(busy).toEqual(['503 with the exit', '503 with the exit', '503 without the exit'])
  portal.limitTo(0)
  const tooOften = await troubleAt('/ru/appeal')
  portal.limitTo(Number.POSITIVE_INFINITY)
  expect(tooOften).toBe('429 with the exit')
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
