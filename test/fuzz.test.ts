import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { array, assert, asyncProperty, constantFrom, dictionary, oneof, option, record, string } from 'fast-check'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#src/kernel/roles.ts'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { expectDecent } from '#test/support/decent-answer.ts'
import {
  anyBody,
  anyHeaders,
  headerText,
  origins,
  parts,
  pathOf,
  query,
  sensible,
  type Body,
} from '#test/support/hostile-input.ts'
import { fillPattern, routesOf, type RouteEntry } from '#test/support/route-table.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1500)

let portal: TestPortal
let appealId: string
let draft: Cookies
const staffIds = new Map<Role, string>()
let routes: readonly RouteEntry[] = []
/** Every name a field of ours has. */
let fieldNames: string[] = []

const fuzzedRoles = ['operator', 'supervisor', 'administrator', 'auditor'] as const

beforeAll(async () => {
  portal = await startPortal()
  routes = routesOf(portal.app)
  const email = { kind: 'email', value: 'a@example.org' } as const
  appealId = (await anAppeal(portal.deps, { person: { contacts: [email], isSafe: 'yes' } })).appealId
  for (const role of fuzzedRoles) staffIds.set(role, (await makeStaff(portal.deps, role)).id)
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  draft = browser.cookies()
  fieldNames = await collectFieldNames()
})
afterAll(() => portal.close())

async function collectFieldNames(): Promise<string[]> {
  const names = new Set(['text', 'reason', 'key', 'formKey', 'version', 'proof', 'draft', 'act', 'remove', '__proto__'])
  for (const visitor of visitors)
    for (const { method, pattern } of routes) {
      if (method !== 'GET') continue
      const url = fillPattern(pattern, (name) => sensible[name] ?? 'x')
      const { body } = await portal.get(url, await cookiesFor(visitor))
      for (const [, name = ''] of body.matchAll(/ name="([^"]+)"/g)) names.add(name)
    }
  return [...names]
}

type VisitorKind = 'nobody' | 'drafter' | 'person' | (typeof fuzzedRoles)[number]
const visitors: readonly VisitorKind[] = ['nobody', 'drafter', 'person', ...fuzzedRoles]

/** Fresh for each request, since what is posted may sign the visitor out. */
async function cookiesFor(visitor: VisitorKind): Promise<Cookies> {
  if (visitor === 'nobody') return {}
  if (visitor === 'drafter') return draft
  if (visitor === 'person') return { appeal: (await startSession(portal.deps, appealId)).token }
  return cookiesOf(portal.deps, staffIds.get(visitor) ?? '')
}

