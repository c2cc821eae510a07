import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  integer,
  option,
  oneof,
  record,
  string,
  tuple,
  uint8Array,
  type Arbitrary,
} from 'fast-check'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#src/kernel/roles.ts'
import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { expectDecent } from '#test/support/decent-answer.ts'
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
/** Every name a field of ours has: a form that knows none of its fields is refused too early to find much. */
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

/** What a param would be on a good day. */
const sensible: Readonly<Record<string, string>> = {
  lang: 'ru',
  step: 'words',
  act: 'close',
  id: '1',
  view: 'myTeam',
  country: 'KG',
  year: '2026',
  day: '2026-08-31',
  holiday: 'independence-day',
  topic: 'unpaid-wages',
  language: 'ru',
  change: '1',
  token: 'A'.repeat(43),
  fileId: 'A'.repeat(22),
}

const steps = ['who', 'topic', 'words', 'questions', 'files', 'contact', 'check', 'take', 'answer', 'note', 'close']
const hostile = constantFrom(
  '',
  '\0',
  'a\0b',
  '\ud800',
  '\u202Egnp.exe',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '%',
  '%E0%A4%A',
  '../../../../etc/passwd',
  '..%2f..%2f',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '-1',
  '0',
  '1e309',
  'NaN',
  '999999999999999999',
  '9'.repeat(18),
  '9'.repeat(40),
  '2026-02-30',
  '9999-12-31',
  '+275760-09-13',
  'KG',
  'kg',
  'ң'.repeat(5_000),
  'A'.repeat(22),
  'A'.repeat(43),
)
const anyText = oneof(
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 120 }) },
  { weight: 1, arbitrary: integer().map(String) },
  { weight: 1, arbitrary: constantFrom(...steps, ...Object.values(sensible), 'yes', 'no', 'ru', 'other', 'send') },
)
const wellFormed = (text: string) => encodeURIComponent(text.toWellFormed())

/** A path of this route: sensible parts, hostile ones, or bytes that decode to nothing. */
const pathOf = ({ pattern }: RouteEntry, parts: readonly (string | undefined)[]) => {
  let place = 0
  const part = (name: string) => {
    const given = parts[place++ % Math.max(1, parts.length)]
    if (name === 'lang') return ['ky', 'ru', 'en'][(given ?? '').length % 3] ?? 'ru'
    if (given === undefined) return sensible[name] ?? 'x'
    return given.startsWith('%') ? given : wellFormed(given).slice(0, 1000)
  }
  return fillPattern(pattern, part)
}

const headerNames = [
  'accept-language',
  'accept-encoding',
  'accept',
  'user-agent',
  'referer',
  'origin',
  'host',
  'range',
  'if-none-match',
  'if-modified-since',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-http-method-override',
  'content-encoding',
  'content-language',
  'expect',
  'authorization',
  'cookie',
]
// What a header may hold at all; the parser before us refuses the rest.
const headerText = anyText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 400))
const anyHeaders = dictionary(constantFrom(...headerNames), headerText, { maxKeys: 4 })
const origins: Arbitrary<Record<string, string>> = oneof(
  { weight: 6, arbitrary: constantFrom({ 'sec-fetch-site': 'same-origin' }) },
  {
    weight: 1,
    arbitrary: constantFrom({}, { origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }),
  },
)

const contentTypes = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(300)}`,
  'application/json',
  'application/json; charset=%%%',
  'text/plain',
  'image/png',
  '%%%',
  '',
]

type Body = { readonly type: string | undefined; readonly bytes: Buffer }

const anyBody = (): Arbitrary<Body> => {
  const name = oneof({ weight: 4, arbitrary: constantFrom(...fieldNames) }, { weight: 1, arbitrary: anyText })
  const pairs = array(tuple(name, anyText), { maxLength: 14 })
  const form = pairs.map((fields) => ({
    type: contentTypes[0],
    bytes: Buffer.from(fields.map(([key, value]) => `${wellFormed(key)}=${wellFormed(value)}`).join('&')),
  }))
  const raw = tuple(constantFrom(...contentTypes, undefined), oneof(uint8Array({ maxLength: 600 }), anyText)).map(
    ([type, bytes]) => ({ type, bytes: Buffer.from(bytes) }),
  )
  const part = oneof(
    tuple(name, anyText).map(
      ([field, value]) => `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    ),
    tuple(name, anyText, anyText).map(
      ([field, file, value]) =>
        `--x\r\nContent-Disposition: form-data; name="${field}"; filename="${file}"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n${value}\r\n`,
    ),
    constantFrom('--x\r\n', '--x--\r\n', '\r\n\r\n', 'Content-Disposition: form-data', 'filename="'),
  )
  const parts = array(part, { maxLength: 10 }).map((all) => ({
    type: contentTypes[2],
    bytes: Buffer.from(`${all.join('')}--x--\r\n`),
  }))
  const huge = integer({ min: 1, max: 3 }).map((times) => ({
    type: contentTypes[0],
    bytes: Buffer.from(`text=${'y'.repeat(100_000 * times)}`),
  }))
  return oneof(
    { weight: 8, arbitrary: form },
    { weight: 4, arbitrary: raw },
    { weight: 4, arbitrary: parts },
    { weight: 1, arbitrary: huge },
  )
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

const parts = array(option(anyText, { freq: 3, nil: undefined }), { minLength: 1, maxLength: 3 })
const query = dictionary(
  constantFrom(
    'done',
    'from',
    'topic',
    'kind',
    'country',
    'after',
    'before',
    'state',
    'lang',
    'group',
    'body',
    'year',
    'x[]',
  ),
  anyText,
  { maxKeys: 4 },
).map((given) =>
  new URLSearchParams(Object.entries(given).map(([name, value]) => [name, value.toWellFormed()])).toString(),
)

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
    body: anyBody(),
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
