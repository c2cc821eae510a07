import { PgBoss } from 'pg-boss'
import { systemTexts } from '#src/modules/desk/texts/system.ts'
import { countFailedNotices } from '#src/modules/notices/index.ts'
import { sweepNotices } from '#src/modules/notices/jobs.ts'
import { paths } from '#src/paths.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { fillOutbox, killWorkers, type LettersOfTheDead } from './support/dying-worker.ts'
import { whyNoFakedTime } from './support/faked-time.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { findPostgres } from './support/postgres.ts'

const KILLS = 200
const HOUR = 60 * 60_000
const DAYS = 20

/**
 * R9: the worker is killed in the middle of letters, and the mail server refuses for 20 days. Every notice arrives, twice only
 * where the worker died after sending, then under the same Message-ID; none is deleted; what was given up stands on the
 * administrator's first page. `isBroken` marks a letter as sent before it is.
 */
export async function r9({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const plan = isQuick ? { kills: 12, notices: 1500 } : { kills: 1.5 * KILLS, notices: 25_000 }
  const whyNot = findPostgres() === undefined ? 'no PostgreSQL programs here' : whyNoFakedTime()
  // Nobody is killed within a simulated time: the switch breaks what a killed worker leaves behind.
  const refused = isBroken ? undefined : await refuseForDays(isQuick ? 30 : 300)
  const killed = whyNot === undefined ? await killWorkers({ ...plan, isBroken }) : undefined
  const pass =
    (!killed || isSound(killed, plan.kills)) &&
    (!refused || refused.deleted + refused.lost + refused.doubled + refused.unseen === 0)
  return {
    goal: 'R9',
    figure: [
      ...(killed ? [wordsOfKills(killed)] : []),
      ...(refused
        ? [
            `mail refused for ${DAYS} days: of ${refused.notices} notices ${refused.deleted} deleted, ${refused.lost} lost once mail went again, ${refused.doubled} twice, ${refused.unseen} times a given-up one was not on the administrator's first page`,
          ]
        : []),
    ].join('; '),
    target: `every notice at least once, twice in at most 1 % and then under the same Message-ID, none deleted, given-up ones on the administrator's first page at once${isQuick ? '' : `; ${KILLS} kills between sent and done`}`,
    pass,
    ...(pass && whyNot !== undefined
      ? { skipped: `${whyNot}, so no worker was killed; the ${DAYS} days were tried, and held` }
      : {}),
  }
}

const isSound = ({ kills, notices, deleted, lost, doubled, strange }: LettersOfTheDead, planned: number): boolean =>
  kills === planned && deleted + lost + strange === 0 && doubled <= notices / 100 && doubled > 0

const wordsOfKills = ({ kills, afterTaken, notices, deleted, lost, doubled, strange }: LettersOfTheDead) =>
  `${kills} kills in the middle of a letter, ${afterTaken} of them between sent and done: of ${notices} notices ${deleted} deleted, ${lost} never sent, ${doubled} sent twice, ${strange} letters under another Message-ID`

/** The portal in this process on a clock that is moved on by three hours at a time, the queue's own housekeeping included. */
async function refuseForDays(notices: number) {
  const portal = await startPortal()
  const { testClock, queue } = portal.database
  const boss = new PgBoss({
    ...queue.app,
    ...(testClock ? { clock: testClock } : {}),
    migrate: false,
    supervise: false,
    schedule: false,
    reindex: false,
  })
  try {
    await boss.start()
    // The queue's time begins long ago, and what is enqueued there would be too old to keep: from here it is the portal's.
    await portal.runJobs()
    portal.mail.state.refuse = true
    const ids = await fillOutbox(portal.deps, notices)
    let unseen = 0
    for (let hours = 0; hours < DAYS * 24; hours += 3) {
      portal.clock.advance(3 * HOUR)
      await portal.deps.jobs.enqueue(portal.db, sweepNotices, {}, { onlyOne: 'every' })
      await portal.runJobs({ mayFail: true })
      await boss.supervise()
      if (hours % 24 === 0) unseen += await missesDead(portal)
    }
    portal.mail.state.refuse = false
    const supervisor = await portal.signIn('supervisor')
    await portal.post(paths.staffNoticesRetry(), { which: 'allDead' }, supervisor)
    await portal.runJobs()
    const there = await portal.db.selectFrom('notices').select(['id', 'state']).execute()
    const came = portal.mail.letters.map(({ raw }) => /^message-id: <([^@>]+)@/im.exec(raw)?.[1])
    return {
      notices,
      unseen,
      deleted: ids.filter((id) => !there.some((one) => one.id === id)).length,
      lost: ids.filter((id) => !came.includes(id)).length,
      doubled: came.length - new Set(came).size,
    }
  } finally {
    await boss.stop({ graceful: false })
    await portal.close()
  }
}

/** 1 where the page that an administrator sees after signing in does not tell how many notices were given up. */
async function missesDead(portal: TestPortal): Promise<number> {
  const { dead } = await countFailedNotices(portal.db)
  const cookies = await portal.signIn('administrator', { lang: 'ru' })
  const { headers } = await portal.get(paths.staffHome(), cookies)
  const { body } = await portal.get(String(headers.location), cookies)
  return dead === 0 || body.includes(systemTexts.failedNotices(dead).ru) ? 0 : 1
}