let addresses = 0
/** Every request from a place of its own: the limit by address has its own test. */
const elsewhere = () => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`

async function send(
  route: RouteEntry,
  visitor: VisitorKind,
  url: string,
  headers: Record<string, string>,
  body?: Body,
): Promise<Answer> {
  return portal.app.inject({
    method: route.method === 'POST' ? 'POST' : 'GET',
    url,
    headers: { ...headers, ...(body?.type === undefined ? {} : { 'content-type': body.type }) },
    ...(body ? { payload: body.bytes } : {}),
    cookies: { ...(await cookiesFor(visitor)) },
    remoteAddress: elsewhere(),
  })
}

const settings = { numRuns: RUNS, endOnFailure: true }

test('whatever is posted wherever by whomever is answered by a page, never a fault', { timeout: 300_000 }, async () => {
  const posts = routes.filter(({ method }) => method === 'POST')
  const request = record({
    route: constantFrom(...posts),
    visitor: constantFrom(...visitors),
    parts,
    query,
    headers: anyHeaders,
    origin: origins,
    body: anyBody(fieldNames),
  })
  await assert(
    asyncProperty(request, async ({ route, visitor, parts, query, headers, origin, body }) => {
      const url = `${pathOf(route, parts)}${query === '' ? '' : `?${query}`}`.slice(0, 12_000)
      expectDecent(await send(route, visitor, url, { ...headers, ...origin }, body), url)
    }),
    settings,
  )
})

test(
  'whatever is asked for with whatever cookies and headers is answered by a page, never a fault',
  { timeout: 300_000 },
  async () => {
    const gets = routes.filter(({ method }) => method === 'GET')
    const cookieNames = ['appeal', 'draft', 'staff', 'form', 'lang', '__Host-staff', 'x']
    const cookies = dictionary(constantFrom(...cookieNames), headerText, { maxKeys: 3 }).map((given) =>
      Object.entries(given)
        .map((pair) => pair.join('='))
        .join('; '),
    )
    const request = record({
      route: constantFrom(...gets),
      visitor: constantFrom(...visitors),
      parts,
      query,
      headers: anyHeaders,
      cookies: option(cookies, { freq: 2, nil: undefined }),
    })
    await assert(
      asyncProperty(request, async ({ route, visitor, parts, query, headers, cookies }) => {
        const url = `${pathOf(route, parts)}${query === '' ? '' : `?${query}`}`.slice(0, 12_000)
        const given = cookies === undefined ? headers : { ...headers, cookie: cookies }
        expectDecent(await send(route, cookies === undefined ? visitor : 'nobody', url, given), url)
      }),
      settings,
    )
  },
)

test('methods we do not speak and addresses that are none are answered by a page', async () => {
  const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD'] as const
  const wrong = ['/%', '/ru/%E0%A4%A', '/en/ask/%', `/ky/ask/${'a'.repeat(3000)}`, '/ru//ask', '/.git/config', '*']
  const ours = { 'sec-fetch-site': 'same-origin' }
  for (const url of wrong) {
    const answer = await portal.app.inject({ method: 'GET', url })
    expectDecent(answer, url)
    expect(answer.statusCode).toBe(404)
  }
  for (const method of methods)
    for (const url of ['/ru/ask', '/staff', '/ru/nowhere'])
      expectDecent(await portal.app.inject({ method: method as 'PUT', url, headers: ours }), url)
})

test('broken framing costs the connection that sent it, and nobody else', { timeout: 60_000 }, async () => {
  const { port } = new URL(await portal.app.listen({ port: 0, host: '127.0.0.1' }))
  const lines = oneof(
    constantFrom(
      'GET /ru HTTP/1.1\r\nHost: x\r\n',
      'POST /ru/danger HTTP/1.1\r\nHost: x\r\n',
      'Content-Length: 5\r\n',
      'Content-Length: 7\r\n',
      'Content-Length: -1\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Transfer-Encoding: chunked, identity\r\n',
      'Content-Type: multipart/form-data; boundary=x\r\n',
      `X: ${'x'.repeat(20_000)}\r\n`,
      'Cookie: \0\r\n',
      '\r\n',
      'zz\r\n',
      'GET /ru HTTP/9.9\r\n\r\n',
    ),
    string({ unit: 'binary', maxLength: 40 }),
  )
  await assert(
    asyncProperty(array(lines, { minLength: 1, maxLength: 8 }), async (pieces) => {
      const said = await sayRaw(Number(port), pieces.join(''))
      expect(/fastify|node:|FST_| at /i.exec(said)?.[0]).toBeUndefined()
      expect(/^HTTP\/1\.1 5\d\d/m.exec(said)?.[0]).toBeUndefined()
    }),
    { numRuns: 200, endOnFailure: true },
  )
  expect((await fetch(`http://127.0.0.1:${port}/ru`)).status).toBe(200)
})

/** Sends bytes as they are, and gives what came back until the connection was quiet. */
async function sayRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (piece) => (said += piece.toString('latin1')))
  socket.on('error', () => {})
  socket.end(Buffer.from(bytes))
  await Promise.race([once(socket, 'close'), setTimeout(150)])
  socket.destroy()
  return said
}
