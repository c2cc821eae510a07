import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { routeAppeal } from './index.ts'
import { seedRouting } from './seed-routing.ts'

let portal: TestPortal
let supervisor: Cookies
beforeAll(async () => {
  portal = await startPortal()
  supervisor = await portal.signIn('supervisor', { name: 'Назира Осмонова', lang: 'ru' })
})
afterAll(() => portal.close())

const reason = 'Так договорились с министерством'
const route = (topicId: string, country: string, more = {}) =>
  routeAppeal(portal.db, { topicId, country, lang: 'ru', isProtected: false, ...more })
const changes = () => portal.db.selectFrom('routing_changes').selectAll().orderBy('id').execute()
const acts = async () => (await portal.db.selectFrom('audit_entries').select('what').execute()).map(({ what }) => what)
const change = (topic: string, body: { scope?: string; before?: string; after: string; words?: string }) =>
  portal.post(paths.staffRoutingTopic(topic), { scope: '*', before: '', words: reason, ...body }, supervisor)

test('an empty database starts with the catalogue’s rows and a team for every language', async () => {
  expect(await portal.db.selectFrom('routing_rows').select('topic_id').execute()).toHaveLength(52)
  const teams = await portal.db
    .selectFrom('team_routes')
    .select(['lang', 'topic_group', 'team_id'])
    .orderBy('lang')
    .execute()
  expect(teams.map(({ lang, topic_group }) => `${lang} ${topic_group}`)).toEqual(['en *', 'ky *', 'ru *'])
  expect(await changes()).toEqual([])
})

test('an appeal goes to the team of its language, and the body is suggested with its mission', async () => {
  expect(await route('unpaid-wages', 'KR')).toEqual({
    teamId: 'consultations',
    bodyId: 'mission',
    missionId: 'mission-kr-seoul',
    isFlagged: false,
    reason: 'missionInstead',
  })
})

test('a protected appeal goes to the protection team whatever its language', async () => {
  for (const lang of ['ky', 'ru', 'en']) {
    expect(await route('trafficking', 'RU', { lang, isProtected: true })).toMatchObject({ teamId: 'protection' })
  }
})

test('a topic without a row goes to the intake team, flagged', async () => {
  expect(await route('no-such-topic', 'RU')).toEqual({
    teamId: 'intake',
    bodyId: 'migration-service',
    isFlagged: true,
    reason: 'noRow',
  })
})

test('a supervisor changes a row with a reason; routing, history and audit follow', async () => {
  const answer = await change('pension', { before: 'social-fund', after: 'migration-service' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, paths.staffRouting({ saved: '1' })])
  expect(await route('pension', 'RU')).toMatchObject({ bodyId: 'migration-service', reason: 'changedByStaff' })
  expect((await changes()).at(-1)).toMatchObject({
    kind: 'body',
    subject: 'pension',
    scope: '*',
    before_id: 'social-fund',
    after_id: 'migration-service',
    words: reason,
  })
  expect(await acts()).toContain('routing.changed')
  const page = await portal.get(paths.staffRouting({ saved: '1' }), supervisor)
  expect(page.body).toContain('Маршрутизация изменена')
  expect(page.body).toContain(`Назира Осмонова`)
})

test('a second tap changes nothing', async () => {
  const before = await changes()
  expect((await change('pension', { before: 'social-fund', after: 'migration-service' })).statusCode).toBe(303)
  expect(await changes()).toEqual(before)
})

test('of two changes the later does not overwrite the earlier silently', async () => {
  const answer = await change('pension', { before: 'social-fund', after: 'mlssm' })
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('тем временем изменил другой сотрудник')
  expect(answer.body).toContain('name="before" value="migration-service"')
  expect(answer.body).toContain(reason)
  expect(await route('pension', 'RU')).toMatchObject({ bodyId: 'migration-service' })
})

test('an undo puts back what stood there, as a change of its own', async () => {
  const last = (await changes()).at(-1)
  const form = await portal.get(paths.staffRoutingUndo(last?.id ?? ''), supervisor)
  expect(form.body).toContain('Государственная служба миграции → Социальный фонд')
  expect((await portal.post(paths.staffRoutingUndo(last?.id ?? ''), { words: reason }, supervisor)).statusCode).toBe(
    303,
  )
  expect(await route('pension', 'RU')).toMatchObject({ bodyId: 'social-fund' })
  const again = await portal.post(paths.staffRoutingUndo(last?.id ?? ''), { words: 'ещё раз' }, supervisor)
  expect(again.statusCode).toBe(303) // already as it was: nothing to do
  expect(await changes()).toHaveLength(2)
})

test('a country gets a row of its own, and loses it again to the general one', async () => {
  await change('pension', { scope: 'KZ', after: 'mission' })
  expect(await route('pension', 'KZ')).toMatchObject({ bodyId: 'mission', missionId: 'mission-kz-astana' })
  expect(await route('pension', 'RU')).toMatchObject({ bodyId: 'social-fund' })
  await change('pension', { scope: 'KZ', before: 'mission', after: '' })
  expect(await route('pension', 'KZ')).toMatchObject({ bodyId: 'social-fund' })
})

