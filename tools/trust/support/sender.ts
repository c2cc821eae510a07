import { Agent, request } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** One form of the danger page: the smallest whole appeal, three fields and a key made with the page. */
export type Form = {
  readonly key: string
  /** The number on the receipt, once its page has arrived whole. */
  number: string | undefined
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Opens the page and takes its key. Rejects when the portal does not answer. */
export async function openForm(port: number, from: string): Promise<Form> {
  const { status, body } = await ask(port, from, 'GET', undefined)
  const key = /name="key" value="([^"]+)"/.exec(body)?.[1]
  if (status !== 200 || key === undefined) throw new Error(`The danger page answered ${status}.`)
  return { key, number: undefined }
}

/** Sends the form, again if need be: the answer is the number, or undefined where the portal asked to press again. */
export async function sendForm(port: number, from: string, form: Form): Promise<string | undefined> {
  const fields = {
    key: form.key,
    country: 'RU',
    where: 'Склад',
    what: 'Нас заперли',
    reach: `a${from.replaceAll('.', '-')}@example.org`,
  }
  const { status, body } = await ask(port, from, 'POST', new URLSearchParams(fields).toString())
  if (status === 503) return undefined
  const number = /\b[A-Z]{2}-\d{2}-\d{7}-\d\b/.exec(body)?.[0]
  if (status !== 200 || number === undefined || !body.includes('</html>'))
    throw new Error(`Sending answered ${status}.`)
  return number
}

/** An address of this machine for each number: a limit by address must not slow the test. */
export const addressOf = (n: number): string => `127.${1 + (n % 200)}.${Math.floor(n / 200) % 250}.1`

async function ask(port: number, from: string, method: 'GET' | 'POST', body: string | undefined) {
  const headers =
    body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const asked = request({ host: '127.0.0.1', port, path: '/ru/danger', method, headers, agent, localAddress: from })
  asked.end(body)
  const [answer] = await once(asked, 'response')
  return { status: answer.statusCode, body: await text(answer) }
}
