import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { secretToDigits } from '#src/modules/appeals/index.ts'
import { loadCatalogue, useCatalogue } from '#src/modules/catalogue/index.ts'
import { builtInColours } from '#src/modules/catalogue/rules/colours.ts'
import { patterns, paths } from '#src/paths.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { cookiesAfter, startPortal, type TestPortal } from '#test/support/portal.ts'
import { legalTerms, topicsByGroup, topicsForForeigners } from './rules.ts'
import { accessibilityTexts } from './texts/accessibility.ts'
import { homeTexts } from './texts/home.ts'
import { cookies, privacyTexts } from './texts/privacy.ts'

const law = loadCatalogue('catalogue')
const { exitUrl } = law.settings

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const goTo = async (headers: Record<string, string>, cookiesSent: Record<string, string> = {}) => {
  const answer = await portal.app.inject({ method: 'GET', url: '/', headers, cookies: cookiesSent })
  expect(answer.statusCode).toBe(302)
  return answer.headers.location
}

const textPages = [paths.home, paths.topics, paths.foreigners, paths.about, paths.privacy, paths.accessibility]

test('"/" leads to the language chosen before, else to the browser’s, else to Kyrgyz', async () => {
  expect(await goTo({})).toBe('/ky')
  expect(await goTo({ 'accept-language': 'de-DE,de;q=0.9,en;q=0.5,ru;q=0.7' })).toBe('/ru')
  expect(await goTo({ 'accept-language': 'zh' })).toBe('/ky')
  expect(await goTo({ 'accept-language': 'ru' }, { lang: 'en' })).toBe('/en')
  expect(await goTo({ 'accept-language': 'ru' }, { lang: '<script>' })).toBe('/ru')
})

test('whoever switches the language finds it again at the next visit', async () => {
  const page = await portal.get(paths.about('ky'))
  expect(page.body).toContain(`href="${paths.about('en')}"`)
  const kept = cookiesAfter(await portal.get(paths.about('en'), cookiesAfter(page)))
  expect(kept).toMatchObject({ lang: 'en' })
  expect(await goTo({ 'accept-language': 'ru' }, kept)).toBe('/en')
  const again = await portal.get(paths.home('en'), kept)
  expect(again.cookies).toEqual([])
})

test('the portal over https gives the cookie to this host alone', async () => {
  const secure = await startPortal({ config: { publicUrl: 'https://portal.example' } })
  const [cookie] = (await secure.get(paths.home('ru'))).cookies
  expect(cookie).toMatchObject({ name: '__Host-lang', value: 'ru', secure: true, httpOnly: true, sameSite: 'Lax' })
  await secure.close()
})

