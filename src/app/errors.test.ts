import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

const MINUTE = 60_000

let portal: TestPortal
const said: { readonly level: string; readonly line: string }[] = []
beforeAll(async () => {
  portal = await startPortal()
  // A silent log gives itself to every request.
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(portal.app.log, level).mockImplementation((...given: unknown[]) => {
      said.push({ level, line: String(given.at(-1)) })
    })
})
afterEach(() => void said.splice(0))
afterAll(() => portal.close())

test('who is sent away under load is told of in the log once a minute, however many they are', async () => {
  portal.sheds(true)
  for (let tries = 0; tries < 5; tries += 1) await portal.get('/ru/topics')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ level: 'warn', line: expect.stringContaining('More is asked than') })
  portal.clock.advance(MINUTE)
  await portal.get('/ru/topics')
  portal.sheds(false)
  await portal.get('/ru/topics')
  expect(said).toHaveLength(2)
})

test('a database that is away is told of once a minute, a mistake in the program each time', async () => {
  const findings = [
    Object.assign(new Error('gone'), { code: '57P01' }),
    Object.assign(new Error('gone'), { code: '57P01' }),
    new Error('mistake'),
    new Error('mistake'),
  ]
  const staff = await portal.signIn('administrator')
  for (const error of findings) {
    const spy = vi.spyOn(portal.deps.slots, 'of').mockImplementation(() => {
      throw error
    })
    await portal.get('/staff/notices', staff)
    spy.mockRestore()
  }
  expect(said.map(({ line }) => line.slice(0, 40))).toEqual([
    expect.stringContaining('The database or the disk did not take'),
    expect.stringContaining('A page failed by a mistake'),
    expect.stringContaining('A page failed by a mistake'),
  ])
})
