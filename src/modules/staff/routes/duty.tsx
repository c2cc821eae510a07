import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FormError } from '#src/kernel/form.ts'
import { may } from '#src/kernel/roles.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parseDuty } from '../forms.ts'
import { addDuty, changeDuty, listDutyEntries, listDutyGaps, listProtectorIds } from '../manage-teams/duty.ts'
import { DutyPage } from '../pages/duty-page.tsx'
import { listStaff } from '../store/accounts.ts'
import { dutyTexts } from '../texts/duty.ts'
import { teamsTexts } from '../texts/teams.ts'
import { doneIn, errorAt, redirectDone, statusOf } from './answers.ts'

const words = { changed: dutyTexts.changed }
const refusalTexts = { ...teamsTexts, ...dutyTexts }
const manages = staffPage('teamsManage')

/** Who is told of critical appeals. */
export function registerDuty(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffDuty, manages, (request, reply) => showDuty(request, reply, deps))
  app.post(patterns.staffDuty, manages, (request, reply) => postDuty(request, reply, deps))
}

type Wrong = { readonly status: number; readonly errors: readonly FormError[] }

async function showDuty(request: FastifyRequest, reply: FastifyReply, deps: AppDeps, wrong?: Wrong) {
  const [list, gaps, people, protectors] = [
    await listDutyEntries(deps),
    await listDutyGaps(deps),
    await listStaff(deps.db),
    await listProtectorIds(deps.db),
  ]
  const missing = people.filter(
    ({ id, role, state }) =>
      state !== 'disabled' && may(role, 'appealsWork') && !list.some(({ staffId }) => staffId === id),
  )
  return sendPage(
    reply,
    wrong?.status ?? 200,
    <DutyPage
      page={request.page}
      list={list.map((line) => ({ ...line, isProtector: protectors.has(line.staffId) }))}
      gaps={gaps}
      candidates={missing.filter(({ state }) => state === 'active')}
      hasInvited={missing.some(({ state }) => state === 'invited')}
      errors={wrong?.errors ?? []}
      done={doneIn(request, words)}
    />,
  )
}

async function postDuty(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const wrong = { status: 422, errors: errorAt('staffId', teamsTexts.personNeeded) }
  const form = parseDuty(request.body)
  if (!form.ok) return showDuty(request, reply, deps, wrong)
  const { staffId, move } = form.value
  if (move !== 'add') {
    await changeDuty(deps, staffOf(request), staffId, move)
    return redirectDone(reply, paths.staffDuty(), 'changed')
  }
  const outcome = await addDuty(deps, staffOf(request), staffId)
  if (outcome.ok) return redirectDone(reply, paths.staffDuty(), 'changed')
  const { refusal } = outcome
  return showDuty(request, reply, deps, {
    status: statusOf(refusal),
    errors: errorAt('staffId', refusalTexts[refusal]),
  })
}
