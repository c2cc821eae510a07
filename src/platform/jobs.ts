import type { ZodType } from 'zod'
import type { AppDeps } from './deps.ts'
import type { Db } from './db.ts'

/** How hard a job is tried. Notices need days, housekeeping does not. */
export type JobOptions = {
  readonly retryLimit?: number
  /** Seconds before the first retry; doubled each time up to retryDelayMax. */
  readonly retryDelay?: number
  readonly retryDelayMax?: number
  /** How many of them one process runs at the same time; one where not named. */
  readonly atOnce?: number
  /** Sends letters: the mailer keeps a connection for each that may run at the same time. */
  readonly sendsMail?: true
  /** Cron line in UTC for jobs that come by the clock. */
  readonly every?: string
}

export type Job<Payload = unknown> = {
  readonly name: string
  readonly payload: ZodType<Payload>
  readonly options: JobOptions
  /** Parses what lay in the queue, then runs. May run twice: it must be harmless the second time. */
  run(deps: AppDeps, payload: unknown): Promise<void>
}

/** How many of a job one process runs at the same time. */
export const atOnceOf = ({ options }: Job): number => options.atOnce ?? 1

export function defineJob<Payload>(job: {
  readonly name: string
  readonly payload: ZodType<Payload>
  readonly options?: JobOptions
  readonly run: (deps: AppDeps, payload: Payload) => Promise<void>
}): Job<Payload> {
  return {
    name: job.name,
    payload: job.payload,
    options: job.options ?? {},
    run: (deps, payload) => job.run(deps, job.payload.parse(payload)),
  }
}

/** Something that happened in a lower module; a higher one names in its module.ts the job that answers it. */
export type PortalEvent<Payload = unknown> = { readonly name: string; readonly payload: ZodType<Payload> }
export const defineEvent = <Payload>(name: string, payload: ZodType<Payload>): PortalEvent<Payload> => ({
  name,
  payload,
})

export type EnqueueOptions = {
  readonly startAfter?: Date
  /** While a job with this key waits or runs, a second one is not taken in. */
  readonly onlyOne?: string
}

/** The queue. `db` is always the transaction of the change the job follows from: both are kept, or neither. */
export type Jobs = {
  enqueue<Payload>(db: Db, job: Job<Payload>, payload: Payload, options?: EnqueueOptions): Promise<void>
  /** Enqueues, in the same transaction, the job of every module that hears the event. */
  emit<Payload>(db: Db, event: PortalEvent<Payload>, payload: Payload): Promise<void>
}
