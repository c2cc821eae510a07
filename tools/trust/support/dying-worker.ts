import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { keysFor } from '#src/app/keys.ts'
import { createPortal } from '#src/app/portal.ts'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { noticeTemplates } from '#src/modules/notices/rules.ts'
import { systemClock, systemRandom } from '#src/platform/clock.ts'
import { readConfig } from '#src/platform/config.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { startMailServer } from '#test/support/mail-server.ts'
import { pause } from './child.ts'
import { makeFakedTime } from './faked-time.ts'
import { startWorkerProcess } from './portal-process.ts'
import { startPostgres } from './postgres.ts'

export type LettersOfTheDead = {
  readonly kills: number
  /** Of these after the mail server took the letter, and before the worker knew. */
  readonly afterTaken: number
  readonly notices: number
  /** Notices that are not there any more, and those whose letter never came. */
  readonly deleted: number
  readonly lost: number
  /** Notices whose letter came more than once under one Message-ID. */
  readonly doubled: number
  /** Letters under a Message-ID that no notice has. */
  readonly strange: number
}

/**
 * Notices in a queue on a PostgreSQL server, and a worker that is killed again and again in the middle of a letter: twice after the
 * mail server took it and before the worker knows, then once before it was taken. Afterwards the time of both moves on until
 * nothing waits.
 */
export async function killWorkers({
  notices,
  kills,
  isBroken,
}: {
  readonly notices: number
  readonly kills: number
  readonly isBroken: boolean
}): Promise<LettersOfTheDead> {
  await using running = new AsyncDisposableStack()
  const home = mkdtempSync(join(tmpdir(), 'mekendesh-r9-'))
  running.defer(() => rmSync(home, { recursive: true, force: true }))
  chmodSync(home, 0o755)
  const time = makeFakedTime(home)
  const postgres = await startPostgres(join(home, 'pg'), [], time.environment)
  running.defer(() => postgres.stop())
  const mail = await startMailServer()
  running.defer(() => mail.close())
  const settings = { DATA_DIR: join(home, 'data'), DATABASE_URL: postgres.url }
  const outbox = await openOutbox(settings)
  running.defer(() => outbox.close())
  const { deps } = outbox
  if (isBroken) await markBeforeSending(deps)
  const ids = await fillOutbox(deps, notices)

  const worker = keepWorker({ ...time.environment, ...settings, SMTP_URL: mail.url })
  running.defer(() => worker.kill())
  let [letters, killed, afterTaken] = [0, 0, 0]
  const every = Math.floor(notices / (kills + 1))
  mail.state.holdUp = async () => {
    letters += 1
    if (letters % every !== 0 || killed === kills) return
    killed += 1
    const isTaken = killed % 3 !== 0
    if (isTaken) afterTaken += 1
    await worker.replace()
    if (!isTaken) await new Promise(() => {})
  }
  await untilSent(deps, async (turn) => {
    if (killed < kills) return
    // Longer than the claim of a dead worker, and than the sweep waits.
    time.set(turn * 11 * 60)
    await pause(2000)
  })
  const came = new Map<string, number>()
  for (const { raw } of mail.letters) {
    const id = /^message-id: <([^@>]+)@/im.exec(raw)?.[1] ?? ''
    came.set(id, (came.get(id) ?? 0) + 1)
  }
  const there = new Set((await deps.db.selectFrom('notices').select('id').execute()).map(({ id }) => id))
  const countOf = (isOne: (id: string) => boolean) => ids.filter(isOne).length
  return {
    kills: killed,
    afterTaken,
    notices,
    deleted: countOf((id) => !there.has(id)),
    lost: countOf((id) => !came.has(id)),
    doubled: countOf((id) => (came.get(id) ?? 0) > 1),
    strange: [...came.keys()].filter((id) => !there.has(id)).length,
  }
}

/** The portal's own parts without a server or a worker: to put notices into the queue. */
async function openOutbox(settings: Readonly<Record<string, string>>) {
  const read = readConfig({ LOG_LEVEL: 'silent', ...settings })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const { config } = read
  const database = await openDatabase(config)
  await prepareDatabase(database, join(process.cwd(), 'migrations'))
  const parts = { config, database, keys: keysFor(config), clock: systemClock, random: systemRandom }
  const portal = await createPortal({ ...parts, rootDir: process.cwd() })
  return {
    deps: portal.deps,
    async close() {
      await portal.close()
      await database.close()
    },
  }
}

/** A notice of each kind in turn. Gives their ids. */
export async function fillOutbox(deps: AppDeps, notices: number): Promise<readonly string[]> {
  for (let first = 0; first < notices; first += 500)
    await deps.db.transaction().execute(async (db) => {
      for (let n = first; n < Math.min(first + 500, notices); n++) {
        const template = noticeTemplates[n % noticeTemplates.length] ?? 'answer'
        const to = `reader${n}@example.org`
        await enqueueNotice({ ...deps, db }, { to, lang: 'ky', template, about: `answer:${n}`, isConfirmed: true })
      }
    })
  return (await deps.db.selectFrom('notices').select('id').execute()).map(({ id }) => id)
}

/** Broken on purpose: what is taken in hand counts as sent, so that nobody would send it again. */
async function markBeforeSending({ db }: AppDeps) {
  await sql`create function mark_before_sending() returns trigger language plpgsql as $$
    begin if new.tries > old.tries then new.state := 'sent'; end if; return new; end $$`.execute(db)
  await sql`create trigger mark_before_sending before update on notices
    for each row execute function mark_before_sending()`.execute(db)
}

/** A worker that is there again as soon as it was killed. */
function keepWorker(settings: Readonly<Record<string, string>>) {
  let worker = startWorkerProcess(settings)
  return {
    async replace() {
      await worker.kill('SIGKILL')
      worker = startWorkerProcess(settings)
    },
    kill: () => worker.kill('SIGKILL'),
  }
}

async function untilSent({ db }: AppDeps, moveOn: (turn: number) => Promise<void>): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    const { waiting } = await db
      .selectFrom('notices')
      .select(({ fn }) => fn.countAll<string>().as('waiting'))
      .where('state', '<>', 'sent')
      .executeTakeFirstOrThrow()
    if (Number(waiting) === 0) return
    await moveOn(turn)
    await pause(500)
  }
}
