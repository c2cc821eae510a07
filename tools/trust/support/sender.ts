import { Agent, request } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { aBrowser, hiddenIn, walkToCheck } from '#test/support/walk.ts'
import { overHttp } from './over-http.ts'

/** All that a receipt gives into somebody's hand. */
export type Receipt = {
  readonly number: string
  /** In three languages, four each, as they stand on the page. */
  readonly words: string
  readonly digits: string
}

/**
 * A form that is filled in and waits for its last button. It carries its key, or is bound to the draft that has it; the
 * receipt is shown again to the browser of its cookie.
 */
export type Form = {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly cookie: string
  /** Once its page has arrived whole. */
  receipt: Receipt | undefined
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Opens the danger page and takes its key. Rejects when the portal does not answer. */
export async function openForm(port: number, from: string): Promise<Form> {
  const { status, body, cookie } = await ask(port, from, { path: '/ru/danger' })
  const key = /name="key" value="([^"]+)"/.exec(body)?.[1]
  if (status !== 200 || key === undefined) throw new Error(`The danger page answered ${status}.`)
  const fields = { key, country: 'RU', where: 'Склад', what: 'Нас заперли', reach: mailboxOf(from) }
  return { path: '/ru/danger', fields, cookie, receipt: undefined }
}

/** Walks through all screens of an ordinary report, up to the page before the last button. */
export async function walkForm(port: number, from: string): Promise<Form> {
  const browser = aBrowser(overHttp(port, { localAddress: from }))
  const check = await walkToCheck(browser, { contact: { email: mailboxOf(from), safeContact: 'email' } })
  const cookie = Object.entries(browser.cookies())
    .map((pair) => pair.join('='))
    .join('; ')
  return { path: '/ru/ask/send', fields: { draft: hiddenIn(check, 'draft') }, cookie, receipt: undefined }
}

const mailboxOf = (from: string) => `a${from.replaceAll('.', '-')}@example.org`

/** Sends the form, again if need be: the answer is the receipt, or undefined where the portal asked to press again. */
export async function sendForm(port: number, from: string, form: Form): Promise<Receipt | undefined> {
  const { status, body } = await ask(port, from, form)
  if (status === 503) return undefined
  const receipt = receiptIn(body)
  if (status !== 200 || receipt === undefined) throw new Error(`Sending answered ${status}.`)
  return receipt
}

/** What stands on the page of a receipt; undefined when it is none, or not whole. */
export function receiptIn(page: string): Receipt | undefined {
  const number = /\b[A-Z]{2}-\d{2}-\d{7}-\d\b/.exec(page)?.[0]
  const digits = /\b\d{4}-\d{4}-\d{4}-\d{2}\b/.exec(page)?.[0]
  const words = [...page.matchAll(/class="mek-words__word"[^>]*>([^<]+)</g)].map(([, word = '']) => word)
  if (number === undefined || digits === undefined || words.length !== 12 || !page.includes('</html>')) return undefined
  return { number, words: words.join(' '), digits }
}

export const isSameReceipt = (one: Receipt, other: Receipt | undefined): boolean =>
  one.number === other?.number && one.words === other.words && one.digits === other.digits

/** Whether number and secret, the words of the page's language or the digits, open the appeal. */
export async function opensAppeal(port: number, from: string, number: string, secret: string): Promise<boolean> {
  for (let tried = 0; tried < 50; tried++) {
    const { status } = await ask(port, from, { path: '/ru/appeal/open', fields: { number, secret } })
    if (status !== 503) return status === 303
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

/** An address of this machine for each number: a limit by address must not slow the test. */
export const addressOf = (n: number): string => `127.${1 + (n % 200)}.${Math.floor(n / 200) % 250}.1`

type Asked = { readonly path: string; readonly fields?: Form['fields']; readonly cookie?: string }

async function ask(port: number, localAddress: string, { path, fields, cookie = '' }: Asked) {
  const headers = {
    ...(fields && { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
    ...(cookie !== '' && { cookie }),
  }
  const method = fields ? 'POST' : 'GET'
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent, localAddress })
  asked.end(fields && new URLSearchParams(fields).toString())
  const [answer] = await once(asked, 'response')
  const given = (answer.headers['set-cookie'] ?? []).map((line: string) => line.split(';')[0]).join('; ')
  return { status: Number(answer.statusCode), body: await text(answer), cookie: given }
}
