import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scanWaiting } from '#src/modules/files/jobs.ts'
import { keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { aPdf } from '#test/support/zoo/corpus.ts'

// A scanner as one meets it at the worst: it breaks off at what it finds too large, and then says so or does not.
let isThere = false
const scanner = createServer((socket) => {
  let heard = ''
  socket.on('error', () => {})
  if (!isThere) return socket.destroy()
  return socket.on('data', (part) => {
    heard += part.toString('latin1')
    if (heard.includes('too large')) socket.end('INSTREAM size limit exceeded. ERROR\0')
    else if (heard.includes('breaks off')) socket.resetAndDestroy()
    else if (heard.endsWith('\0\0\0\0')) socket.end('stream: OK\0')
  })
})
let portal: TestPortal
let cookies: Cookies
beforeAll(async () => {
  scanner.listen(0, '127.0.0.1')
  await once(scanner, 'listening')
  const address = scanner.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  portal = await startPortal({ config: { clamdAddress: { host: '127.0.0.1', port: address.port } } })
  cookies = (await personOn(portal).opened()).cookies
})
afterAll(async () => {
  await portal.close()
  scanner.close()
})

async function write(name: string, bytes: Buffer) {
  portal.clock.advance(1000)
  const form = { key: keyIn((await personOn(portal).view(cookies)).body), text: 'Вот документ', act: 'send' }
  await personOn(portal).write(cookies, form, { field: 'file', name, bytes })
}
const states = async () => {
  const rows = await portal.db.selectFrom('files').select('scan').orderBy('created_at').execute()
  return rows.map(({ scan }) => scan)
}

test('a file on which the scanner has no verdict, or whose copy is lost, waits, and holds up none that came later', async () => {
  for (const words of ['', 'too large', 'breaks off', 'good']) await write('a.pdf', aPdf(words))
  await portal.runJobs({ mayFail: true })
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
  const { scan_copy: lost } = await portal.db
    .selectFrom('files')
    .select('scan_copy')
    .orderBy('created_at')
    .executeTakeFirstOrThrow()
  const copy = String(lost)
  rmSync(join(portal.deps.config.dataDir, 'files', copy.slice(0, 2), copy.slice(2, 4), copy))
  isThere = true
  await scanWaiting.run(portal.deps, {})
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting', 'clean'])
})

test('where nobody answers at all the round ends at the first file', async () => {
  for (let n = 0; n < 3; n++) await write('b.pdf', aPdf('good'))
  const said: string[] = []
  const log = Object.create(portal.deps.log, { warn: { value: (_: unknown, words: string) => said.push(words) } })
  const config = { ...portal.deps.config, clamdAddress: { path: '/nowhere/clamd.ctl' } }
  await scanWaiting.run({ ...portal.deps, config, log }, {})
  expect(said.filter((words) => words.includes('cannot be asked'))).toHaveLength(1)
  expect((await states()).slice(-3)).toEqual(['waiting', 'waiting', 'waiting'])
})
