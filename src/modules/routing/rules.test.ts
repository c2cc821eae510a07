import { assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { INTAKE_TEAM } from '#src/modules/staff/rules/team.ts'
import { routeReason } from './texts.ts'
import { ANY, chooseTeam, firstTeamFor, missionFor, routingCountry, suggestBody, type BodyChoice } from './rules.ts'

const law = loadCatalogue('catalogue')

const choicesFor = (topicId: string): BodyChoice[] =>
  law.routingRows
    .filter(({ topic }) => topic === topicId)
    .map(({ country, body, reason }) => ({ country, bodyId: body, reasonId: reason }))

const suggest = (topicId: string, country: string, answers = {}) =>
  suggestBody(law, choicesFor(topicId), country, answers)

test('the row of the exact country wins over the row for every country', () => {
  expect(suggest('unpaid-wages', 'RU')).toEqual({
    bodyId: 'mlssm-rep-ru',
    missionId: undefined,
    isFlagged: false,
    reason: 'boundToCountry',
  })
  expect(suggest('unpaid-wages', 'TR')).toMatchObject({ bodyId: 'mission', missionId: 'mission-tr-ankara' })
  expect(suggest('unpaid-wages', 'KG')).toMatchObject({ bodyId: 'migration-service', missionId: undefined })
})

test('where no mission of ours is open, the one that covers the country is suggested, else the service itself', () => {
  expect(missionFor(law, 'CA')).toBe('mission-us-washington')
  const without = law.countries.find(({ kgMissions, coveredBy }) => kgMissions.length === 0 && coveredBy === null)
  expect(suggest('missing-person', without?.iso ?? '')).toEqual({
    bodyId: 'migration-service',
    missionId: undefined,
    isFlagged: false,
    reason: 'noMission',
  })
})

test('a mission that is only planned is never suggested', () => {
  const planned = law.missions.filter(({ status }) => status !== 'open').map(({ id }) => id)
  const suggested = law.countries.map(({ iso }) => missionFor(law, iso) ?? '')
  expect(planned.length).toBeGreaterThan(0)
  expect(suggested.filter((id) => planned.includes(id))).toEqual([])
})

test('whoever said which embassy they can reach goes to that one, unless it is not open', () => {
  expect(suggest('lost-passport', 'RU', { nearestMission: 'mission-ru-vladivostok' }).missionId).toBe(
    'mission-ru-vladivostok',
  )
  expect(suggest('lost-passport', 'RU', { nearestMission: 'mission-ru-yakutsk' }).missionId).toBe('mission-ru-moscow')
  expect(suggest('lost-passport', 'RU', { nearestMission: ['mission-ru-vladivostok'] }).missionId).toBe(
    'mission-ru-moscow',
  )
})

test('an entry ban is routed by the banned country when it was given', () => {
  expect(routingCountry(law, 'entry-ban', 'KG', { banCountry: 'RU' })).toBe('RU')
  expect(routingCountry(law, 'entry-ban', 'KG', {})).toBe('KG')
  expect(routingCountry(law, 'entry-ban', 'KG', { banCountry: 'nowhere' })).toBe('KG')
  expect(routingCountry(law, 'unpaid-wages', 'KG', { banCountry: 'RU' })).toBe('KG')
})

test('a body of the host country goes to our mission there while its list by country is not filled', () => {
  const rows = [{ country: ANY, bodyId: 'host-police', reasonId: null }]
  expect(suggestBody(law, rows, 'KR')).toEqual({
    bodyId: 'mission',
    missionId: 'mission-kr-seoul',
    isFlagged: false,
    reason: 'changedByStaff',
  })
})

test('no row, a row taken out and a body that no longer exists all give the fallback, flagged', () => {
  const fallback = { bodyId: 'migration-service', missionId: undefined, isFlagged: true, reason: 'noRow' }
  expect(suggestBody(law, [], 'RU')).toEqual(fallback)
  expect(suggestBody(law, [{ country: ANY, bodyId: null, reasonId: null }], 'RU')).toEqual(fallback)
  expect(suggestBody(law, [{ country: ANY, bodyId: 'gone', reasonId: 'intake' }], 'RU')).toEqual(fallback)
})

test('a row taken out lets the row for every country hold again', () => {
  const rows = choicesFor('unpaid-wages').map((row) => (row.country === 'RU' ? { ...row, bodyId: null } : row))
  expect(suggestBody(law, rows, 'RU')).toMatchObject({ bodyId: 'mission', missionId: 'mission-ru-moscow' })
})

test('every topic from every country has a body, without a flag, that serves that country', () => {
  const topics = constantFrom(...law.topics.map(({ id }) => id))
  const countries = constantFrom(...law.countries.map(({ iso }) => iso))
  assert(
    property(topics, countries, (topicId, country) => {
      const found = suggest(topicId, country)
      const body = law.body(found.bodyId)
      expect(found.isFlagged).toBe(false)
      expect(body?.serves === '*' || body?.serves.includes(country)).toBe(true)
      expect(found.missionId === undefined).toBe(found.bodyId !== 'mission')
      expect(found.missionId === undefined || law.mission(found.missionId)?.status === 'open').toBe(true)
    }),
  )
})

test('the team of the topic’s group wins over the team of the language; none in work means intake, flagged', () => {
  const rows = [
    { topicGroup: ANY, teamId: 'kyrgyz' },
    { topicGroup: 'work', teamId: 'labour' },
  ]
  const all = new Set(['kyrgyz', 'labour'])
  expect(chooseTeam(rows, 'work', all)).toEqual({ teamId: 'labour', isFlagged: false })
  expect(chooseTeam(rows, 'status', all)).toEqual({ teamId: 'kyrgyz', isFlagged: false })
  expect(chooseTeam(rows, 'work', new Set(['kyrgyz']))).toEqual({ teamId: 'kyrgyz', isFlagged: false })
  expect(chooseTeam(rows, 'work', new Set())).toEqual({ teamId: INTAKE_TEAM, isFlagged: true })
})

test('a language starts with a team that speaks it, never with the protection team', () => {
  const team = (id: string, kind: string, langs: ('ky' | 'ru' | 'en')[]) => ({ id, kind, langs, isActive: true })
  const teams = [team(INTAKE_TEAM, 'ordinary', ['ky', 'ru', 'en']), team('protection', 'protection', ['en'])]
  expect(firstTeamFor('en', teams)).toBe(INTAKE_TEAM)
  expect(firstTeamFor('en', [...teams, team('english', 'ordinary', ['en'])])).toBe('english')
})

test('every reason has words', () => {
  expect(routeReason(law, 'noMission').en).toContain('no mission')
  expect(routeReason(law, 'consentFirst').ru).toContain('согласия')
})
