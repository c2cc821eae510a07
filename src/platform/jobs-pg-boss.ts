import { randomUUID } from 'node:crypto'
import { fromKysely, PgBoss } from 'pg-boss'
import type { SendOptions } from 'pg-boss'
import type { Clock } from '#src/kernel/clock.ts'
import { systemClock } from './clock.ts'
import type { AppDeps } from './deps.ts'
import type { Database } from './database/open.ts'
import { atOnceOf, type Job, type Jobs, type PortalEvent } from './jobs.ts'
import type { Log } from './log.ts'
import { DEAD_QUEUE, failureOf } from './dead-jobs.ts'
import { onceIn } from './once-in.ts'

/** All jobs of all modules, and which of them answer which event. */
export type JobPlan = {
  readonly jobs: readonly Job[]
  readonly hears: readonly { readonly event: PortalEvent; readonly job: Job }[]
}

export type JobRunner = Jobs & {
  /** Gives the jobs what they run with. Call it before `start` or `runDue`. */
  serve(deps: AppDeps): void
  /** Fetches and runs jobs from now on, those that come by the clock too. */
  start(): Promise<void>
  /**
   * Runs what is due now until nothing is left, without waiting for a worker to look. Gives how many ran.
   * Throws what a job threw, unless it may fail.
   */
  runDue(options?: { readonly mayFail?: boolean }): Promise<number>
  /** Takes in nothing more and lets what runs end, at most half a minute. */
  stop(): Promise<void>
}

const YEAR = 365 * 24 * 60 * 60
/** pg-boss's own defaults lose work: 2 retries at once, and waiting jobs are deleted after 14 days. */
const defaults = { retryLimit: 10, retryDelay: 15, retryDelayMax: 6 * 60 * 60 }

// Every worker of every queue meets an outage, some thirty lines in a quarter of a minute: they hid what else there was.
const SAID_EVERY_MS = 60_000

/** Opens the queue: jobs can be enqueued at once; they run after `start`. */
export async function createJobs(
  database: Database,
  plan: JobPlan,
  log: Log,
  clock: Clock = systemClock,
): Promise<JobRunner> {
  const { testClock } = database
  const boss = new PgBoss({
    ...database.queue.app,
    // Installed by prepareDatabase; the app's role may not change tables.
    migrate: false,
    // A stopped clock stops housekeeping and the timetable too: tests run what they want to see.
    supervise: testClock === undefined,
    schedule: testClock === undefined,
    useListenNotify: testClock === undefined,
    // Rebuilding an index needs its owner; a queue of this size does not need it.
    reindex: false,
    ...(testClock ? { clock: testClock } : {}),
  })
  // Without a listener a database that is away for a moment would end the process.
  const isTime = onceIn(clock, SAID_EVERY_MS)
  boss.on('error', (error) => {
    if (isTime())
      log.error(
        { err: error },
        'The queue of jobs met an error, most often that the database does not answer; jobs wait and none is lost. See /readyz. Once the database is back the queue goes on by itself. Said once a minute while it lasts.',
      )
  })
  await boss.start()
  await createQueues(boss, plan.jobs)
  let served: AppDeps | undefined
  const depsNow = () => {
    if (!served) throw new Error('jobs.serve(deps) was not called.')
    return served
  }
  return {
    ...jobsOn(boss, plan),
    serve(deps) {
      served = deps
    },
    async start() {
      await startWorkers(boss, plan.jobs, depsNow())
      await startSchedules(boss, plan.jobs)
    },
    async runDue({ mayFail = false } = {}) {
      const deps = depsNow()
      await testClock?.setTime(deps.clock.now())
      const { ran, failures } = await runEachDue(boss, plan.jobs, deps)
      if (failures.length > 0 && !mayFail)
        throw new AggregateError(failures, `jobs failed: ${failures.map(String).join('; ')}`)
      return ran
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  }
}

async function createQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  await boss.createQueue(DEAD_QUEUE, { retentionSeconds: YEAR, deleteAfterSeconds: YEAR })
  for (const job of jobs) {
    const { retryLimit, retryDelay, retryDelayMax } = { ...defaults, ...job.options }
    const options = {
      retryLimit,
      retryDelay,
      retryDelayMax: Math.max(retryDelay, retryDelayMax),
      retryBackoff: true,
      // A worker that died is noticed after a minute instead of a quarter of an hour.
      heartbeatSeconds: 60,
      retentionSeconds: YEAR,
      deadLetter: DEAD_QUEUE,
      notify: true,
    }
    // One job to a key; enqueue gives each job that may come twice a key of its own.
    await boss.createQueue(job.name, { ...options, policy: 'exclusive' })
    await boss.updateQueue(job.name, options)
  }
}

const jobsOn = (boss: PgBoss, plan: JobPlan): Jobs => {
  const enqueue: Jobs['enqueue'] = async (db, job, payload, options = {}) => {
    const send: SendOptions = { db: fromKysely(db), singletonKey: options.onlyOne ?? randomUUID() }
    if (options.startAfter) send.startAfter = options.startAfter
    await boss.send(job.name, { payload: job.payload.parse(payload) }, send)
  }
  return {
    enqueue,
    async emit(db, event, payload) {
      const heard = event.payload.parse(payload)
      for (const { event: known, job } of plan.hears) if (known.name === event.name) await enqueue(db, job, heard)
    },
  }
}

const payloadOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'payload' in data ? data.payload : undefined

async function startWorkers(boss: PgBoss, jobs: readonly Job[], deps: AppDeps): Promise<void> {
  for (const job of jobs) for (let one = 0; one < atOnceOf(job); one += 1) await startWorker(boss, job, deps)
}

// A new job wakes its worker by NOTIFY; looking every ten seconds is for delayed ones and retries.
const looking = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 } as const

async function startWorker(boss: PgBoss, job: Job, deps: AppDeps): Promise<void> {
  const worker = boss.work(job.name, looking, async (taken) => {
    // Where one job was, more may wait: looks again at once. Left alone a worker takes one job in ten seconds, however many.
    boss.notifyWorker(await worker)
    for (const { data } of taken) {
      const run = async () => job.run(deps, payloadOf(data))
      const failure = await run().then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      if (!failure) continue
      // Whole, so that its type, code and place are logged; a log line leaves out its words.
      deps.log.warn(
        { job: job.name, err: failure.error },
        'A job failed and will be tried again, later each time. Once it has failed for good it stands at /staff/system, where it can be run again.',
      )
      // Only this is kept in the queue's table: no stack, no address.
      throw new Error(failureOf(failure.error).message)
    }
  })
  await worker
}

async function startSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const planned = new Set(jobs.filter((job) => job.options.every !== undefined).map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!planned.has(name)) await boss.unschedule(name)
  for (const { name, options } of jobs) {
    if (options.every !== undefined)
      await boss.schedule(name, options.every, { payload: {} }, { tz: 'UTC', singletonKey: 'every' })
  }
}

async function runEachDue(
  boss: PgBoss,
  jobs: readonly Job[],
  deps: AppDeps,
): Promise<{ ran: number; failures: Error[] }> {
  const failures: Error[] = []
  let ran = 0
  for (let before = -1; before !== ran;) {
    before = ran
    for (const job of jobs) {
      for (const { id, data } of await boss.fetch(job.name, { batchSize: 20 })) {
        ran += 1
        try {
          await job.run(deps, payloadOf(data))
          await boss.complete(job.name, id)
        } catch (error) {
          failures.push(new Error(`${job.name}: ${String(error)}`, { cause: error }))
          await boss.fail(job.name, id, failureOf(error))
        }
      }
    }
  }
  return { ran, failures }
}
