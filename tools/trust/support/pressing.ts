import { request } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { openDatabase } from '#src/platform/database/open.ts'
import { pause } from './child.ts'
import { openForm, receiptIn, type Form } from './sender.ts'

/** Opens the danger page, also where the portal is away for a moment. */
export async function openPatiently(port: number, from: string): Promise<Form> {
  for (let tried = 0; ; tried++) {
    try {
      return await openForm(port, from)
    } catch (error) {
      if (tried > 600) throw error
      await pause(60)
    }
  }
}

/** Presses once, on a line of its own: what befalls it is its fate alone. */
export async function press(port: number, localAddress: string, form: Form) {
  const sent = new URLSearchParams(form.fields).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    'content-length': Buffer.byteLength(sent),
    cookie: form.cookie,
  }
  const asked = request({
    host: '127.0.0.1',
    port,
    path: form.path,
    method: 'POST',
    headers,
    localAddress,
    agent: false,
    timeout: 15_000,
  })
  asked.on('timeout', () => asked.destroy(new Error('silent')))
  asked.end(sent)
  const [answer] = await once(asked, 'response')
  const body = await text(answer)
  return { status: Number(answer.statusCode), body, receipt: receiptIn(body) }
}

/** Numbers that were given and have no appeal, and appeals that nobody was given. */
export async function countMissing(
  dataDir: string,
  databaseUrl: string | undefined,
  numbers: readonly (string | undefined)[],
) {
  const database = await openDatabase({ dataDir, databaseUrl, databaseAdminUrl: undefined })
  try {
    const rows = await database.db.selectFrom('appeals').select('number').execute()
    const there = new Set(rows.map(({ number }) => number))
    const lost = numbers.filter((number) => number === undefined || !there.has(number)).length
    return { lost, doubled: Math.max(0, rows.length - numbers.length) }
  } finally {
    await database.close()
  }
}