for (const lang of langs) {
  test(`every page of the front is whole in ${lang}: its title, its language, the danger button, no foreign address`, async () => {
    for (const path of textPages) {
      const { statusCode, body, headers } = await portal.get(path(lang))
      expect(statusCode).toBe(200)
      expect(body).toContain(`<html lang="${lang}"`)
      expect(body.match(/<h1/g)).toHaveLength(1)
      expect(body).toMatch(/<title>[^<]+<\/title>/)
      expect(body).toContain(`href="${paths.danger(lang)}"`)
      expect(body).not.toMatch(/(?:href|src|action)="(?:https?:)?\/\//)
      expect(body).not.toContain('undefined')
      expect(headers['cache-control']).toContain('max-age=60')
      for (const other of langs) expect(body).toContain(`hreflang="${other}" href="${path(other)}"`)
    }
  })
}

test('home leads to asking, reporting, the own appeal, the topics and the way in for foreigners', async () => {
  const { body } = await portal.get(paths.home('ru'))
  const escaped = (href: string) => href.replaceAll('&', '&amp;')
  for (const href of [
    paths.ask('ru', { kind: 'consultation' }),
    paths.ask('ru', { kind: 'problem-report' }),
    paths.myAppeal('ru'),
    paths.topics('ru'),
    paths.foreigners('ru'),
    `${paths.topics('ru')}#work`,
  ]) {
    expect(body).toContain(`href="${escaped(href)}"`)
  }
})

test('the Kyrgyz home speaks English to foreigners, and says so to who hears the page', async () => {
  const { body } = await portal.get(paths.home('ky'))
  expect(body).toMatch(/<li class="mek-card" lang="en">/)
  expect(body).toContain(`href="${paths.foreigners('en')}"`)
  expect((await portal.get(paths.home('ru'))).body).not.toMatch(/<li class="mek-card" lang=/)
})

test('every topic stands once in the list, under its group, and opens a question with it filled in', async () => {
  for (const lang of langs) {
    const { body } = await portal.get(paths.topics(lang))
    for (const { id, name } of law.topics) {
      expect(body.split(`href="${paths.ask(lang, { topic: id })}"`)).toHaveLength(2)
      expect(body).toContain(name[lang].replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
    }
    expect(body.match(/<h2[^>]* id="/g)).toHaveLength(law.topicGroups.length)
  }
  expect(topicsByGroup(law).flatMap(({ topics }) => topics)).toHaveLength(35)
})

test('the page for foreigners lists their topics and those open to all, never those of citizens alone', () => {
  const { own, others } = topicsForForeigners(law)
  expect(own.map(({ id }) => id)).toEqual(['visa-stay-kg', 'work-permit-kg', 'residence-kg', 'asylum-kg'])
  expect(others.every(({ audience }) => audience === 'all')).toBe(true)
  expect(others.map(({ id }) => id)).toContain('complaint-official')
})

test('what the law promises is said as the rules say it, and that no lawyer has checked it', async () => {
  const terms = legalTerms(law, '2026-06-15')
  expect(terms.map(({ term }) => [term.ruleId, term.workingDays])).toEqual([
    ['kg-appeal-registration', 1],
    ['kg-appeal-answer', 14],
  ])
  expect(terms.flatMap(({ sources }) => sources).join()).toContain('Law of the KR No. 67')
  for (const lang of langs) {
    expect((await portal.get(paths.home(lang))).body).toContain(homeTexts.notReviewed[lang])
  }
  expect((await portal.get(paths.about('ru'))).body).toContain('Ответ на обращение: 14 рабочих дней')
})

test('the accessibility statement claims only what a journey in a browser does', () => {
  const journeys = readdirSync('test/journeys', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`test/journeys/${file}`, 'utf8'))
    .join('\n')
  const done = { axe: /new AxeBuilder/, '320': /width: 320/, keyboard: /keyboard\.press\(/ }
  for (const [claim, act] of Object.entries(done)) {
    expect(accessibilityTexts.tested.en).toContain(claim)
    expect(journeys).toMatch(act)
  }
})

test('what only the service can fill is named as missing, never invented', async () => {
  const { body } = await portal.get(paths.about('en'))
  expect(body.match(/to be filled by the service/g)).toHaveLength(3)
})

test('the privacy notice says what the service has filled in, and names the rest as missing', async () => {
  const page = () => portal.get(paths.privacy('en'))
  const empty = (await page()).body
  expect(empty.match(/to be filled by the service/g)).toHaveLength(5)
  expect(empty).toContain(privacyTexts.notReviewed.en)
  // Law stands there as what was read, with its source and its day, never as our own claim.
  expect(empty).toContain('Law of the KR No. 67')
  const filled = { ky: 'х', ru: 'х', en: 'Filled in' }
  const privacy = { legalBasis: filled, retention: filled, authority: filled, legalReview: '2026-05-01, office' }
  useCatalogue({ ...law, settings: { ...law.settings, privacy } })
  try {
    const { body } = await page()
    expect(body.match(/Filled in/g)).toHaveLength(3)
    expect(body.match(/to be filled by the service/g)).toHaveLength(2)
    expect(body).not.toContain(privacyTexts.notReviewed.en)
  } finally {
    useCatalogue(law)
  }
})

test('leaving quickly takes every cookie back, clears the browser and opens the harmless site', async () => {
  const answer = await portal.get(paths.exit(), {
    lang: 'ru',
    appeal: 'secret',
    draft: 'words',
    staff: 'token',
    form: 'x',
  })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, exitUrl])
  expect(answer.headers['clear-site-data']).toContain('"cookies"')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(cookiesAfter(answer, { lang: 'ru', appeal: 'secret', draft: 'words', staff: 'token', form: 'x' })).toEqual({})
  expect(answer.body).toBe('')
})

test('leaving quickly ends an opened appeal also on our side', async () => {
  const receipt = await anAppeal(portal.deps)
  const secret = secretToDigits(receipt.secret)
  const opened = cookiesAfter(await portal.post(paths.myAppealOpen('ru'), { number: receipt.number, secret }))
  const view = () => portal.get(paths.myAppealAct('ru', 'view'), opened)
  expect((await view()).statusCode).toBe(200)
  await portal.get(paths.exit(), opened)
  await portal.get(paths.exit(), opened)
  const left = portal.db.selectFrom('audit_entries').select(['actor_id', 'on_id']).where('what', '=', 'appeal.left')
  expect(await left.execute()).toEqual([{ actor_id: receipt.appealId, on_id: receipt.appealId }])
  expect((await view()).headers.location).toBe(paths.myAppeal('ru'))
})

test('whoever leaves gets away even when the database does not answer', async () => {
  const broken = await startPortal()
  await broken.db.schema.dropTable('person_sessions').execute()
  const answer = await broken.get(paths.exit(), { appeal: 'x' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, exitUrl])
  await broken.close()
})

test('leaving works for whoever comes with nothing, or with nonsense', async () => {
  const answer = await portal.app.inject({
    method: 'GET',
    url: paths.exit(),
    headers: { cookie: '=;;a b=c; __Host-x="' },
  })
  expect(answer.statusCode).toBe(303)
})

test('the privacy notice names every cookie that the code sets, and no other', async () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  // One constant each: `const COOKIE = 'staff'`.
  const set = sources
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .flatMap((text) =>
      [...text.matchAll(/^(?:export )?const \w*COOKIE\w* = '([\w-]+)'/gm)].map(([, name = '']) => name),
    )
  const named = cookies.map(({ name }) => name)
  expect(named.toSorted()).toEqual(set.toSorted())
  const { body } = await portal.get(paths.privacy('ky'))
  for (const name of named) expect(body).toContain(`<code>${name}</code>`)
})

test('a rehearsal is closed to search engines, the real service is not', async () => {
  expect((await portal.get(patterns.robots)).body).toBe('User-agent: *\nDisallow: /\n')
})

test('an owner’s own colours are laid over the built-in ones on every page; the built-in ones load nothing', async () => {
  const usual = await portal.get(paths.home('ru'))
  expect(usual.body).not.toContain(paths.ownerStyle())
  useCatalogue({ ...law, settings: { ...law.settings, colours: { ...builtInColours, brand: '#14532d' } } })
  const page = await portal.get(paths.home('ru'))
  expect(page.body).toContain(`<link rel="stylesheet" href="${paths.ownerStyle()}"/>`)
  expect(page.body).toContain('<meta name="theme-color" content="#14532d"/>')
  const sheet = await portal.get(paths.ownerStyle())
  expect(sheet.headers['content-type']).toContain('text/css')
  expect(sheet.body).toContain('--govuk-brand-colour:#14532d')
  useCatalogue(law)
})

test('the built-in colours are those the style sheets are made with', () => {
  const tokens = readFileSync('src/ui/styles/_tokens.scss', 'utf8')
  for (const colour of Object.values(builtInColours)) expect(tokens).toContain(`: ${colour};`)
})

test('without a contact for security reports there is no file that promises one', async () => {
  expect((await portal.get(patterns.securityText)).statusCode).toBe(404)
})

test('an address that does not exist gives a page in the language of its start', async () => {
  const answer = await portal.get('/ru/no-such-page')
  expect(answer.statusCode).toBe(404)
  expect(answer.body).toContain('<html lang="ru"')
})
