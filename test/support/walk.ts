import type { Lang } from '#src/kernel/lang.ts'
import { multipart } from './multipart.ts'
import { cookiesAfter, type Cookies, type TestPortal } from './portal.ts'

type Response = Awaited<ReturnType<TestPortal['get']>>
export type FormBody = Readonly<Record<string, string | readonly string[]>>

type Door = Pick<TestPortal, 'get' | 'post'> & { readonly app: Pick<TestPortal['app'], 'inject'> }

/** One browser without scripts: keeps its cookies, follows what it is sent to. */
export function aBrowser(portal: Door, lang: Lang = 'ru') {
  let cookies: Cookies = {}
  const keep = (answer: Response) => {
    cookies = cookiesAfter(answer, cookies)
    return answer
  }
  const at = (path: string) => (path.startsWith('/') ? path : `/${lang}/${path}`)
  const get = async (path: string) => keep(await portal.get(at(path), cookies))
  const post = async (path: string, body: FormBody) => keep(await portal.post(at(path), body, cookies))
  return {
    get,
    post,
    /** Posts a screen and goes where the answer leads; fails when it does not lead on. */
    async save(step: string, body: FormBody): Promise<Response> {
      const answer = await post(`ask/${step}`, body)
      if (answer.statusCode !== 303) throw new Error(`${step} answered ${answer.statusCode}: ${errorsIn(answer)}`)
      return get(String(answer.headers.location))
    },
    async upload(path: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Response> {
      const { payload, headers } = await multipart({}, { field: 'file', ...file })
      return keep(await portal.app.inject({ method: 'POST', url: at(path), cookies: { ...cookies }, headers, payload }))
    },
    /** Takes the cookies of an answer that came another way. */
    take: (answer: Response) => void keep(answer),
    forget: () => void (cookies = {}),
    cookies: () => cookies,
  }
}

export type Browser = ReturnType<typeof aBrowser>

/** What the error summary says. */
export const errorsIn = ({ body }: Response): string =>
  /govuk-error-summary__list">(.*?)<\/ul>/s
    .exec(body)?.[1]
    ?.replace(/<[^>]+>/g, ' ')
    .trim() ?? ''

/** The value of a hidden field. */
export function hiddenIn({ body }: Response, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1]
  if (value === undefined) throw new Error(`There is no field ${name}.`)
  return value
}

/** Where the language switch of a page posts, and what. */
export function switchTo({ body }: { readonly body: string }, lang: Lang): { action: string; fields: FormBody } {
  const forms = body.slice(body.indexOf('mek-languages'), body.indexOf('<main')).split('<form ')
  const form = forms.find((one) => one.includes(`<button lang="${lang}"`)) ?? ''
  const pairs = [...form.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  const plain = (text = '') => text.replaceAll('&amp;', '&')
  const fields = Object.fromEntries(pairs.map(([name = '', value]) => [name, plain(value)]))
  return { action: /action="([^"]*)"/.exec(form)?.[1] ?? '', fields }
}

/** Answers to the first screen of somebody in Moscow who has nothing special to say. */
export const inMoscow: FormBody = {
  kind: 'problem-report',
  asWho: 'citizen',
  onBehalf: 'no',
  country: 'RU',
  city: 'Москва',
  citizenship: 'KG',
  inDanger: 'no',
  lang: 'ru',
}

/** Walks to the check page, naming what the test needs; everything else is left empty. */
export async function walkToCheck(
  browser: Browser,
  named: {
    readonly who?: FormBody
    readonly topic?: string
    readonly words?: string
    readonly questions?: FormBody
    readonly contact?: FormBody
  } = {},
): Promise<Response> {
  await browser.save('who', { ...inMoscow, ...named.who })
  await browser.save('topic', { topic: named.topic ?? 'unpaid-wages' })
  await browser.save('words', { message: named.words ?? 'Мне три месяца не платят.' })
  await browser.save('questions', named.questions ?? {})
  await browser.get('ask/contact')
  return browser.save('contact', named.contact ?? {})
}

export const numberIn = ({ body }: Response): string | undefined => /KG-\d\d-\d{7}-\d/.exec(body)?.[0]

/** The four words in the page's language. */
export const wordsIn = ({ body }: Response): string[] =>
  [...body.matchAll(/class="mek-words__word">([^<]+)</g)].map(([, word = '']) => word).slice(0, 4)
