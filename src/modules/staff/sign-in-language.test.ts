import { afterAll, beforeAll, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import { cookiesAfter, startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { addStaff } from './index.ts'
import { signInTexts as t } from './texts/sign-in.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

/** The language a page says it is in. */
const langOf = ({ body }: { body: string }) => /<html lang="(\w+)"/.exec(body)?.[1]

const ask = async (headers: Record<string, string>, cookies: Cookies = {}, url = paths.staffSignIn()) =>
  langOf(await portal.app.inject({ method: 'GET', url, headers, cookies: { ...cookies } }))

test('before anybody is known, staff pages speak the language chosen in this browser, else the browser’s, else Russian', async () => {
  for (const url of [paths.staffSignIn(), paths.staffSetUp('A'.repeat(43)), '/staff/no-such-page']) {
    expect(await ask({}, {}, url)).toBe('ru')
    expect(await ask({ 'accept-language': 'tr' }, {}, url)).toBe('ru')
    expect(await ask({ 'accept-language': 'tr, en;q=0.5' }, {}, url)).toBe('en')
    expect(await ask({ 'accept-language': 'en' }, { lang: 'ky' }, url)).toBe('ky')
    expect(await ask({ 'accept-language': 'en' }, { lang: '<script>' }, url)).toBe('en')
  }
})

test('a refused sign-in answers in the same language', async () => {
  const wrong = await portal.post(paths.staffSignIn(), { email: '' }, { lang: 'en' })
  expect(wrong.statusCode).toBe(422)
  expect(langOf(wrong)).toBe('en')
  expect(wrong.body).toContain(t.emailNeeded.en)
})

test('whoever switches the language at the door still goes where they were going', async () => {
  const next = paths.staffQueue('new', { topic: 'health' })
  const first = await portal.get(paths.staffSignIn(next))
  for (const lang of langs) {
    const href = paths.staffSignIn(next, lang)
    expect(first.body).toContain(`href="${href.replaceAll('&', '&amp;')}"`)
    const page = await portal.get(href)
    expect(langOf(page)).toBe(lang)
    expect(page.body).toContain(`name="next" value="${next}"`)
    expect(await ask({}, cookiesAfter(page))).toBe(lang)
  }
})

test('a language that is none of ours is passed over', async () => {
  const page = await portal.get(`${paths.staffSignIn()}?lang=de`)
  expect(langOf(page)).toBe('ru')
  expect(page.cookies.map(({ name }) => name)).not.toContain('lang')
})

test('who was signed in finds the door in their own language again', async () => {
  const staff = await makeStaff(portal.deps, 'operator', { lang: 'ky' })
  const signedIn = await portal.post(paths.staffSignIn(), {
    email: staff.email,
    password: staff.password,
    code: staff.code(),
  })
  const kept = cookiesAfter(signedIn)
  expect(kept).toMatchObject({ lang: 'ky' })
  const out = cookiesAfter(await portal.post(paths.staffSignOut(), {}, kept), kept)
  expect(await ask({ 'accept-language': 'ru' }, out)).toBe('ky')

  const changed = await portal.post(paths.staffLanguage(), { lang: 'en' }, await portal.signIn('operator'))
  expect(cookiesAfter(changed)).toMatchObject({ lang: 'en' })
})

test('whoever was invited sets up the account in the language they were invited in', async () => {
  const account = { email: 'invited@staff.example', name: 'Бермет', role: 'operator', lang: 'ky' } as const
  const added = await addStaff(portal.deps, account)
  if (!added.ok) throw new Error(added.refusal)
  const path = new URL(added.value.link).pathname
  expect(await ask({ 'accept-language': 'en' }, { lang: 'en' }, path)).toBe('ky')
  const wrong = await portal.post(path, { password: '', code: '' }, { lang: 'en' })
  expect(wrong.statusCode).toBe(422)
  expect(langOf(wrong)).toBe('ky')
})
