import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import { uiTexts } from '#src/ui/texts.ts'
import { aPhoto, keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test('a file comes as a download that no browser guesses at, runs, keeps or lets into a page of ours', async () => {
  const person = personOn(portal)
  const { receipt, cookies } = await person.opened()
  const key = keyIn((await person.view(cookies)).body)
  await person.write(cookies, { key, text: 'Вот договор', act: 'send' }, await aPhoto())
  const places = [
    { page: '/ru/appeal/view', held: cookies },
    { page: `/staff/appeals/${receipt.appealId}`, held: await portal.signIn('operator') },
  ]
  for (const { page, held } of places) {
    const { body } = await portal.get(page, held)
    const href = /href="([^"]*\/files\/[^"]+)"/.exec(body)?.[1] ?? ''
    const { statusCode, headers } = await portal.get(href, held)
    expect(statusCode, href).toBe(200)
    expect(headers['content-type']).toBe('image/jpeg')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="file\.jpg"; filename\*=UTF-8''%D0%B4/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'")
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('the page refuses a large file in the same words as the server', () => {
  expect(uiTexts.fileTooBig).toEqual(fileTexts.fileTooBig)
})
