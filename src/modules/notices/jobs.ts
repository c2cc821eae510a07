import { z } from 'zod'
import { defineJob } from '#src/platform/jobs.ts'
import { deliverNotice } from './deliver-notice.ts'
import { isUrgent, type NoticeTemplate } from './rules.ts'
import { listUntried } from './store.ts'

const payload = z.object({ id: z.string() })
// Doubled from one minute to six hours: forty of them last for more than a week, and deliverNotice gives up before they end.
const options = { retryLimit: 60, retryDelay: 60, retryDelayMax: 6 * 60 * 60 }

export const sendNotice = defineJob({
  name: 'notices.send',
  payload,
  options,
  run: (deps, { id }) => deliverNotice(deps, id),
})

/** A queue of its own: codes and calls to the duty list do not wait behind a thousand ordinary letters. */
export const sendUrgentNotice = defineJob({
  name: 'notices.sendUrgent',
  payload,
  options,
  run: (deps, { id }) => deliverNotice(deps, id),
})

export const jobFor = (template: NoticeTemplate) => (isUrgent(template) ? sendUrgentNotice : sendNotice)

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
