import type { FastifyInstance } from 'fastify'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { countFailedNotices } from '#src/modules/notices/index.ts'
import { listDutyGaps } from '#src/modules/staff/index.ts'
import { paths, patterns } from '#src/paths.ts'
import { countDeadJobs, listDeadJobs } from '#src/platform/dead-jobs.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parseJobMove } from '../forms.ts'
import { mendJob } from '../mend-job.ts'
import { SystemPage } from '../pages/system-page.tsx'

/** The administrator's first page: what needs a hand, in red, before anything else. */
export function systemRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffSystem, staffPage('systemRead'), async (request, reply) => {
    const { db, config, mail } = deps
    const [dutyGaps, failedNotices, deadJobs, deadJobCount] = await Promise.all([
      listDutyGaps(deps),
      countFailedNotices(db),
      listDeadJobs(db, 20),
      countDeadJobs(db),
    ])
    return sendPage(
      reply,
      200,
      <SystemPage
        page={request.page}
        dutyGaps={dutyGaps}
        hasMail={mail.isOn}
        isEmbedded={config.databaseUrl === undefined}
        failedNotices={failedNotices.dead}
        delayedNotices={failedNotices.failed}
        deadJobs={deadJobs}
        deadJobCount={deadJobCount}
        timeZone={catalogue().settings.numberTimeZone}
      />,
    )
  })

  app.post(patterns.staffSystemJob, staffPage('systemRead'), async (request, reply) => {
    const form = parseJobMove(request.body)
    // A body of somebody else's making, or a job that a colleague has mended meanwhile: the page shows how things are.
    if (form.ok) await mendJob(deps, { ...form.value, by: staffOf(request) })
    return reply.redirect(paths.staffSystem(), 303)
  })
}
