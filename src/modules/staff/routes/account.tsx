import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { rememberLang } from '#src/platform/http/lang-cookie.ts'
import { sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import {
  changeLanguage,
  changePassword,
  confirmFactor,
  renewRecoveryCodes,
  startFactor,
  switchKeys,
} from '../change-account.ts'
import { parseConfirm, parseEndSession, parseFactor, parseKeys, parseLanguage, parsePassword } from '../forms.ts'
import { findStaff } from '../manage-people.ts'
import { AccountPage } from '../pages/account-page.tsx'
import { ConfirmPage, NewAppPage, PasswordPage } from '../pages/own-secret-pages.tsx'
import { RecoveryCodesPage } from '../pages/recovery-codes-page.tsx'
import { isSessionAlive } from '../rules/session.ts'
import { endOwnSession, endOwnSessions } from '../sign-in.ts'
import { countRecoveryCodes } from '../store/credentials.ts'
import { listSessionsOf } from '../store/sessions.ts'
import { listTeams } from '../store/teams.ts'
import { accountTexts as t } from '../texts/account.ts'
import { keyTexts } from '../texts/keys.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { doneIn, errorAt, redirectDone, statusOf } from './answers.ts'
import { takeSession } from './session-cookie.ts'

const words = {
  language: t.doneLanguage,
  keysOn: keyTexts.areOn,
  keysOff: keyTexts.areOff,
  password: t.donePassword,
  app: t.doneApp,
  sessions: t.doneSessions,
}
const refusalTexts = { ...t, signInTooEarly: signInTexts.signInTooEarly, busy: signInTexts.busy }
const own = staffPage('staff')

/** What everybody who works here may do with their own account. */
export function registerAccount(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffAccount, own, (request, reply) => showAccount(request, reply, deps))
  app.post(patterns.staffLanguage, own, async (request, reply) => {
    const form = parseLanguage(request.body)
    if (form.ok) {
      await changeLanguage(deps, staffOf(request), form.value.lang)
      rememberLang(request, reply, deps.config, form.value.lang)
    }
    return redirectDone(reply, paths.staffAccount(), form.ok ? 'language' : '')
  })
  app.post(patterns.staffKeys, own, async (request, reply) => {
    const form = parseKeys(request.body)
    if (!form.ok) return redirectDone(reply, paths.staffAccount(), '')
    await switchKeys(deps, staffOf(request), form.value.keys === 'on')
    return redirectDone(reply, paths.staffAccount(), form.value.keys === 'on' ? 'keysOn' : 'keysOff')
  })
  app.get(patterns.staffPassword, own, (request, reply) => sendPage(reply, 200, <PasswordPage page={request.page} />))
  app.post(patterns.staffPassword, own, (request, reply) => postPassword(request, reply, deps))
  app.get(patterns.staffApp, own, ({ page }, reply) => sendPage(reply, 200, <ConfirmPage page={page} purpose="app" />))
  app.post(patterns.staffApp, own, (request, reply) => postApp(request, reply, deps))
  app.post(patterns.staffAppConfirm, own, (request, reply) => postAppConfirm(request, reply, deps))
  app.get(patterns.staffRecoveryCodes, own, ({ page }, reply) =>
    sendPage(reply, 200, <ConfirmPage page={page} purpose="recoveryCodes" />),
  )
  app.post(patterns.staffRecoveryCodes, own, (request, reply) => postRecoveryCodes(request, reply, deps))
  app.post(patterns.staffSessions, own, (request, reply) => postSessions(request, reply, deps))
}

async function showAccount(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const self = staffOf(request)
  const [me, codesLeft, sessions, teams] = [
    await findStaff(deps, self.id),
    await countRecoveryCodes(deps.db, self.id),
    await listSessionsOf(deps.db, self.id),
    await listTeams(deps.db),
  ]
  const now = deps.clock.now()
  return sendPage(
    reply,
    200,
    <AccountPage
      page={request.page}
      me={{
        name: self.name,
        email: me?.email ?? '',
        role: self.role,
        teams: teams.filter(({ id }) => self.teamIds.includes(id)).map(({ name }) => name),
      }}
      hasKeys={self.hasKeys}
      codesLeft={codesLeft}
      sessions={sessions.filter((one) => isSessionAlive({ createdAt: one.created_at, seenAt: one.seen_at }, now))}
      thisSession={self.sessionId}
      timeZone={catalogue().settings.numberTimeZone}
      done={doneIn(request, words)}
    />,
  )
}

