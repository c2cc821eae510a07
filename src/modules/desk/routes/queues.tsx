import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may } from '#src/kernel/roles.ts'
import { filledFrom } from '#src/kernel/form.ts'
import {
  countQueues,
  cursorToText,
  findAppealByNumber,
  listQueue,
  parseAppealNumber,
  parseCursor,
  type QueueView,
} from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { listStaffNames, listTeams } from '#src/modules/staff/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, queryOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parseFilter, parseView } from '../forms.ts'
import { teamsOffered } from '../rules/queue-teams.ts'
import { doneIn } from './done.ts'
import { QueuePage } from '../pages/queue-page.tsx'

export function queueRoutes(app: FastifyInstance, deps: AppDeps) {
  // The first page after signing in: what waits for this role.
  app.get(patterns.staffHome, staffPage('staff'), (request, reply) => {
    const { role } = staffOf(request)
    if (may(role, 'appealsRead')) return reply.redirect(paths.staffQueue('myTeam'), 303)
    if (may(role, 'systemRead')) return reply.redirect(paths.staffSystem(), 303)
    return reply.redirect(may(role, 'auditRead') ? paths.staffAudit() : paths.staffAccount(), 303)
  })

  app.get(patterns.staffQueue, staffPage('appealsRead'), (request, reply) => {
    const view = parseView(paramOf(request, 'view'))
    return view ? showQueue(deps, request, reply, view) : reply.callNotFound()
  })

  // A post, so that the number stands in no address and no history.
  app.post(patterns.staffFind, staffPage('appealsRead'), async (request, reply) => {
    const typed = filledFrom(request.body)['number']
    const number = typeof typed === 'string' ? parseAppealNumber(typed, catalogue().settings.numberPrefix) : undefined
    const found = number && (await findAppealByNumber(deps.db, staffOf(request), number))
    if (found) return reply.redirect(paths.staffAppeal(found), 303)
    return showQueue(deps, request, reply, 'myTeam', typeof typed === 'string' ? typed : '')
  })
}

async function showQueue(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  view: QueueView,
  notFound?: string,
) {
  const visitor = staffOf(request)
  const cursor = parseCursor(queryOf(request, 'after') ?? '')
  const teams = await listTeams(deps.db)
  const offered = teamsOffered(visitor, teams)
  const filter = parseFilter(filledFrom(request.query), offered)
  const done = doneIn(request)
  const wentTo = teams.find(({ id }) => id === queryOf(request, 'to'))?.name
  const [queue, counts] = await Promise.all([
    listQueue(deps, visitor, view, filter, cursor, teams),
    countQueues(deps, visitor, teams),
  ])
  const staffNames = await listStaffNames(deps.db, [
    ...new Set(queue.rows.flatMap(({ assigneeId }) => assigneeId ?? [])),
  ])
  return sendPage(
    reply,
    notFound === undefined ? 200 : 404,
    <QueuePage
      page={request.page}
      view={view}
      rows={queue.rows}
      next={queue.next && cursorToText(queue.next)}
      isFirst={!cursor}
      counts={counts}
      filter={filter}
      teams={teams}
      offered={offered}
      staffNames={staffNames}
      me={visitor.id}
      hasKeys={visitor.hasKeys}
      now={deps.clock.now()}
      catalogue={catalogue()}
      notFound={notFound}
      gone={done && { act: done, wentTo }}
    />,
  )
}
