import { expect } from 'vitest'
import type { TestPortal } from './portal.ts'
import { aBrowser, hiddenIn, inMoscow, type Browser } from './walk.ts'

type Answer = Awaited<ReturnType<Browser['get']>>
export const codeIn = ({ body }: Answer): string =>
  />([2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2})</.exec(body)?.[1] ?? ''
export const draftCookie = (answer: Answer) => answer.cookies.find(({ name }) => name === 'draft')

/** Types a code as the page asks for it. */
export async function typeCode(browser: Browser, code: string, body: Record<string, string> = {}) {
  const mark = hiddenIn(await browser.get('resume'), 'mark')
  return browser.post('resume', { mark, code, ...body })
}

/** Drafts that go on elsewhere. */
export const resumingOn = (portal: TestPortal) => ({
  /** A draft with words, and a code of it. */
  async begun(words = 'Мне три месяца не платят.', ownPhone = 'yes') {
    const phone = aBrowser(portal)
    await phone.save('who', inMoscow)
    await phone.save('topic', { topic: 'unpaid-wages' })
    await phone.save('words', { message: words, ownPhone })
    const code = codeIn(await phone.post('ask/code', {}))
    return { phone, code }
  },
  /** Another browser that typed the code. */
  async resumed(code: string, body: Record<string, string> = {}) {
    const other = aBrowser(portal)
    const answer = await typeCode(other, code, body)
    expect(answer.statusCode).toBe(303)
    return { other, answer }
  },
})

/** From one's own words to the check page. */
export const walkOn = async (browser: Browser) => {
  await browser.save('questions', {})
  return browser.save('contact', {})
}
