import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { scanWaiting } from '#src/modules/files/jobs.ts'
import { readScanState } from '#src/modules/files/index.ts'
import { hasClamd, startClamd } from '#test/support/clamd.ts'
import { keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { aPdf, eicar } from '#test/support/zoo/corpus.ts'
import { aBrowser, walkToCheck } from '#test/support/walk.ts'
import { askClamd } from './clamd-client.ts'

const waits = 'проверяется на вирусы'
const found = 'найден вирус, файл удалён'

test.each([
  ['stream: OK\0', 'clean'],
  ['stream: Win.Test.EICAR_HDB-1 FOUND\0', 'refused'],
] as const)('the answer %j means %s', async (answer, verdict) => {
  await withScanner(answer, async (address, received) => {
    expect(await askClamd(address, Buffer.from('letters'))).toBe(verdict)
    expect(received().toString('latin1')).toBe('zINSTREAM\0\0\0\0\u0007letters\0\0\0\0')
  })
})

test.each(['INSTREAM size limit exceeded. ERROR\0', '', 'stream: OK FOUND? no\0'])(
  'the answer %j is no verdict',
  async (answer) => {
    await withScanner(answer, async (address) => {
      await expect(askClamd(address, Buffer.from('x'))).rejects.toThrow('clamd answered')
    })
  },
)

async function withScanner(
  answer: string,
  work: (address: { host: string; port: number }, received: () => Buffer) => Promise<void>,
) {
  let received = Buffer.alloc(0)
  const server = createServer((socket) =>
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer)
    }),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  await work({ host: '127.0.0.1', port: address.port }, () => received)
  server.close()
}

describe.skipIf(!hasClamd)('with a real clamd (Debian: clamav-daemon)', () => {
  let clamd: Awaited<ReturnType<typeof startClamd>>
  let portal: TestPortal
  let cookies: Cookies
  let appealId: string
  beforeAll(async () => {
    clamd = await startClamd()
    portal = await startPortal({ config: { clamdAddress: clamd.address } })
    cookies = (await personOn(portal).opened()).cookies
    appealId = (await portal.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()).id
  }, 60_000)
  afterAll(async () => {
    await portal.close()
    await clamd.close()
  })

  const view = async () => (await personOn(portal).view(cookies)).body
  async function write(name: string, bytes: Buffer) {
    const form = { key: keyIn(await view()), text: 'Вот документ', act: 'send' }
    expect((await personOn(portal).write(cookies, form, { field: 'file', name, bytes })).statusCode).toBe(303)
    return portal.db.selectFrom('files').selectAll().orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  }
  const bytesOf = (id: string) =>
    existsSync(join(portal.deps.config.dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id))
  const stateOf = (id: string) =>
    portal.db.selectFrom('files').select(['scan', 'scan_copy']).where('id', '=', id).executeTakeFirstOrThrow()
  const opens = async (id: string) => (await portal.get(paths.myAppealFile('ru', id), cookies)).statusCode
  async function staffPage() {
    const staff = await portal.signIn('supervisor')
    return (await portal.get(paths.staffAppeal(appealId), staff)).body
  }

  test('a file cannot be opened before it was scanned, and both sides read why; clean, it can', async () => {
    const file = await write('clean.pdf', aPdf())
    expect(file.scan).toBe('waiting')
    for (const page of [await view(), await staffPage()]) {
      expect(page).toContain(waits)
      expect(page).not.toContain(`/files/${file.id}"`)
    }
    expect(await opens(file.id)).toBe(404)
    const staff = await portal.signIn('supervisor')
    expect((await portal.get(paths.staffAppealFile(appealId, file.id), staff)).statusCode).toBe(404)

    await portal.runJobs()
    expect(await stateOf(file.id)).toEqual({ scan: 'clean', scan_copy: null })
    expect(bytesOf(String(file.scan_copy))).toBe(false)
    expect(await view()).not.toContain(waits)
    expect(await opens(file.id)).toBe(200)
  })

  test('a file with a virus is removed; its name stays with the reason, and the act is written down', async () => {
    portal.clock.advance(1000)
    const file = await write('bad.pdf', aPdf(eicar))
    await portal.runJobs()
    expect(await stateOf(file.id)).toEqual({ scan: 'refused', scan_copy: null })
    expect([bytesOf(file.id), bytesOf(String(file.scan_copy))]).toEqual([false, false])
    expect(await opens(file.id)).toBe(404)
    for (const page of [await view(), await staffPage()]) {
      expect(page).toContain('bad.pdf')
      expect(page).toContain(found)
    }
    const acts = await portal.db
      .selectFrom('audit_entries')
      .select(['actor_id', 'on_id'])
      .where('what', '=', 'file.refused')
      .execute()
    expect(acts).toEqual([{ actor_id: 'clamd', on_id: file.id }])
  })

  test('while clamd is down files wait, closed and counted; the round of each minute opens them once it is there again', async () => {
    await clamd.stop()
    portal.clock.advance(1000)
    const file = await write('late.pdf', aPdf())
    await portal.runJobs()
    expect((await stateOf(file.id)).scan).toBe('waiting')
    expect(await opens(file.id)).toBe(404)
    expect(await readScanState(portal.db)).toEqual({ waiting: 1, since: file.created_at })

    await clamd.startAgain()
    await scanWaiting.run(portal.deps, {})
    expect((await stateOf(file.id)).scan).toBe('clean')
    expect(await opens(file.id)).toBe(200)
    expect(await readScanState(portal.db)).toEqual({ waiting: 0, since: undefined })
  })

  test('a file of a draft is scanned before it is sent, and taken out with its copy where it was not', async () => {
    const browser = aBrowser(portal)
    await walkToCheck(browser)
    for (const [name, bytes] of [
      ['bad.pdf', aPdf(eicar)],
      ['good.pdf', aPdf()],
    ] as const)
      await browser.upload(paths.askFile('ru'), { name, bytes })
    expect((await browser.get(paths.askFile('ru'))).body).toContain(waits)
    await portal.runJobs()
    const { body } = await browser.get(paths.askFile('ru'))
    expect(body).toContain(found)
    expect(body).not.toContain(waits)

    await browser.upload(paths.askFile('ru'), { name: 'unwanted.pdf', bytes: aPdf() })
    const unwanted = await portal.db
      .selectFrom('files')
      .selectAll()
      .where('scan', '=', 'waiting')
      .executeTakeFirstOrThrow()
    await browser.post(paths.askFileRemove('ru'), { file: unwanted.id })
    await portal.runJobs()
    expect([bytesOf(unwanted.id), bytesOf(String(unwanted.scan_copy))]).toEqual([false, false])
    expect(readdirSync(join(portal.deps.config.dataDir, 'files/tmp'))).toEqual([])
  })
})
