import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal, aPerson, aStaffVisitor } from '#test/support/appeals.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import {
  answerAppeal,
  closeAppeal,
  handToTeam,
  rateAppeal,
  reopenAppeal,
  type OpenAppealInput,
} from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import type { Score } from '#src/modules/appeals/rules/rating.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { figuresOf } from './rules/ratings.ts'

const DAY = 24 * 60 * 60_000

let portal: TestPortal
let by: StaffVisitor
beforeAll(async () => {
  portal = await startPortal()
  by = await aStaffVisitor(portal.deps, 'supervisor', { teams: [INTAKE_TEAM, CONSULTATIONS_TEAM, PROTECTION_TEAM] })
  // Closed more than 90 days before the others.
  await rated('yes', {}, 'adviceGiven')
  portal.clock.advance(100 * DAY)
  for (const score of ['yes', 'yes', 'yes', 'partly', 'no'] as const) await rated(score)
  await rated(undefined)
  await rated(undefined, {}, 'withdrawn')
  await rated(undefined, {}, 'spam')
  for (const score of ['yes', 'no'] as const) await rated(score, { topicId: 'pension' })
  for (const score of ['no', 'no', 'no', 'no', 'no', 'yes'] as const) await rated(score, { wantsProtection: true })
})
afterAll(() => portal.close())

type Outcome = 'adviceGiven' | 'withdrawn' | 'spam'

/** An appeal that was answered, closed and spoken of. */
async function rated(score: Score | undefined, named: Partial<OpenAppealInput> = {}, outcome: Outcome = 'adviceGiven') {
  const { appealId } = await anAppeal(portal.deps, named)
  await answerAppeal(portal.deps, { appealId, by, text: 'Ответ', formKey: portal.random.bytes(16) })
  const closed = await closeAppeal(portal.deps, { appealId, by, outcome })
  if (!closed.ok) throw new Error(closed.refusal)
  if (score) await rateAppeal(portal.deps, { appealId, by: aPerson(appealId, portal.clock), round: 1, score })
  return appealId
}

/** The lines of a page's tables: the name, then the figures. */
async function linesOf(cookies: Cookies, query = '') {
  const { body, statusCode } = await portal.get(`/staff/ratings${query}`, cookies)
  expect(statusCode).toBe(200)
  const lines = [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, '').replaceAll('\u{a0}', ' '),
    ),
  )
  return new Map(lines.map(([name = '', ...figures]) => [name, figures]))
}
const linkIn = (body: string, text: string) =>
  new RegExp(`href="([^"]*)">${text}`).exec(body)?.[1]?.replaceAll('&amp;', '&')

test('a supervisor reads by team and by topic how many were closed, rated, and what was said', async () => {
  const lines = await linesOf(await portal.signIn('supervisor'))
  expect(lines.get('Всего')).toEqual(['8', '7', '57 %', '14 %', '29 %'])
  const [topic, other] = ['contract-conditions', 'pension'].map((id) => catalogue().topic(id)?.name.ru ?? '')
  expect(lines.get(topic ?? '')).toEqual(['6', '5', '60 %', '20 %', '20 %'])
  expect(lines.get(other ?? '')).toEqual(['2', 'меньше 5', '', '', ''])
})

test('of fewer than five ratings neither number nor shares are shown', async () => {
  const { body } = await portal.get('/staff/ratings', await portal.signIn('supervisor'))
  expect(body).toContain('меньше 5')
  const lines = [...(await linesOf(await portal.signIn('supervisor'))).values()]
  expect(lines).toContainEqual(['2', 'меньше 5', '', '', ''])
  const few = (count: number) => figuresOf([{ teamId: 'a', topicId: 'b', score: 'no', count }]).rated
  expect([few(0), few(4), few(5)?.shares.no]).toEqual([undefined, undefined, 100])
})

test('protected appeals count for a supervisor in the protection team, and for no other', async () => {
  const team = 'Группа защиты'
  const outside = await linesOf(await portal.signIn('supervisor'))
  expect([outside.get(team), outside.get('Всего')?.[0]]).toEqual([undefined, '8'])
  const inside = await linesOf(await portal.signIn('supervisor', { teams: [PROTECTION_TEAM] }))
  expect(inside.get(team)).toEqual(['6', '6', '17 %', '0 %', '83 %'])
  expect(inside.get('Всего')?.[0]).toBe('14')
})

