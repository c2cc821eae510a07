import { z } from 'zod'
import { defineJob } from '#src/platform/jobs.ts'
import { deliverNotice } from './deliver-notice.ts'
import { urgencyOf, type NoticeTemplate } from './rules.ts'
import { listUntried } from './store.ts'

const payload = z.object({ id: z.string() })
// Doubled from one minute to six hours: forty of them last for more than a week, and deliverNotice gives up before they end.
const options = { retryLimit: 60, retryDelay: 60, retryDelayMax: 6 * 60 * 60, sendsMail: true } as const

export const sendNotice = defineJob({
  name: 'notices.send',
  payload,
  options,
  run: (deps, { id }) => deliverNotice(deps, id),
})

/** A queue of its own: whoever waits at a screen for a code does not wait behind a thousand ordinary letters. */
export const sendUrgentNotice = defineJob({
  name: 'notices.sendUrgent',
  payload,
  options,
  run: (deps, { id }) => deliverNotice(deps, id),
})

/** Calls to the duty list wait behind nothing; two at once, so that a slow mail server still has all within the minute. */
export const sendCriticalNotice = defineJob({
  name: 'notices.sendCritical',
  payload,
  options: { ...options, atOnce: 2 },
  run: (deps, { id }) => deliverNotice(deps, id),
})

const jobs = { ordinary: sendNotice, urgent: sendUrgentNotice, critical: sendCriticalNotice }
export const jobFor = (template: NoticeTemplate) => jobs[urgencyOf(template)]

const UNTRIED_MS = 10 * 60_000

/** Finds notices whose job is gone: mail was off when it ran, or the queue lost it. `onlyOne` keeps a living job alone. */
export const sweepNotices = defineJob({
  name: 'notices.sweep',
  payload: z.object({}),
  options: { every: '*/5 * * * *' },
  async run({ db, jobs, clock, mail }) {
    if (!mail.isOn) return
    const untried = await listUntried(db, new Date(clock.now().getTime() - UNTRIED_MS), 1000)
    for (const { id, template } of untried) await jobs.enqueue(db, jobFor(template), { id }, { onlyOne: id })
  },
})
