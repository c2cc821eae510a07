import type { LightMyRequestResponse as Answer } from 'fastify'
import { expect } from 'vitest'

const STACK = /\n\s+at |\bat \S+ \([^\s)]+:\d+:\d+\)|\.tsx?:\d+|node:internal|node_modules/
const LIBRARIES = /\b(fastify|FST_\w+|kysely|pglite|postgres|pg-boss|preact|argon2\w*|ZodError|busboy)\b/i
/** The only addresses that answer something else than a page, and only when all is well. */
const forMachines = /^\/(healthz|readyz|robots\.txt|owner\.css|assets\/|\.well-known\/)/
const files = /\/(files|pictures)\//

/** An answer of ours, whatever was asked: no fault, nothing of how we are made, a page in the asker's language, strict headers. */
export function expectDecent(answer: Answer, url: string) {
  const { statusCode, headers, body } = answer
  const said = `${statusCode} ${url.slice(0, 200)}: ${body.slice(0, 300)}`
  if (statusCode >= 500) {
    expect(statusCode, said).toBe(503)
    expect(headers['retry-after'], said).toBeDefined()
  }
  // Of the page only what was found, not all of it, goes into the report of a failure.
  expect(STACK.exec(body)?.[0], said).toBeUndefined()
  expect(LIBRARIES.exec(body)?.[0], said).toBeUndefined()
  expect(headers['server'] ?? headers['x-powered-by'], said).toBeUndefined()
  expectStrictHeaders(answer, said)

  const type = headers['content-type'] ?? ''
  if (statusCode >= 300 && statusCode < 400) return expect(headers.location ?? statusCode, said).toBeTruthy()
  // To a script of ours that asked for no page.
  if (statusCode === 204) return expect(body, said).toBe('')
  if (statusCode === 200 && (forMachines.test(url) || files.test(url)) && !type.startsWith('text/html')) return
  expect(type, said).toBe('text/html; charset=utf-8')
  if (answer.raw.req.method === 'HEAD') return
  expect(body.slice(0, 60), said).toMatch(/^<!doctype html><html lang="(ky|ru|en)"/)
  const asked = /^\/(ky|ru|en)(?=[/?]|$)/.exec(url)?.[1]
  if (asked !== undefined) expect(body.slice(0, 60), said).toContain(`<html lang="${asked}"`)
}

function expectStrictHeaders({ headers, cookies }: Answer, said: string) {
  expect(String(headers['content-security-policy']), said).toMatch(/^default-src 'none'/)
  expect(headers['x-content-type-options'], said).toBe('nosniff')
  expect(String(headers['x-frame-options']).toLowerCase(), said).toBe('deny')
  expect(headers['referrer-policy'], said).toBeDefined()
  expect(headers['cache-control'], said).toBeDefined()
  for (const cookie of cookies)
    expect([cookie.name, cookie.httpOnly, cookie.sameSite], said).toEqual([cookie.name, true, 'Lax'])
}