test('a row that staff took out is not brought back by the next start, and what the catalogue changed is', async () => {
  await change('health', { before: 'migration-service', after: '' })
  await portal.db.updateTable('routing_rows').set({ body_id: 'mia' }).where('topic_id', '=', 'kairylman').execute()
  await portal.db
    .insertInto('routing_rows')
    .values({ topic_id: 'gone', country: '*', body_id: 'mia', reason_id: 'intake', changed_at: portal.clock.now() })
    .execute()
  await seedRouting(portal.deps)
  expect(await route('health', 'RU')).toMatchObject({ teamId: 'intake', isFlagged: true })
  expect(await route('kairylman', 'RU')).toMatchObject({ bodyId: 'mlssm' })
  const byCatalogue = (await changes()).filter(({ words }) => words === null)
  expect(byCatalogue.map(({ subject, before_id, after_id }) => [subject, before_id, after_id])).toEqual([
    ['kairylman', 'mia', 'mlssm'],
    ['gone', 'mia', null],
  ])
})

test('a language gets a team for a group of topics; its general team can be changed but not taken out', async () => {
  const save = (body: Record<string, string>) =>
    portal.post(paths.staffRoutingTeam('ru'), { scope: '*', before: '', words: reason, ...body }, supervisor)
  expect((await save({ scope: 'work', after: 'intake' })).statusCode).toBe(303)
  expect(await route('unpaid-wages', 'RU')).toMatchObject({ teamId: 'intake', isFlagged: false })
  expect(await route('stay-registration', 'RU')).toMatchObject({ teamId: 'consultations' })
  expect((await save({ before: 'consultations', after: '' })).statusCode).toBe(409)
  expect((await save({ before: 'consultations', after: 'protection' })).statusCode).toBe(409)
  expect((await save({ scope: 'work', before: 'intake', after: '' })).statusCode).toBe(303)
  expect(await route('unpaid-wages', 'RU')).toMatchObject({ teamId: 'consultations' })
})

test('what a closed team would get goes to the intake team, flagged; what is protected to the protection team', async () => {
  const name = { nameKy: 'Кеңеш', nameRu: 'Консультации', nameEn: 'Consultations', langs: ['ky', 'ru', 'en'] }
  const turn = (state: string) => portal.post(paths.staffTeam('consultations'), { ...name, state }, supervisor)
  expect((await turn('closed')).statusCode).toBe(303)
  expect(await route('unpaid-wages', 'RU')).toMatchObject({ teamId: 'intake', isFlagged: true })
  expect(await route('unpaid-wages', 'RU', { isProtected: true })).toMatchObject({ teamId: 'protection' })
  expect((await turn('open')).statusCode).toBe(303)
  expect(await route('unpaid-wages', 'RU')).toMatchObject({ teamId: 'consultations', isFlagged: false })
})

test('without a reason nothing changes, and what was chosen is still there', async () => {
  const before = await changes()
  const answer = await change('pension', { before: 'social-fund', after: 'mlssm', words: ' ' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Укажите причину')
  expect(answer.body).toMatch(/<option value="mlssm" selected/)
  expect(await changes()).toEqual(before)
})

test('what does not exist is refused or not found, never a fault', async () => {
  expect((await change('pension', { before: 'social-fund', after: 'no-such-body' })).statusCode).toBe(409)
  expect((await change('pension', { scope: 'XX', after: 'mlssm' })).statusCode).toBe(404)
  expect((await change('no-such-topic', { after: 'mlssm' })).statusCode).toBe(404)
  for (const address of [
    paths.staffRoutingTopic('no-such-topic'),
    paths.staffRoutingTopic('pension', { country: 'XX' }),
    paths.staffRoutingTeam('de'),
    paths.staffRoutingUndo('999999'),
    paths.staffRoutingUndo('1;drop'),
    paths.staffRoutingUndo('99999999999999999999'),
  ]) {
    expect(await portal.get(address, supervisor)).toMatchObject({ statusCode: 404 })
  }
})

test('the table can be narrowed to a group of topics or to a body', async () => {
  const page = await portal.get(paths.staffRouting({ group: 'foreigner' }), supervisor)
  expect(page.body).toContain(paths.staffRoutingTopic('asylum-kg'))
  expect(page.body).not.toContain(paths.staffRoutingTopic('pension'))
  const empty = await portal.get(paths.staffRouting({ body: 'adilet' }), supervisor)
  expect(empty.body).toContain('Таких строк нет')
})

test('the pages speak the language of who reads them', async () => {
  const pages = { ky: 'Багыттоо', ru: 'Маршрутизация', en: 'Routing' } as const
  for (const [lang, title] of Object.entries(pages)) {
    const cookies = await portal.signIn('administrator', { lang: lang === 'ky' || lang === 'en' ? lang : 'ru' })
    const page = await portal.get(paths.staffRouting(), cookies)
    expect(page.body).toContain(`<html lang="${lang}"`)
    expect(page.body).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`))
  }
})