async function postPassword(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const { page } = request
  const form = parsePassword(request.body)
  if (!form.ok) return sendPage(reply, 422, <PasswordPage page={page} errors={form.errors} />)
  const { presentPassword, password } = form.value
  const outcome = await changePassword(deps, staffOf(request), { present: presentPassword, next: password })
  if (outcome.ok) return redirectDone(reply, paths.staffAccount(), 'password')
  const field = /^password(Short|Long|Guessable)$/.test(outcome.refusal) ? 'password' : 'presentPassword'
  const errors = errorAt(field, refusalTexts[outcome.refusal])
  return sendPage(reply, statusOf(outcome.refusal), <PasswordPage page={page} errors={errors} />)
}

async function postApp(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const { page } = request
  const self = staffOf(request)
  const form = parseConfirm(request.body)
  if (!form.ok) return sendPage(reply, 422, <ConfirmPage page={page} purpose="app" errors={form.errors} />)
  const offer = await startFactor(deps, self, form.value.presentPassword)
  if (!offer.ok) {
    const errors = errorAt('presentPassword', refusalTexts[offer.refusal])
    return sendPage(reply, statusOf(offer.refusal), <ConfirmPage page={page} purpose="app" errors={errors} />)
  }
  const me = await findStaff(deps, self.id)
  return sendPage(reply, 200, <NewAppPage page={page} email={me?.email ?? ''} offer={offer.value} />)
}

async function postAppConfirm(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const { page } = request
  const self = staffOf(request)
  const { filled } = parseFactor(request.body)
  const typed = (field: string) => (typeof filled[field] === 'string' ? filled[field] : '')
  const outcome = await confirmFactor(deps, self, { sealed: typed('secret'), code: typed('code') })
  if (outcome.ok) return redirectDone(reply, paths.staffAccount(), 'app')
  if (outcome.refusal === 'offerDead') {
    const errors = errorAt('presentPassword', t.offerDead)
    return sendPage(reply, 422, <ConfirmPage page={page} purpose="app" errors={errors} />)
  }
  const me = await findStaff(deps, self.id)
  const errors = errorAt('code', t.codeWrong)
  return sendPage(reply, 422, <NewAppPage page={page} email={me?.email ?? ''} offer={outcome.offer} errors={errors} />)
}

async function postRecoveryCodes(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const { page } = request
  const form = parseConfirm(request.body)
  if (!form.ok) return sendPage(reply, 422, <ConfirmPage page={page} purpose="recoveryCodes" errors={form.errors} />)
  const codes = await renewRecoveryCodes(deps, staffOf(request), form.value.presentPassword)
  if (codes.ok)
    return sendPage(reply, 200, <RecoveryCodesPage page={page} codes={codes.value} next={paths.staffAccount()} />)
  const errors = errorAt('presentPassword', refusalTexts[codes.refusal])
  return sendPage(reply, statusOf(codes.refusal), <ConfirmPage page={page} purpose="recoveryCodes" errors={errors} />)
}

async function postSessions(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const self = staffOf(request)
  const form = parseEndSession(request.body)
  if (!form.ok) return redirectDone(reply, paths.staffAccount(), '')
  if (form.value.end === 'all') {
    await endOwnSessions(deps, self.id)
    takeSession(reply, deps)
    return reply.redirect(paths.staffSignIn(), 303)
  }
  if (form.value.end === 'others') await endOwnSessions(deps, self.id, { but: self.sessionId })
  else await endOwnSession(deps, self.id, form.value.end)
  return redirectDone(reply, paths.staffAccount(), 'sessions')
}
