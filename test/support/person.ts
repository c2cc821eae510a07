import sharp from 'sharp'
import { secretToDigits, type OpenAppealInput, type Receipt } from '#src/modules/appeals/index.ts'
import { anAppeal } from './appeals.ts'
import { multipart } from './multipart.ts'
import { cookiesAfter, type Cookies, type TestPortal } from './portal.ts'

/** What a person does with their appeal in a browser, in Russian. */
export const personOn = (portal: TestPortal) => {
  async function enter(receipt: Receipt): Promise<Cookies> {
    const secret = secretToDigits(receipt.secret)
    return cookiesAfter(await portal.post('/ru/appeal/open', { number: receipt.number, secret }))
  }
  return {
    enter,
    /** Sends an appeal and opens its page. */
    async opened(named: Partial<OpenAppealInput> = {}) {
      const receipt = await anAppeal(portal.deps, named)
      return { receipt, cookies: await enter(receipt) }
    },
    view: (cookies: Cookies, lang = 'ru') => portal.get(`/${lang}/appeal/view`, cookies),
    /** Posts the form of a message. */
    async write(cookies: Cookies, fields: Record<string, string>, file?: Parameters<typeof multipart>[1]) {
      const form = await multipart(fields, file)
      return portal.app.inject({ method: 'POST', url: '/ru/appeal/reply', cookies: { ...cookies }, ...form })
    },
  }
}

/** Value of a hidden field of a page. */
export const fieldIn = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
/** The key of the message that is being written on a page. */
export const keyIn = (body: string) => fieldIn(body.slice(body.indexOf('multipart/form-data')), 'key')

/** A real photo, small. */
export const aPhoto = async (name = 'договор.jpg') => {
  const picture = sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
  return { field: 'file', name, bytes: await picture.jpeg().toBuffer() }
}
