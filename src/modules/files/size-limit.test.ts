import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { paths } from '#src/paths.ts'
import { keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

/** Ends as a whole one does also where it is cut to the limit. */
const aPdf = (length: number) => {
  const end = '%%EOF\n'.repeat(20)
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'.padEnd(MAX_FILE_BYTES - end.length, ' ')),
    Buffer.from(end.padEnd(length - MAX_FILE_BYTES + end.length, '\n')),
  ])
}
const keptBytes = async () => (await portal.db.selectFrom('files').select('bytes').execute()).map(({ bytes }) => bytes)
const tooBig = 'Этот файл слишком большой'

// What is longer is cut as it is read: its stump must not pass for a whole file.
test.for([1, 2, 300_000])('a file of the limit is kept whole, one of %s more is refused as too big', async (more) => {
  const before = await keptBytes()
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  const asked = (bytes: Buffer) => browser.upload(paths.askFile('ru'), { name: 'a.pdf', bytes })
  const large = await asked(aPdf(MAX_FILE_BYTES + more))
  expect(large.statusCode).toBe(422)
  expect(large.body).toContain(tooBig)
  expect((await asked(aPdf(MAX_FILE_BYTES))).statusCode).toBe(303)

  const person = personOn(portal)
  const { cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  const written = (bytes: Buffer) =>
    person.write(cookies, { key, text: 'Вот договор', act: 'send' }, { field: 'file', name: 'a.pdf', bytes })
  const tooLong = await written(aPdf(MAX_FILE_BYTES + more))
  expect(tooLong.statusCode).toBe(422)
  expect(tooLong.body).toContain(tooBig)
  expect((await written(aPdf(MAX_FILE_BYTES))).statusCode).toBe(303)
  expect(await keptBytes()).toEqual([...before, MAX_FILE_BYTES, MAX_FILE_BYTES])
})
