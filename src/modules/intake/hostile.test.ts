import { anything, array, asyncProperty, assert, constantFrom, dictionary, oneof, string, uint8Array } from 'fast-check'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, inMoscow, walkToCheck, type Browser } from '#test/support/walk.ts'

let portal: TestPortal
let browser: Browser
beforeAll(async () => {
  portal = await startPortal()
  browser = aBrowser(portal)
  await walkToCheck(browser)
})
afterAll(() => portal.close())

const anyText = oneof(
  string({ unit: 'binary', maxLength: 200 }),
  constantFrom(
    '',
    '\u0000',
    '\ud800',
    '__proto__',
    '%00',
    '../../etc/passwd',
    "' or 1=1 --",
    '<script>',
    'я'.repeat(20_000),
  ),
)
const fields = [
  ...Object.keys(inMoscow),
  'topic',
  'message',
  'ownPhone',
  'email',
  'phone',
  'phoneIs',
  'safeContact',
  'pin',
  'name',
  'file',
]
const anyField = oneof(
  constantFrom(
    ...fields,
    'draft',
    'proof',
    'key',
    'secondWord',
    'from',
    'kind',
    'kindIs',
    'q-wageSum-amount',
    'q-proofs',
    '__proto__',
  ),
  anyText,
)
const anyStep = oneof(constantFrom('who', 'topic', 'words', 'questions', 'files', 'contact', 'check', 'send'), anyText)
const pathOf = (step: string) => `/ru/ask/${encodeURIComponent(step.slice(0, 90).toWellFormed())}`

let requests = 0
/** Each from an address and in a second of its own: what is tried here is the forms, not the limits. */
const inject = (request: Omit<InjectOptions, 'remoteAddress'>) => {
  requests += 1
  portal.clock.advance(1000)
  const remoteAddress = `10.${requests >> 16}.${(requests >> 8) & 255}.${requests & 255}`
  return portal.app.inject({ ...request, remoteAddress })
}

// A page in the person's language, whatever came: never a stack trace, never a 500.
function expectPage(answer: { statusCode: number; body: string }) {
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.statusCode === 303 || answer.body.includes('<html lang="')).toBe(true)
  expect(answer.body).not.toMatch(/\bat \S+\.tsx?:\d+/)
}

const ofManyKinds = oneof(
  constantFrom('/ru/ask', '/ru/danger', '/ru/receipt/prove', '/ru/ask/files', '/ru/ask/files/remove', '/ru/ask/send'),
  anyStep.map(pathOf),
)

test('posted forms of any kind get a page', async () => {
  const bodies = dictionary(anyField, oneof(anyText, array(anyText, { maxLength: 3 })), { maxKeys: 12 })
  await assert(
    asyncProperty(ofManyKinds, bodies, async (path, body) => {
      const known = Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toWellFormed(), value]))
      const pairs = Object.entries(known).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
      const payload = new URLSearchParams(pairs).toString()
      expectPage(await inject({ method: 'POST', url: path, headers, payload, cookies: { ...browser.cookies() } }))
    }),
    { numRuns: 400 },
  )
})

test('bodies that are no form at all get a page', async () => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'text/plain',
    'image/png',
    '%%%',
  ]
  const payloads = oneof(
    uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    anything().map((value) => Buffer.from(JSON.stringify(value) ?? '')),
  )
  await assert(
    asyncProperty(ofManyKinds, constantFrom(...types), payloads, async (path, type, payload) => {
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
      expectPage(await inject({ method: 'POST', url: path, headers, payload, cookies: { ...browser.cookies() } }))
    }),
    { numRuns: 400 },
  )
})

test('uploads that are cut, lie or carry a traversal name get a page', async () => {
  const pieces = oneof(
    constantFrom(
      '--x\r\n',
      '--x--\r\n',
      '\r\n',
      'Content-Disposition: form-data; name="file"; filename="../../a\u202Egpj.exe"\r\n',
      'Content-Type: image/png\r\n',
    ),
    string({ unit: 'binary', maxLength: 50 }),
  )
  await assert(
    asyncProperty(array(pieces, { maxLength: 12 }), async (parts) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }
      const payload = Buffer.from(parts.join(''))
      expectPage(
        await inject({
          method: 'POST',
          url: '/ru/ask/files',
          headers,
          payload,
          cookies: { ...browser.cookies() },
        }),
      )
    }),
    { numRuns: 200 },
  )
})

test('addresses and cookies of any kind get a page', async () => {
  await assert(
    asyncProperty(anyStep, anyText, anyText, async (step, query, cookie) => {
      const url = `${pathOf(step)}?from=${encodeURIComponent(query.slice(0, 500).toWellFormed())}`
      const draft = encodeURIComponent(cookie.slice(0, 500).toWellFormed())
      expectPage(await inject({ method: 'GET', url, cookies: { draft } }))
      expectPage(await inject({ method: 'GET', url: `/ky/danger?country=${draft}` }))
      expectPage(await inject({ method: 'GET', url: `/en/ask?kind=${draft}&topic=${draft}&topic=x` }))
    }),
    { numRuns: 200 },
  )
})

test('after all that the portal still takes an appeal in', async () => {
  const check = await walkToCheck(aBrowser(portal))
  expect(check.statusCode).toBe(200)
})
