import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PersonVisitor } from '#src/kernel/visitor.ts'
import {
  closeAppeal,
  findAppealFacts,
  rateAppeal,
  readFileForPerson,
  reopenAppeal,
} from '#src/modules/appeals/index.ts'
import { refusalTexts } from '#src/modules/appeals/texts.ts'
import { sendFile } from '#src/modules/files/index.ts'
import { chooseTimeZone, confirmByCode, safeEmailOf, startVerification } from '#src/modules/people/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, personOf } from '#src/platform/http/page.ts'
import { dropCookie, isServedSecurely } from '#src/platform/http/request.ts'
import { personPage } from '#src/platform/http/route-kinds.ts'
import { createTryCounter, type TryCounter } from '../count-tries.ts'
import { parseAct, parseClose, parseCode, parseRating, parseReopen, parseZone, readReply } from '../forms.ts'
import { APPEAL_COOKIE, endSession, extendSession } from '../keep-session.ts'
import type { PersonActName } from '../rules.ts'
import { appealTexts as t, type DoneName } from '../texts/appeal.ts'
import { tokenOf } from './open.tsx'
import { showAppeal } from './show-appeal.tsx'

const CODES_A_DAY = 5

/** The page again: with what was wrong, or as it is being typed. */
type Again = {
  readonly status: number
  readonly errors: readonly FormError[]
  readonly filled?: Filled
  readonly messageKey?: Buffer | undefined
}
type Doing = { deps: AppDeps; request: FastifyRequest; visitor: PersonVisitor; codes: TryCounter }
/** What was done, to be said on the page; or the page again. */
type Did = DoneName | Again

export function actRoutes(app: FastifyInstance, deps: AppDeps) {
  const codes = createTryCounter(deps.clock)

  app.get(patterns.myAppealView, personPage, (request, reply) => showAppeal(deps, request, reply, personOf(request)))

  app.get(patterns.myAppealFile, personPage, async (request, reply) => {
    const file = await readFileForPerson(deps, personOf(request).appealId, paramOf(request, 'fileId'))
    return file ? sendFile(reply, file) : reply.callNotFound()
  })

  // A restored browser asks for the address of what it had posted.
  app.get(patterns.myAppealAct, personPage, (request, reply) => {
    if (!parseAct(paramOf(request, 'act'))) return reply.callNotFound()
    return reply.redirect(paths.myAppealView(request.page.lang), 303)
  })

  app.post(patterns.myAppealAct, personPage, async (request, reply) => {
    const name = parseAct(paramOf(request, 'act'))
    if (!name) return reply.callNotFound()
    if (name === 'leave') return leave(deps, request, reply)
    const visitor = await extendSession(deps, personOf(request))
    if (name === 'stay' && request.headers.accept === 'application/json') return sayHowLong(deps, reply, visitor)
    const did = await doing[name]({ deps, request, visitor, codes })
    if (typeof did === 'object') return showAppeal(deps, request, reply, visitor, did)
    return reply.redirect(paths.myAppealView(request.page.lang, { done: did }), 303)
  })
}

/** To the page's own script, which must not leave the page for it. */
const sayHowLong = ({ clock }: AppDeps, reply: FastifyReply, { expiresAt }: PersonVisitor) =>
  reply
    .header('session-ends-in', Math.floor((expiresAt.getTime() - clock.now().getTime()) / 1000))
    .code(204)
    .send()

async function leave(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  await endSession(deps, tokenOf(request, deps))
  dropCookie(reply, APPEAL_COOKIE, isServedSecurely(deps.config))
  return reply.redirect(paths.home(request.page.lang), 303)
}

const wrong = (status: number, field: string, message: Text, filled: Filled = {}): Again => ({
  status,
  errors: [{ field, message }],
  filled,
})

const doing: Readonly<Record<Exclude<PersonActName, 'leave'>, (what: Doing) => Promise<Did>>> = {
  async close({ deps, request, visitor }) {
    const form = parseClose(request.body)
    if (!form.ok) return { status: 422, errors: form.errors, filled: form.filled }
    const { outcome, reason, key, version } = form.value
    const act = { appealId: visitor.appealId, by: visitor, formKey: key, version, outcome, reason }
    const closed = await closeAppeal(deps, act)
    return closed.ok ? 'closed' : wrong(409, 'outcome', refusalTexts[closed.refusal], form.filled)
  },

  async rate({ deps, request, visitor }) {
    const form = parseRating(request.body)
    if (!form.ok) return { status: 422, errors: form.errors, filled: form.filled }
    const { key, ...said } = form.value
    const rated = await rateAppeal(deps, { appealId: visitor.appealId, by: visitor, formKey: key, ...said })
    if (rated.ok) return 'rated'
    const isTyping = rated.refusal === 'textTooLong'
    const { filled } = form
    return wrong(isTyping ? 422 : 409, isTyping ? 'ratingWords' : 'score', refusalTexts[rated.refusal], filled)
  },

  async reopen({ deps, request, visitor }) {
    const { reason, key, version, filled } = parseReopen(request.body)
    const act = { appealId: visitor.appealId, by: visitor, formKey: key, version, reason }
    const reopened = await reopenAppeal(deps, act)
    if (reopened.ok) return 'reopened'
    const isTyping = reopened.refusal === 'reasonMissing' || reopened.refusal === 'textTooLong'
    return wrong(isTyping ? 422 : 409, 'reopenReason', refusalTexts[reopened.refusal], filled)
  },

  async zone({ deps, request, visitor }) {
    const zone = parseZone(request.body)
    const appeal = zone === undefined ? undefined : await findAppealFacts(deps.db, visitor.appealId)
    if (zone !== undefined && appeal) await chooseTimeZone(deps.db, appeal.personId, zone)
    return 'zoneChanged'
  },

  again({ request }) {
    const filled = filledFrom(request.body)
    return Promise.resolve({ status: 200, errors: [], filled, messageKey: readReply(filled).key })
  },

  // The session was extended before any act.
  stay: () => Promise.resolve('stayed'),

  async code({ deps, request, visitor, codes }) {
    const email = await emailOf(deps, visitor)
    if (!email) return wrong(409, 'code', t.cannotReach)
    if (codes.begin(visitor.appealId) > CODES_A_DAY) return wrong(429, 'code', t.codeTooOften)
    const started = await startVerification(deps, email.contactId, request.page.lang)
    return started.ok ? 'codeSent' : wrong(409, 'code', t.cannotReach)
  },

  async confirm({ deps, request, visitor }) {
    const email = await emailOf(deps, visitor)
    if (!email) return wrong(409, 'code', t.cannotReach)
    const confirmed = await confirmByCode(deps, email.contactId, parseCode(request.body))
    return confirmed.ok ? 'confirmed' : wrong(422, 'code', t[confirmed.refusal])
  },
}

async function emailOf(deps: AppDeps, { appealId }: PersonVisitor) {
  const appeal = await findAppealFacts(deps.db, appealId)
  return appeal?.reach === 'yes' ? safeEmailOf(deps, appeal.personId) : undefined
}
