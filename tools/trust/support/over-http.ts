import { Agent, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { once } from 'node:events'
import type { LightMyRequestResponse as Answer } from 'fastify'
import type { Cookies, TestPortal } from '#test/support/portal.ts'
import type { FormBody } from '#test/support/walk.ts'

type Asked = {
  readonly method?: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: Buffer | string
  readonly cookies?: Cookies
}
export type Door = Pick<TestPortal, 'get' | 'post'> & {
  readonly app: Pick<TestPortal['app'], 'inject'>
  /** The bytes of a file, as a browser would keep them. */
  bytes(path: string, cookies: Cookies): Promise<Buffer>
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** A portal that runs elsewhere, with the same handles as one in this process. `always` goes along with each request. */
export function overHttp(
  port: number,
  {
    always = {},
    localAddress,
  }: { readonly always?: Readonly<Record<string, string>>; readonly localAddress?: string } = {},
): Door {
  async function ask({ method = 'GET', url, headers = {}, payload, cookies = {} }: Asked) {
    const cookie = Object.entries(cookies)
      .map((pair) => pair.join('='))
      .join('; ')
    const sent = { 'sec-fetch-site': 'same-origin', ...always, ...headers, ...(cookie === '' ? {} : { cookie }) }
    const where = { host: '127.0.0.1', port, ...(localAddress === undefined ? {} : { localAddress }) }
    const asked = request({ ...where, path: url, method, headers: sent, agent })
    asked.end(payload)
    const [answer] = await once(asked, 'response')
    const body = await buffer(answer)
    return {
      statusCode: Number(answer.statusCode),
      headers: answer.headers,
      body: body.toString(),
      bytes: body,
      rawPayload: body,
      cookies: cookiesIn(answer.headers['set-cookie']),
    }
  }
  // What the tests' browser reads of an answer is all here.
  const inject = async (asked: Asked) => (await ask(asked)) as unknown as Answer
  return {
    app: { inject: inject as unknown as Door['app']['inject'] },
    get: (url: string, cookies?: Cookies) => inject({ url, cookies: cookies ?? {} }),
    post: (url: string, body: FormBody, cookies?: Cookies) =>
      inject({
        method: 'POST',
        url,
        cookies: cookies ?? {},
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(
          Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
        ).toString(),
      }),
    bytes: async (url, cookies) => (await ask({ url, cookies })).bytes,
  }
}

const cookiesIn = (lines: readonly string[] = []) =>
  lines.map((line) => {
    const [pair = '', ...rest] = line.split(';')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const isGone = rest.some((one) => /max-age=0|expires=thu, 01 jan 1970/i.test(one))
    return { name: name.trim(), value, ...(isGone ? { maxAge: 0 } : {}) }
  })