test('thirty, ninety and 365 days are counted; any other number is thirty', async () => {
  const cookies = await portal.signIn('supervisor')
  for (const [query, closed] of [
    ['', '8'],
    ['?days=30', '8'],
    ['?days=90', '8'],
    ['?days=365', '9'],
    ['?days=3650', '8'],
  ] as const)
    expect([query, (await linesOf(cookies, query)).get('Всего')?.[0]]).toEqual([query, closed])
})

test('a figure leads to the closed appeals behind it', async () => {
  const cookies = await portal.signIn('supervisor')
  const { body } = await portal.get('/staff/ratings', cookies)
  expect(linkIn(body, 'Всего')).toBe('/staff/queue/closed')
  const links = [...body.matchAll(/href="(\/staff\/queue\/closed\?[^"]*)"/g)].map(([, link = '']) => link)
  expect(links).toEqual(
    expect.arrayContaining(['/staff/queue/closed?topic=pension', '/staff/queue/closed?team=consultations']),
  )
  for (const link of links) expect((await portal.get(link, cookies)).statusCode).toBe(200)
})

test('a no stays with the team that closed, also when the appeal was opened again and handed on', async () => {
  const before = await countOf(CONSULTATIONS_TEAM)
  const appealId = await rated('no')
  await reopenAppeal(portal.deps, { appealId, by: aPerson(appealId, portal.clock), reason: 'Нет' })
  await handToTeam(portal.deps, { appealId, by, teamId: INTAKE_TEAM })
  expect(await countOf(CONSULTATIONS_TEAM)).toBe(before + 1)
})

const countOf = async (teamId: string) =>
  Number(
    (
      await portal.db
        .selectFrom('appeal_closings')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .where('team_id', '=', teamId)
        .where('score', '=', 'no')
        .executeTakeFirstOrThrow()
    ).n,
  )

test('what was closed before the portal asked is counted too: the migration finds the same closings', async () => {
  const closings = () =>
    portal.db
      .selectFrom('appeal_closings')
      .select(['appeal_id', 'round', 'closed_at', 'outcome', 'topic_id', 'level'])
      .orderBy('appeal_id')
      .orderBy('round')
      .execute()
  const before = await closings()
  const [, backfill = ''] = readFileSync('migrations/0014-appeals-ratings.sql', 'utf8').split(/(?=^insert into)/m)
  const after = await portal.db.transaction().execute(async (db) => {
    await sql`create temp table kept on commit drop as select * from appeal_closings`.execute(db)
    await sql`delete from appeal_closings`.execute(db)
    await sql.raw(backfill).execute(db)
    const { rows } = await sql<object>`
        select appeal_id, round, closed_at, outcome, topic_id, level from appeal_closings
        order by appeal_id, round`.execute(db)
    await sql`delete from appeal_closings`.execute(db)
    await sql`insert into appeal_closings select * from kept`.execute(db)
    return rows
  })
  expect(after).toEqual(before)
})

test('operators, the administrator and strangers have no such page, nor a link to it', async () => {
  for (const role of ['operator', 'lawyer', 'administrator', 'auditor', 'head'] as const) {
    const cookies = await portal.signIn(role)
    expect([role, (await portal.get('/staff/ratings', cookies)).statusCode]).toEqual([role, 403])
    expect((await portal.get('/staff/account', cookies)).body).not.toContain('/staff/ratings')
  }
  expect((await portal.get('/staff/ratings')).headers.location).toContain('/staff/sign-in')
  expect((await portal.get('/staff/account', await portal.signIn('supervisor'))).body).toContain('/staff/ratings')
})

test('the figures walk along the index of closings from the first day on', async () => {
  const plan = await portal.db.transaction().execute(async (db) => {
    await sql`set local enable_seqscan = off`.execute(db)
    await sql`set local enable_bitmapscan = off`.execute(db)
    const { rows } = await sql<Record<string, string>>`
      explain select team_id, topic_id, score, count(*) from appeal_closings
      where closed_at >= ${portal.clock.now()} and outcome not in ('withdrawn', 'spam') and level = 'ordinary'
      group by team_id, topic_id, score`.execute(db)
    return rows.map((row) => Object.values(row).join('')).join('\n')
  })
  expect(plan).toMatch(/Index Only Scan using appeal_closings_asked/)
  expect(plan).toMatch(/Index Cond: \(closed_at >=/)
})
