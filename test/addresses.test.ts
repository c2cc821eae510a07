import { afterAll, beforeAll, expect, test } from 'vitest'
import { patterns } from '#src/paths.ts'
import { routesOf } from '#test/support/route-table.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  // With the gallery, which is there only for those who develop.
  portal = await startPortal({ config: { isDev: true } })
})
afterAll(() => portal.close())

test('behind every address there is a route, and no route has an address of its own', () => {
  const routes = new Set(routesOf(portal.app).map(({ pattern }) => pattern))
  const known: ReadonlySet<string> = new Set(Object.values(patterns))
  expect([...known].filter((pattern) => !routes.has(pattern))).toEqual([])
  expect([...routes].filter((pattern) => !known.has(pattern))).toEqual([])
})
