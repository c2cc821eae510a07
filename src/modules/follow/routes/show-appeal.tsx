import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PersonVisitor } from '#src/kernel/visitor.ts'
import { getAppealForPerson, listMessageFiles, markOfOpening } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { getTimeZone, safeEmailOf } from '#src/modules/people/index.ts'
import { findTeam, listTeams } from '#src/modules/staff/index.ts'
import { readTogether, type ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { allowRecording } from '#src/platform/http/headers.ts'
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
  const read = await readTogether(deps.db, (db) => readPage({ ...deps, db }, visitor.appealId, messageKey))
  if (!read) return reply.callNotFound()
  const done = queryOf(request, 'done')
  const props: AppealPageProps = {
    ...read,
    page: request.page,
    catalogue: catalogue(),
    now: deps.clock.now(),
    endsAt: visitor.expiresAt,
    messageKey: keyToText(messageKey ?? deps.random.bytes(16)),
    actKey: keyToText(deps.random.bytes(16)),
    errors,
    filled,
    done: doneNames.find((name) => name === done),
  }
  return sendPage(allowRecording(reply), status, <AppealPage {...props} />)
}

/** What stands in the database; undefined: the appeal is gone. */
async function readPage(
  deps: Pick<AppDeps, 'keys' | 'clock'> & { readonly db: ReadDb },
  appealId: string,
  messageKey: Buffer | undefined,
) {
  const appeal = await getAppealForPerson(deps, appealId)
  if (!appeal) return undefined
  const wasHanded = appeal.events.some(({ what }) => what === 'handed')
  const [team, teams, email, zone, mark, messageFiles] = await Promise.all([
    findTeam(deps.db, appeal.teamId),
    wasHanded ? listTeams(deps.db) : [],
    appeal.reach === 'yes' ? safeEmailOf(deps, appeal.personId) : undefined,
    getTimeZone(deps.db, appeal.personId),
    markOfOpening(deps.db, appealId),
    messageKey ? listMessageFiles(deps, appealId, messageKey) : [],
  ])
  return { appeal, team, teams, email, zone, mark, messageFiles }
}
