import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { publicPage } from './route-kinds.ts'
import { compressAnswers } from './compress.ts'

const short = '<p>Ооба</p>'
const long = `<p>${'Кайрылууңуз кабыл алынды. '.repeat(80)}</p>`
/** More than the place that pages are compressed from holds. */
const huge = `<p>${'ң'.repeat(200_000)}</p>`

const app = fastify()
compressAnswers(app)
for (const [path, page] of Object.entries({ short, long, huge }))
  app.get(`/${path}`, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
app.get('/kept', { config: { ...publicPage.config, kept: true } }, (_request, reply) =>
  reply.type('text/html; charset=utf-8').send(long),
)

const ask = async (url: string, accepted: string) => {
  const { headers, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': accepted } })
  const encoding = headers['content-encoding']
  const bytes =
    encoding === 'br' ? brotliDecompressSync(rawPayload) : encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload
  return { encoding, text: bytes.toString(), vary: headers.vary }
}

beforeAll(() => app.ready())

test('a page that is kept for all goes as Brotli, a page for one reader as gzip, and each is whole', async () => {
  expect(await ask('/kept', 'gzip, deflate, br')).toEqual({ encoding: 'br', text: long, vary: 'Accept-Encoding' })
  expect(await ask('/long', 'gzip, deflate, br')).toEqual({ encoding: 'gzip', text: long, vary: 'Accept-Encoding' })
  expect(await ask('/huge', 'gzip, deflate, br')).toEqual({ encoding: 'gzip', text: huge, vary: 'Accept-Encoding' })
})

test('an address with a query is not worth the dear way, whoever made it up', async () => {
  expect((await ask('/kept?x=1', 'gzip, br')).encoding).toBe('gzip')
})

test('a browser gets only what it can read', async () => {
  expect(await ask('/long', 'br')).toEqual({ encoding: 'br', text: long, vary: 'Accept-Encoding' })
  expect((await ask('/kept', 'gzip, br;q=0')).encoding).toBe('gzip')
  expect(await ask('/long', 'gzip;q=0')).toEqual({ encoding: undefined, text: long, vary: 'Accept-Encoding' })
  expect((await ask('/short', 'gzip, br')).encoding).toBeUndefined()
})

test('pages one after the other do not run into each other', async () => {
  const pages = await Promise.all(
    Array.from({ length: 20 }, (_, place) => ask(['/long', '/huge', '/kept'][place % 3] ?? '/long', 'gzip')),
  )
  expect(pages.map(({ text }) => text)).toEqual(pages.map((_, place) => [long, huge, long][place % 3]))
})
