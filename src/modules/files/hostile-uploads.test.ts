import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, walkToCheck, type Browser } from '#test/support/walk.ts'

let portal: TestPortal
let browser: Browser
beforeAll(async () => {
  portal = await startPortal()
  browser = aBrowser(portal)
  await walkToCheck(browser)
})
afterAll(() => portal.close())

const aPdf = Buffer.from('%PDF-1.4\n%%EOF\n')

test('of a name of 78,000 letters only the first 4 KB are read, and the file is taken under those', async () => {
  const name = `${'a'.repeat(78_000)}${'b'.repeat(255)}.pdf`
  expect((await browser.upload(paths.askFile('ru'), { name, bytes: aPdf })).statusCode).toBe(303)
  const { body } = await browser.get(paths.askFile('ru'))
  expect(body).toContain('aaaa.pdf')
  expect(body).not.toContain('bbbb')
})

test('a name as long as systems allow is taken', async () => {
  const answer = await browser.upload(paths.askFile('ru'), { name: `${'ө'.repeat(250)}.pdf`, bytes: aPdf })
  expect(answer.statusCode).toBe(303)
  expect((await browser.get(paths.askFile('ru'))).body).toContain('өөөө.pdf')
})
