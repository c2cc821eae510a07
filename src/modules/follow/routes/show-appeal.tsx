import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PersonVisitor } from '#src/kernel/visitor.ts'
import { getAppealForPerson, listMessageFiles, markOfOpening } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { getTimeZone, safeEmailOf } from '#src/modules/people/index.ts'
import { findTeam, listTeams } from '#src/modules/staff/index.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { queryOf, sendPage } from '#src/platform/http/page.ts'
import type { AppealPageProps } from '../pages/appeal-page-props.ts'
import { AppealPage } from '../pages/appeal-page.tsx'
import { keyToText } from '../rules.ts'
import { doneNames } from '../texts/appeal.ts'

type Shown = {
  readonly status?: number
  readonly errors?: readonly FormError[]
  readonly filled?: Filled
  /** Of the message that is being written; a fresh one otherwise. */
  readonly messageKey?: Buffer | undefined
}

/** The person's page of their appeal, as it is or with what went wrong. */
export async function showAppeal(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: PersonVisitor,
  { status = 200, errors = [], filled = {}, messageKey }: Shown = {},
) {
  const appeal = await getAppealForPerson(deps, visitor.appealId)
  if (!appeal) return reply.callNotFound()
  const key = messageKey ?? Buffer.from(deps.random.bytes(16))
  const wasHanded = appeal.events.some(({ what }) => what === 'handed')
  const done = queryOf(request, 'done')
  const props: AppealPageProps = {
    page: request.page,
    appeal,
    catalogue: catalogue(),
    team: await findTeam(deps.db, appeal.teamId),
    teams: wasHanded ? await listTeams(deps.db) : [],
    email: appeal.reach === 'yes' ? await safeEmailOf(deps, appeal.personId) : undefined,
    zone: await getTimeZone(deps.db, appeal.personId),
    mark: await markOfOpening(deps.db, appeal.id),
    now: deps.clock.now(),
    endsAt: visitor.expiresAt,
    messageKey: keyToText(key),
    messageFiles: messageKey ? await listMessageFiles(deps, appeal.id, messageKey) : [],
    actKey: keyToText(deps.random.bytes(16)),
    errors,
    filled,
    done: doneNames.find((name) => name === done),
  }
  return sendPage(reply, status, <AppealPage {...props} />)
}
