import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import { may } from '#src/kernel/roles.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parseMember, parseNewTeam, parseTeam } from '../forms.ts'
import { addMember, changeTeam, countOpenWork, makeTeam, removeMember } from '../manage-teams/teams.ts'
import { NewTeamPage, TeamPage } from '../pages/team-page.tsx'
import { TeamsPage } from '../pages/teams-page.tsx'
import { listStaff } from '../store/accounts.ts'
import { findTeam, listMemberships, listTeamMembers, listTeams } from '../store/teams.ts'
import { teamsTexts as t } from '../texts/teams.ts'
import { doneIn, errorAt, redirectDone, statusOf } from './answers.ts'

const words = { made: t.doneMade, saved: t.doneSaved }
const manages = staffPage('teamsManage')

/** Teams and who is in them. */
export function registerTeams(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffTeams, manages, (request, reply) => showTeams(request, reply, deps))
  app.get(patterns.staffTeamNew, manages, ({ page }, reply) =>
    sendPage(reply, 200, <NewTeamPage page={page} filled={{ langs: ['ky', 'ru', 'en'], kind: 'ordinary' }} />),
  )
  app.post(patterns.staffTeamNew, manages, async (request, reply) => {
    const form = parseNewTeam(request.body)
    if (!form.ok) return sendPage(reply, 422, <NewTeamPage page={request.page} {...form} />)
    const { nameKy, nameRu, nameEn, langs, kind } = form.value
    const name = { ky: nameKy, ru: nameRu, en: nameEn }
    const id = await makeTeam(deps, staffOf(request), { name, langs, kind })
    return redirectDone(reply, paths.staffTeam(id), 'made')
  })
  app.get(patterns.staffTeam, manages, (request, reply) => showTeam(request, reply, deps))
  app.post(patterns.staffTeam, manages, (request, reply) => postTeam(request, reply, deps))
  app.post(patterns.staffTeamMembers, manages, (request, reply) => postMember(request, reply, deps))
}

async function showTeams(request: FastifyRequest, reply: FastifyReply, { db }: AppDeps) {
  const [teams, memberships, people] = [await listTeams(db), await listMemberships(db), await listStaff(db)]
  const nameOf = new Map(people.filter(({ state }) => state !== 'disabled').map(({ id, name }) => [id, name]))
  const members = new Map(
    teams.map(({ id }) => [
      id,
      memberships.filter(({ team_id }) => team_id === id).flatMap(({ staff_id }) => nameOf.get(staff_id) ?? []),
    ]),
  )
  const page = <TeamsPage page={request.page} teams={teams} members={members} done={doneIn(request, words)} />
  return sendPage(reply, 200, page)
}

type Wrong = { readonly status: number; readonly errors: readonly FormError[]; readonly filled?: Filled }

async function showTeam(request: FastifyRequest, reply: FastifyReply, { db }: AppDeps, wrong?: Wrong) {
  const team = await findTeam(db, paramOf(request, 'id'))
  if (!team) return reply.callNotFound()
  const [members, people] = [await listTeamMembers(db, team.id), await listStaff(db)]
  const candidates = people.filter(
    ({ id, role, state }) =>
      state !== 'disabled' && may(role, 'appealsRead') && !members.some(({ staffId }) => staffId === id),
  )
  const { name, langs, isActive } = team
  const filled = { nameKy: name.ky, nameRu: name.ru, nameEn: name.en, langs, state: isActive ? 'open' : 'closed' }
  return sendPage(
    reply,
    wrong?.status ?? 200,
    <TeamPage
      page={request.page}
      team={team}
      members={members}
      candidates={candidates}
      mayAdd={team.kind === 'ordinary' || staffOf(request).isProtector}
      errors={wrong?.errors ?? []}
      filled={wrong?.filled ?? filled}
      done={doneIn(request, words)}
    />,
  )
}

async function postTeam(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const id = paramOf(request, 'id')
  const form = parseTeam(request.body)
  if (!form.ok) return showTeam(request, reply, deps, { status: 422, ...form })
  const { nameKy, nameRu, nameEn, langs, state } = form.value
  const name = { ky: nameKy, ru: nameRu, en: nameEn }
  const outcome = await changeTeam(deps, staffOf(request), id, { name, langs, isActive: state === 'open' })
  if (outcome.ok) return redirectDone(reply, paths.staffTeam(id), 'saved')
  const message = outcome.refusal === 'teamHasWork' ? await workLeft(deps, staffOf(request), id) : t[outcome.refusal]
  const errors = errorAt('state', message)
  return showTeam(request, reply, deps, { status: statusOf(outcome.refusal), errors, filled: form.filled })
}

/** How many protected appeals there are is for those alone who may read them. */
async function workLeft(deps: AppDeps, by: StaffVisitor, teamId: string): Promise<Text> {
  const team = await findTeam(deps.db, teamId)
  const mayKnow = team?.kind === 'ordinary' || by.isProtector
  return mayKnow ? t.teamHasWork(await countOpenWork(deps, teamId)) : t.teamHasWorkUntold
}

async function postMember(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const id = paramOf(request, 'id')
  const form = parseMember(request.body)
  if (!form.ok) return showTeam(request, reply, deps, { status: 422, errors: errorAt('staffId', t.personNeeded) })
  const { staffId, move } = form.value
  if (move === 'remove') {
    await removeMember(deps, staffOf(request), id, staffId)
    return redirectDone(reply, paths.staffTeam(id), 'saved')
  }
  const outcome = await addMember(deps, staffOf(request), id, staffId)
  if (outcome.ok) return redirectDone(reply, paths.staffTeam(id), 'saved')
  const errors = errorAt('staffId', t[outcome.refusal])
  return showTeam(request, reply, deps, { status: statusOf(outcome.refusal), errors })
}
