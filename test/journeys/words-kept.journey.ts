import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secretToDigits } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import { aPhoto, personOn } from '#test/support/person.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { addCookies, newVisitor, openStage, type Stage } from './support/browser.ts'
import { faultsOf } from './support/inspect.ts'

const MINUTE = 60_000
const MB = 1024 * 1024

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** An opened appeal in a browser whose clock goes with the portal's. */
async function opened() {
  const visitor = await newVisitor(stage, { hasScripts: true })
  const { receipt, cookies } = await personOn(stage.portal).opened()
  await addCookies(visitor.context, stage.address, cookies)
  const { page } = visitor
  await page.clock.install()
  await page.goto(paths.myAppealView('ru'))
  return { ...visitor, receipt }
}

async function wait(page: Page, minutes: number) {
  stage.portal.clock.advance(minutes * MINUTE)
  await page.clock.fastForward(minutes * MINUTE)
}

const addFile = (page: Page) => page.locator('[data-upload] button[name=act][value=file]')
const said = (page: Page) => page.locator('[data-upload-progress]').innerText()
const messages = async (appealId: string) =>
  (await stage.portal.db.selectFrom('appeal_messages').select('id').where('appeal_id', '=', appealId).execute()).length

test('a file that is too big is not sent at all, and the page says why', async () => {
  const { context, page } = await opened()
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await page.fill('main [name=text]', 'Вот фото')
  await page.setInputFiles('main [name=file]', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(11 * MB) })
  await addFile(page).click()
  expect(await said(page)).toContain('слишком большой')
  expect(await page.inputValue('[name=text]')).toBe('Вот фото')
  expect(posts).toEqual([])
  await context.close()
})

test('a connection that breaks while a file goes sends no half message, and the same button does it again', async () => {
  const { context, page, receipt } = await opened()
  const before = await messages(receipt.appealId)
  await page.fill('main [name=text]', 'Полписьма')
  const { name, bytes } = await aPhoto()
  await page.setInputFiles('main [name=file]', { name, mimeType: 'image/jpeg', buffer: bytes })
  await page.route('**/appeal/reply', (route) => route.abort())
  await addFile(page).click()
  await page.getByText('Связь пропала').waitFor()
  expect(await page.inputValue('[name=text]')).toBe('Полписьма')
  await page.unroute('**/appeal/reply')
  await addFile(page).click()
  await page.locator('.mek-files', { hasText: name }).waitFor()
  expect(await page.inputValue('[name=text]')).toBe('Полписьма')
  expect(await messages(receipt.appealId)).toBe(before)
  await context.close()
})

test('whoever writes stays in; whoever stops finds what was written when they open it again', async () => {
  const { context, page, receipt } = await opened()
  for (const letters of ['Я пишу', 'Я пишу долго', 'Я пишу очень долго']) {
    await wait(page, 20)
    const stayed = page.waitForResponse('**/appeal/stay')
    await page.fill('main [name=text]', letters)
    expect((await stayed).status()).toBe(204)
  }
  await wait(page, 26)
  await page.locator('[data-session-warning]').waitFor({ state: 'visible' })
  expect(await faultsOf(page, 'my appeal, about to close')).toEqual([])
  await wait(page, 5)
  await page.waitForURL(`**${paths.myAppealEnded('ru')}`)
  expect(await page.locator('main').innerText()).not.toContain('Я пишу')
  await page.fill('main [name=number]', receipt.number)
  await page.fill('main [name=secret]', secretToDigits(receipt.secret))
  await page.locator('main form button').first().click()
  await page.locator('main [name=text]').waitFor()
  expect(await page.inputValue('[name=text]')).toBe('Я пишу очень долго')
  await context.close()
})

test('the answer of an operator who was called away waits behind the sign-in', async () => {
  const { context, page } = await newVisitor(stage, { hasScripts: true, screen: 'desk' })
  const { appealId } = await anAppeal(stage.portal.deps)
  await addCookies(context, stage.address, await stage.portal.signIn('operator'))
  await page.clock.install()
  await page.goto(paths.staffAppeal(appealId))
  await page.locator('#answer [name=text]').evaluate((field) => field.closest('details')?.setAttribute('open', ''))
  await page.fill('#answer [name=text]', 'Ответ, начатый утром.')
  await wait(page, 26)
  await page.locator('[data-session-warning]').waitFor({ state: 'visible' })
  expect(await faultsOf(page, 'a page of staff, about to close')).toEqual([])
  await wait(page, 5)
  await page.waitForURL(`**${paths.staffEnded()}`)
  expect(await faultsOf(page, 'signed out with words that wait')).toEqual([])
  expect(await page.content()).not.toContain('начатый утром')
  expect(await page.locator('main [name=kept]').getAttribute('value')).not.toBe('')
  await context.close()
})
