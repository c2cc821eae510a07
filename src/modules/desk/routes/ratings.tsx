import type { FastifyInstance } from 'fastify'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { listTeams } from '#src/modules/staff/index.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { queryOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { RatingsPage } from '../pages/ratings-page.tsx'
import { teamsOffered } from '../rules/queue-teams.ts'
import { parsePeriod } from '../rules/ratings.ts'
import { countClosings } from '../store.ts'

const DAY = 86_400_000

/** What people said of how they were answered, in figures by team and by topic. */
export function ratingRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffRatings, staffPage('ratingsRead'), async (request, reply) => {
    const visitor = staffOf(request)
    const days = parsePeriod(queryOf(request, 'days'))
    const since = new Date(deps.clock.now().getTime() - days * DAY)
    const [counts, teams] = await Promise.all([countClosings(deps.db, since, visitor), listTeams(deps.db)])
    return sendPage(
      reply,
      200,
      <RatingsPage
        page={request.page}
        days={days}
        counts={counts}
        isProtector={visitor.isProtector}
        teams={teams}
        offered={teamsOffered(visitor, teams)}
        catalogue={catalogue()}
      />,
    )
  })
}
