import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart } from '#test/support/multipart.ts'
import { aPhoto, fieldIn, keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
let person: ReturnType<typeof personOn>
beforeAll(async () => {
  portal = await startPortal()
  person = personOn(portal)
})
afterAll(() => portal.close())

const SMALL = /<img src="([^"]*\/pictures\/[\w-]{22}\/small)"([^>]*)>/g

/** An appeal with a message for each file, and what its pages lead to. */
async function appealWith(...files: { field: string; name: string; bytes: Buffer }[]) {
  const { receipt, cookies } = await person.opened()
  for (const file of files) {
    const key = keyIn((await person.view(cookies)).body)
    await person.write(cookies, { key, text: `Вот ${file.name}`, act: 'send' }, file)
  }
  return { receipt, cookies, ids: idsIn((await person.view(cookies)).body) }
}

const idsIn = (body: string) => [...body.matchAll(SMALL)].map(([, src = '']) => src.split('/').at(-2) ?? '')
const aPdf = { field: 'file', name: 'справка.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }

const actsOn = (id: string) =>
  portal.db.selectFrom('audit_entries').select('what').where('on_kind', '=', 'file').where('on_id', '=', id).execute()

test('the conversation shows each picture small, with its place kept, its name, its size and the file itself', async () => {
  const { cookies, ids } = await appealWith(await aPhoto('договор.jpg'), aPdf, await aPhoto('расписка.jpg'))
  const { body } = await person.view(cookies)
  expect(ids).toHaveLength(2)
  const [[, src = '', attributes = ''] = []] = body.matchAll(SMALL)
  expect(attributes).toContain('width="160" height="120" loading="lazy"')
  expect(attributes).toContain('alt="Показать крупно: договор.jpg"')
  expect(body).toContain(`href="/ru/appeal/files/${ids[0]}">договор.jpg</a> (1\u{a0}КБ)`)
  const small = await portal.get(src, cookies)
  expect(small.statusCode).toBe(200)
  expect((await sharp(small.rawPayload).metadata()).format).toBe('jpeg')
})

test('a picture comes for this page of ours alone: kept nowhere, guessed at and run by no browser', async () => {
  const { cookies, ids } = await appealWith(await aPhoto())
  for (const size of ['small', 'large']) {
    const { headers } = await portal.get(`/ru/appeal/pictures/${ids[0]}/${size}`, cookies)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  }
})

test('its own page shows it large, turns to the ones beside it, and leads back to its message', async () => {
  const { cookies, ids } = await appealWith(await aPhoto('1.jpg'), aPdf, await aPhoto('2.jpg'), await aPhoto('3.jpg'))
  const [first = '', second = '', third = ''] = ids
  const { body, headers } = await portal.get(`/ru/appeal/pictures/${second}`, cookies)
  expect(headers['cache-control']).toBe('no-store')
  expect(body).toContain('Фото 2 из 3')
  expect(body).toContain(`<img class="mek-picture" src="/ru/appeal/pictures/${second}/large" alt="Фото: 2.jpg"`)
  expect(body).toMatch(new RegExp(`href="/ru/appeal/pictures/${first}" rel="prev"`))
  expect(body).toMatch(new RegExp(`href="/ru/appeal/pictures/${third}" rel="next"`))
  expect(body).toContain(`href="/ru/appeal/files/${second}"`)
  expect(body).toMatch(/href="\/ru\/appeal\/view#message-\d+" class="govuk-back-link"/)
  expect(body).toContain('govuk-exit-this-page')
  // Nothing of the matter in the window's title.
  expect(body).not.toMatch(/<title>[^<]*(2\.jpg|Переписка)/)
})

test('neither another person nor somebody whose time is over sees it', async () => {
  const { cookies, ids } = await appealWith(await aPhoto())
  const other = await person.opened()
  const addresses = ['', '/small', '/large'].map((rest) => `/ru/appeal/pictures/${ids[0]}${rest}`)
  const seenBy = async (held: Cookies) =>
    await Promise.all(addresses.map(async (address) => (await portal.get(address, held)).statusCode))
  expect(await seenBy(cookies)).toEqual([200, 200, 200])
  expect(await seenBy(other.cookies)).toEqual([404, 404, 404])
  expect(await seenBy({})).toEqual([303, 303, 303])
  portal.clock.advance(31 * 60_000)
  expect(await seenBy(cookies)).toEqual([303, 303, 303])
})

test('a size there is not, a file that is no picture and an id that is none are not found', async () => {
  const { cookies, ids } = await appealWith(await aPhoto(), aPdf)
  const { body } = await person.view(cookies)
  const pdf = /files\/([\w-]{22})">справка/.exec(body)?.[1] ?? ''
  for (const rest of [`${ids[0]}/huge`, `${pdf}/small`, pdf, 'x/small', '..%2F..%2Fkeys/large'])
    expect((await portal.get(`/ru/appeal/pictures/${rest}`, cookies)).statusCode, rest).toBe(404)
})

test('what waits to be sent with a message is seen by who added it, and by nobody of the other side', async () => {
  const { receipt, cookies } = await appealWith()
  const key = keyIn((await person.view(cookies)).body)
  const added = await person.write(cookies, { key, text: 'Ещё снимок', act: 'file' }, await aPhoto('ждёт.jpg'))
  expect(added.body).toContain('Ещё снимок')
  const [src = ''] = [...added.body.matchAll(SMALL)].map(([, found = '']) => found)
  expect((await portal.get(src, cookies)).headers['content-type']).toBe('image/jpeg')
  const operator = await portal.signIn('operator')
  const atDesk = `/staff/appeals/${receipt.appealId}/pictures/${src.split('/').at(-2)}/small`
  expect((await portal.get(atDesk, operator)).statusCode).toBe(404)

  const page = `/staff/appeals/${receipt.appealId}`
  const { body } = await portal.get(page, operator)
  const form = { version: fieldIn(body, 'version'), formKey: fieldIn(body, 'formKey'), text: 'Ответ', send: 'file' }
  const upload = { method: 'POST', url: `${page}/answer`, cookies: { ...operator } } as const
  const shown = await portal.app.inject({ ...upload, ...(await multipart(form, await aPhoto('ответ.jpg'))) })
  const [theirs = ''] = [...shown.body.matchAll(SMALL)].map(([, found = '']) => found)
  expect((await portal.get(theirs, operator)).headers['content-type']).toBe('image/jpeg')
  const asPerson = `/ru/appeal/pictures/${theirs.split('/').at(-2)}/small`
  expect((await portal.get(asPerson, cookies)).statusCode).toBe(404)
})

test('staff see the same; a large one is written down, small ones with the opening of the appeal', async () => {
  const { receipt, ids } = await appealWith(await aPhoto('1.jpg'), await aPhoto('2.jpg'))
  const [id = '', second = ''] = ids
  const operator = await portal.signIn('operator')
  const page = `/staff/appeals/${receipt.appealId}`
  const { body } = await portal.get(page, operator)
  expect(idsIn(body)).toEqual(ids)
  expect((await portal.get(`${page}/pictures/${id}/small`, operator)).statusCode).toBe(200)
  expect(await actsOn(id)).toEqual([])
  const shown = await portal.get(`${page}/pictures/${id}`, operator)
  expect(shown.body).toContain(`src="${page}/pictures/${id}/large"`)
  expect(shown.body).toContain(`href="${page}/pictures/${second}" rel="next"`)
  expect(shown.body).toMatch(new RegExp(`href="${page}#message-\\d+"`))
  expect((await portal.get(`${page}/pictures/${id}/large`, operator)).statusCode).toBe(200)
  expect(await actsOn(id)).toEqual([{ what: 'file.read' }])
  // Who never opened the appeal and asks by the address leaves the same trace.
  const passing = await portal.signIn('supervisor')
  expect((await portal.get(`${page}/pictures/${second}/small`, passing)).statusCode).toBe(200)
  expect(await actsOn(second)).toEqual([{ what: 'file.read' }])
})

test('an operator of another team learns nothing', async () => {
  const { receipt, ids } = await appealWith(await aPhoto())
  const stranger = await portal.signIn('operator', { teams: [] })
  for (const rest of ['', '/small', '/large'])
    expect(
      (await portal.get(`/staff/appeals/${receipt.appealId}/pictures/${ids[0]}${rest}`, stranger)).statusCode,
    ).toBe(404)
  expect(await actsOn(ids[0] ?? '')).toEqual([])
})
