import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOn } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { catchZoo } from '#test/support/zoo/corpus.ts'
import { aSenderOf, faultsOf, hasExiftool, leaksSeenBy, type Sent } from '#test/support/zoo/send-all.ts'

let portal: TestPortal
let send: ReturnType<typeof aSenderOf>
const zoo = await catchZoo()
const sent: Sent[] = []
beforeAll(async () => {
  portal = await startPortal()
  const { cookies } = await personOn(portal).opened()
  // No limit of a minute or an hour is reached, and the session is kept by each request.
  send = aSenderOf(portal, cookies, () => portal.clock.advance(61_000))
})
afterAll(() => portal.close())

test.each(zoo)('$what: $becomes', async (animal) => {
  const one = await send(animal)
  sent.push(one)
  expect(faultsOf(one)).toEqual([])
})

test.skipIf(!hasExiftool())('exiftool finds no place, maker or name in what was taken', () => {
  const served = sent.flatMap((one) => one.served ?? [])
  expect(served.length).toBeGreaterThan(15)
  expect(leaksSeenBy(served)).toEqual([])
  // What was sent is full of them.
  expect(leaksSeenBy(zoo.filter(({ becomes }) => becomes !== 'refused')).length).toBeGreaterThan(10)
})
