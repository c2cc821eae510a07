import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parseInvite, parsePerson } from '../forms.ts'
import {
  changeAccount,
  disableStaff,
  findStaff,
  inviteStaff,
  isForNewcomers,
  listPeople,
  resetStaff,
  type Invitation,
  type ManageRefusal,
} from '../manage-people.ts'
import { InvitePage, LinkPage } from '../pages/invite-page.tsx'
import { PeoplePage } from '../pages/people-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { listMemberships, listTeams } from '../store/teams.ts'
import { peopleTexts as t } from '../texts/people.ts'
import { doneIn, errorAt, idIn, redirectDone, statusOf } from './answers.ts'

const words = { invited: t.doneInvited, sent: t.doneSent, saved: t.doneSaved, disabled: t.doneDisabled }
const manages = staffPage('staffManage')

/** Accounts of others: for administrators. */
export function registerPeople(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffPeople, manages, async (request, reply) => {
    const teamsOf = await teamNames(deps)
    const people = (await listPeople(deps)).map((person) => ({ ...person, teams: teamsOf(person.id) }))
    const timeZone = catalogue().settings.numberTimeZone
    return sendPage(
      reply,
      200,
      <PeoplePage page={request.page} people={people} timeZone={timeZone} done={doneIn(request, words)} />,
    )
  })
  app.get(patterns.staffInvite, manages, async (request, reply) => {
    const teams = (await listTeams(deps.db)).filter(isForNewcomers)
    return sendPage(reply, 200, <InvitePage page={request.page} teams={teams} isMailOn={deps.mail.isOn} />)
  })
  app.post(patterns.staffInvite, manages, (request, reply) => postInvite(request, reply, deps))
  app.get(patterns.staffPerson, manages, (request, reply) => showPerson(request, reply, deps))
  app.post(patterns.staffPerson, manages, (request, reply) => postPerson(request, reply, deps))
  app.post(patterns.staffPersonDisable, manages, async (request, reply) => {
    const id = idIn(request)
    if (id === undefined) return reply.callNotFound()
    const outcome = await disableStaff(deps, staffOf(request), id)
    if (outcome.ok) return redirectDone(reply, paths.staffPerson(id), 'disabled')
    return showRefusal(request, reply, deps, outcome.refusal)
  })
  app.post(patterns.staffPersonReset, manages, async (request, reply) => {
    const id = idIn(request)
    if (id === undefined) return reply.callNotFound()
    const outcome = await resetStaff(deps, staffOf(request), id)
    if (outcome.ok) return handOver(request, reply, outcome.value, 'sent')
    return showRefusal(request, reply, deps, outcome.refusal)
  })
}

async function postInvite(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const { page } = request
  const form = parseInvite(request.body)
  const teams = (await listTeams(deps.db)).filter(isForNewcomers)
  const again = (status: number, errors: readonly FormError[]) =>
    sendPage(
      reply,
      status,
      <InvitePage page={page} teams={teams} isMailOn={deps.mail.isOn} errors={errors} filled={form.filled} />,
    )
  if (!form.ok) return again(422, form.errors)
  const { teams: teamIds, ...account } = form.value
  const outcome = await inviteStaff(deps, staffOf(request), { ...account, teamIds })
  if (!outcome.ok) {
    const field = outcome.refusal === 'emailTaken' ? 'email' : 'teams'
    return again(statusOf(outcome.refusal), errorAt(field, t[outcome.refusal]))
  }
  return handOver(request, reply, outcome.value, 'invited')
}

// Where there is mail the link has gone to its owner, and nobody else sees it.
function handOver(request: FastifyRequest, reply: FastifyReply, { link }: Invitation, done: 'invited' | 'sent') {
  if (link === undefined) return redirectDone(reply, paths.staffPeople(), done)
  return sendPage(reply, 200, <LinkPage page={request.page} link={link} />)
}

async function postPerson(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const id = idIn(request)
  if (id === undefined) return reply.callNotFound()
  const form = parsePerson(request.body)
  if (!form.ok) return showPerson(request, reply, deps, { status: 422, ...form })
  const outcome = await changeAccount(deps, staffOf(request), id, form.value)
  if (outcome.ok) return redirectDone(reply, paths.staffPerson(id), 'saved')
  const errors = errorAt(outcome.refusal === 'lastAdministrator' ? 'role' : 'account', t[outcome.refusal])
  return showPerson(request, reply, deps, { status: statusOf(outcome.refusal), errors, filled: form.filled })
}

const showRefusal = (request: FastifyRequest, reply: FastifyReply, deps: AppDeps, refusal: ManageRefusal) =>
  showPerson(request, reply, deps, { status: statusOf(refusal), errors: errorAt('account', t[refusal]) })

type Wrong = { readonly status: number; readonly errors: readonly FormError[]; readonly filled?: Filled }

async function showPerson(request: FastifyRequest, reply: FastifyReply, deps: AppDeps, wrong?: Wrong) {
  const id = idIn(request)
  const person = id === undefined ? undefined : await findStaff(deps, id)
  if (!person) return reply.callNotFound()
  const teamsOf = await teamNames(deps)
  return sendPage(
    reply,
    wrong?.status ?? 200,
    <PersonPage
      page={request.page}
      person={{ ...person, teams: teamsOf(person.id) }}
      isMailOn={deps.mail.isOn}
      errors={wrong?.errors ?? []}
      filled={wrong?.filled ?? { name: person.name, role: person.role, lang: person.lang }}
      done={doneIn(request, words)}
    />,
  )
}

async function teamNames({ db }: Pick<AppDeps, 'db'>): Promise<(staffId: string) => Text[]> {
  const [teams, memberships] = [await listTeams(db), await listMemberships(db)]
  return (staffId) => {
    const ids = memberships.filter(({ staff_id }) => staff_id === staffId).map(({ team_id }) => team_id)
    return teams.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  }
}
