import { startSession } from '#src/modules/follow/keep-session.ts'
import { anAppeal } from './appeals.ts'
import { multipart } from './multipart.ts'
import type { Cookies, TestPortal } from './portal.ts'
import { aBrowser, walkToCheck } from './walk.ts'
import type { Poster, WordForm } from './word-forms.ts'

/** Everybody who posts words, each with what their browser holds. */
export async function postersOn(portal: TestPortal) {
  const { appealId } = await anAppeal(portal.deps)
  const browser = aBrowser(portal)
  await walkToCheck(browser)
  const cookies: Record<Poster, Cookies> = {
    nobody: {},
    drafter: browser.cookies(),
    person: { appeal: (await startSession(portal.deps, appealId)).token },
    operator: await portal.signIn('operator'),
    administrator: await portal.signIn('administrator'),
    supervisor: await portal.signIn('supervisor'),
  }
  let posts = 0
  return {
    appealId,
    cookies,
    /** Each time from another address, unless it is named. */
    async post(form: WordForm, fields: Record<string, string>, headers: Record<string, string>, from?: string) {
      const encoded = form.isMultipart
        ? await multipart(fields)
        : {
            payload: new URLSearchParams(fields).toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }
      const { 'sec-fetch-site': _own, ...kind } = encoded.headers as Record<string, string>
      posts += 1
      return portal.app.inject({
        method: 'POST',
        url: form.path,
        payload: encoded.payload,
        headers: { ...kind, ...headers },
        cookies: { ...cookies[form.by] },
        remoteAddress: from ?? `10.${posts >> 16}.${(posts >> 8) & 255}.${posts & 255}`,
      })
    },
  }
}
export type Posters = Awaited<ReturnType<typeof postersOn>>

/** Whether the page still holds what was typed into this field (an empty name: any): there, or among the words it read back. */
export function keeps(body: string, name: string, typed: string): boolean {
  const isNamed = (piece: string) => piece.includes(name === '' ? 'name="' : `name="${name}"`)
  return (
    body.split('<input').some((piece) => isNamed(piece) && piece.split('>')[0]?.includes(typed)) ||
    body.split('<textarea').some((piece) => isNamed(piece) && piece.split('</textarea>')[0]?.includes(typed)) ||
    body.includes(`class="govuk-body typed">${typed}`)
  )
}
