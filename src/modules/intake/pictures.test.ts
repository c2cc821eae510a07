import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { resumingOn, walkOn } from '#test/support/resume.ts'
import { aBrowser, hiddenIn, walkToCheck, type Browser } from '#test/support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const photo = (background = '#9b1b30') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer()
const aPdf = Buffer.from('%PDF-1.4\n%%EOF\n')
const smallIn = (body: string) => /<img src="([^"]*\/small)"/.exec(body)?.[1] ?? ''
const idIn = (body: string) => /pictures\/([\w-]{22})/.exec(body)?.[1] ?? ''

async function withPhotos(browser: Browser) {
  await browser.upload('ask/files', { name: 'договор.jpg', bytes: await photo() })
  await browser.upload('ask/files', { name: 'справка.pdf', bytes: aPdf })
  await browser.upload('ask/files', { name: 'расписка.jpg', bytes: await photo('blue') })
}

test('a draft shows its pictures where files are listed and where all is checked, and opens any file', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  await withPhotos(browser)
  for (const step of ['ask/files', 'ask/check']) {
    const { body } = await browser.get(step)
    expect(body.match(/class="mek-thumbnail"/g), step).toHaveLength(2)
    expect((await browser.get(smallIn(body))).headers['content-type'], step).toBe('image/jpeg')
    const pdf = /href="([^"]*)">справка\.pdf/.exec(body)?.[1] ?? ''
    const opened = await browser.get(pdf)
    expect(opened.rawPayload.equals(aPdf), step).toBe(true)
    expect(opened.headers['content-disposition'], step).toMatch(/^attachment/)
    expect(opened.headers['cache-control'], step).toBe('no-store')
  }
})

test('its large page turns to the next one and leads back to where one came from', async () => {
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  await withPhotos(browser)
  const fromFiles = await browser.get(`ask/pictures/${idIn((await browser.get('ask/files')).body)}`)
  expect(fromFiles.body).toContain('Фото 1 из 2')
  expect(fromFiles.body).toContain('href="/ru/ask/files" class="govuk-back-link"')
  const check = (await browser.get('ask/check')).body
  const page = await browser.get(/href="([^"]*\/pictures\/[^"]*)"/.exec(check)?.[1] ?? '')
  expect(page.body).toContain('href="/ru/ask/check" class="govuk-back-link"')
  expect(page.body).toMatch(/pictures\/[\w-]{22}\?from=check" rel="next"/)
})

test('on another device, by the code, the same pictures are seen', async () => {
  const elsewhere = resumingOn(portal)
  const { phone, code } = await elsewhere.begun()
  await walkOn(phone)
  await withPhotos(phone)
  const { other } = await elsewhere.resumed(code)
  const small = smallIn((await other.get('ask/files')).body)
  const [mine, theirs] = [await phone.get(small), await other.get(small)]
  expect(theirs.statusCode).toBe(200)
  expect(theirs.rawPayload.equals(mine.rawPayload)).toBe(true)
})

test('of another’s draft, of one that was sent and without any there is nothing to see', async () => {
  const [mine, other] = [aBrowser(portal), aBrowser(portal)]
  await walkToCheck(mine)
  await walkToCheck(other)
  await withPhotos(mine)
  const id = idIn((await mine.get('ask/files')).body)
  const addresses = [`ask/pictures/${id}`, `ask/pictures/${id}/small`, `ask/pictures/${id}/large`, `ask/files/${id}`]
  const seenBy = async (browser: Browser) => {
    const seen: number[] = []
    for (const address of addresses) seen.push((await browser.get(address)).statusCode)
    return seen
  }
  expect(await seenBy(mine)).toEqual([200, 200, 200, 200])
  expect(await seenBy(other)).toEqual([404, 404, 404, 404])
  expect(await seenBy(aBrowser(portal))).toEqual([303, 404, 404, 404])
  await mine.post('ask/send', { draft: hiddenIn(await mine.get('ask/check'), 'draft') })
  expect(await seenBy(mine)).toEqual([404, 404, 404, 404])
})
