import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff, type TestStaff } from '#test/support/staff.ts'

const PEOPLE = 'portal.example.org'
const STAFF = 'staff.example.org'
let portal: TestPortal
let operator: TestStaff
beforeAll(async () => {
  portal = await startPortal({ config: { publicUrl: `http://${PEOPLE}`, staffUrl: `http://${STAFF}` } })
  operator = await makeStaff(portal.deps, 'operator')
})
afterAll(() => portal.close())

type Sent = {
  readonly cookies?: Record<string, string>
  readonly form?: Record<string, string>
  readonly from?: string
}
const ask = (host: string, url: string, { cookies = {}, form, from = host }: Sent = {}) =>
  portal.app.inject({
    url,
    cookies,
    method: form ? 'POST' : 'GET',
    headers: {
      host,
      ...(form && {
        'content-type': 'application/x-www-form-urlencoded',
        // As a browser sends it from a page under our referrer policy.
        origin: from === host ? `http://${from}` : 'null',
        'sec-fetch-site': from === host ? 'same-origin' : 'same-site',
      }),
    },
    ...(form && { payload: new URLSearchParams(form).toString() }),
  })

const begun = { channel: 'phone', lang: 'ru', kind: 'consultation' }
/** Begins filing on the staff host; gives the form that leads to the people's host. */
async function handedOver() {
  const cookies = await cookiesOf(portal.deps, operator.id)
  const page = await ask(STAFF, paths.staffFileFor(), { cookies, form: begun })
  expect(page.statusCode).toBe(200)
  const action = /<form action="(http[^"]+)"/.exec(page.body)?.[1] ?? ''
  const sealed = /name="handOver" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  return { page, cookies, action, sealed, url: new URL(action).pathname }
}
const draftIn = (answer: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.filter(({ name }) => name === 'draft').map(({ name, value }) => [name, value]))

test('with a host of its own for staff, filing for a person goes on at the people’s address, by a button without scripts', async () => {
  const { page, action, sealed, url } = await handedOver()
  expect(action).toBe(`http://${PEOPLE}/ru/ask/hand-over`)
  expect(draftIn(page)).toEqual({})
  expect(page.headers['content-security-policy']).toContain(`form-action 'self' http://${PEOPLE};`)

  const taken = await ask(PEOPLE, url, { form: { handOver: sealed }, from: STAFF })
  expect(taken).toMatchObject({ statusCode: 303, headers: { location: '/ru/ask' } })
  const cookies = draftIn(taken)
  const first = await ask(PEOPLE, '/ru/ask', { cookies })
  expect(first.headers.location).toBe('/ru/ask/who')
  const who = await ask(PEOPLE, '/ru/ask/who', { cookies })
  expect(who.body).toContain('за другого человека')
  const draft = await portal.db.selectFrom('drafts').select(['channel', 'filed_by']).executeTakeFirstOrThrow()
  expect(draft).toEqual({ channel: 'phone', filed_by: operator.id })
})

test('what is handed over is good once, for ten minutes, and only as we sealed it', async () => {
  const backToStaff = { statusCode: 303, headers: { location: `http://${STAFF}${paths.staffFileFor()}` } }
  const take = (url: string, handOver: string) => ask(PEOPLE, url, { form: { handOver }, from: STAFF })
  const once = await handedOver()
  expect(draftIn(await take(once.url, once.sealed))).toHaveProperty('draft')
  const again = await take(once.url, once.sealed)
  expect(again).toMatchObject(backToStaff)
  expect(draftIn(again)).toEqual({})
  expect(await take(once.url, `A${once.sealed}`)).toMatchObject(backToStaff)
  expect(await take(once.url, '')).toMatchObject(backToStaff)

  const late = await handedOver()
  portal.clock.advance(10 * 60_000 + 1)
  expect(await take(late.url, late.sealed)).toMatchObject(backToStaff)
  expect((await ask(PEOPLE, late.url)).headers.location).toBe('/ru/ask')
})

test('a draft that was begun for a person ends with the operator’s session, for the next at the same desk', async () => {
  const { cookies, sealed, url } = await handedOver()
  const draft = draftIn(await ask(PEOPLE, url, { form: { handOver: sealed }, from: STAFF }))
  expect((await ask(PEOPLE, '/ru/ask/who', { cookies: draft })).statusCode).toBe(200)
  // Nobody loses what a caller dictated because their own session was idle meanwhile.
  portal.clock.advance(40 * 60_000)
  expect((await ask(PEOPLE, '/ru/ask/who', { cookies: draft })).statusCode).toBe(200)
  await portal.db.deleteFrom('staff_sessions').where('staff_id', '=', operator.id).execute()
  await ask(STAFF, paths.staffSignOut(), { cookies, form: {} })
  expect((await ask(PEOPLE, '/ru/ask/who', { cookies: draft })).headers.location).toBe('/ru/ask?lost=yes')
  expect((await ask(PEOPLE, '/ru/ask', { cookies: draft })).statusCode).toBe(200)
})
