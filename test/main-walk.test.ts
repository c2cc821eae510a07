import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { aPhoto, fieldIn, keyIn, personOn } from './support/person.ts'
import { startPortal, type TestPortal } from './support/portal.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck, wordsIn } from './support/walk.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const ASKED = 'Нам не платят два месяца, нас двенадцать человек.'
const ANSWERED = 'Пришлите, пожалуйста, фото договора.'
const REPLIED = 'Спасибо, фото приложил.'

// The journeys walk the same way in a browser, on the embedded database alone; this goes on either.
test(
  'asked with two photos, taken and answered, read with the words of the receipt, replied to and closed',
  { timeout: 60_000 },
  async () => {
    const person = aBrowser(portal)
    await walkToCheck(person, { words: ASKED })
    for (const name of ['договор.jpg', 'табель.jpg']) await person.upload('ask/files', await aPhoto(name))
    const check = await person.get(paths.askStep('ru', 'check'))
    const receipt = await person.post(paths.askSend('ru'), { draft: hiddenIn(check, 'draft') })
    expect(receipt.statusCode).toBe(200)
    const [number = '', words] = [numberIn(receipt), wordsIn(receipt)]
    expect(words).toHaveLength(4)

    const operator = await portal.signIn('operator')
    const found = await portal.post(paths.staffFind(), { number }, operator)
    const page = String(found.headers.location)
    expect(page).toMatch(/^\/staff\/appeals\/\d+$/)
    const openAppeal = async () => (await portal.get(page, operator)).body
    const opened = await openAppeal()
    expect(opened).toContain(ASKED)
    expect(opened).toMatch(/договор\.jpg.*табель\.jpg/s)
    for (const [act, fields] of [
      ['take', {}],
      ['answer', { text: ANSWERED }],
    ] as const) {
      const form = await openAppeal()
      const body = { version: fieldIn(form, 'version'), formKey: fieldIn(form, 'formKey'), ...fields }
      expect((await portal.post(`${page}/${act}`, body, operator)).statusCode, act).toBe(303)
    }

    // From another device, with nothing but what stands on the receipt.
    const other = aBrowser(portal)
    const entered = await other.post(paths.myAppealOpen('ru'), { number, secret: words.join(' ') })
    expect(entered.headers.location).toBe(paths.myAppealView('ru'))
    const mine = await other.get(paths.myAppealView('ru'))
    expect(mine.body).toContain(ANSWERED)
    await personOn(portal).write(other.cookies(), { key: keyIn(mine.body), text: REPLIED, act: 'send' })
    const replied = await other.get(paths.myAppealView('ru'))
    expect(replied.body).toContain(REPLIED)
    const closing = { outcome: 'solved', version: fieldIn(replied.body, 'version') }
    const closed = await other.post(paths.myAppealAct('ru', 'close'), closing)
    expect(closed.headers.location).toBe(paths.myAppealView('ru', { done: 'closed' }))

    expect(await openAppeal()).toContain(REPLIED)
    const row = await portal.db
      .selectFrom('appeals')
      .select(['state', 'outcome'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'closed', outcome: 'solved' })
  },
)
