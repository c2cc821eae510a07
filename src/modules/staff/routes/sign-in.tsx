import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inEach, isLang } from '#src/kernel/lang.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addressOf } from '#src/platform/http/address.ts'
import { rememberLang } from '#src/platform/http/lang-cookie.ts'
import { paramOf, queryOf, sendPage } from '#src/platform/http/page.ts'
import { publicForm, signInForm } from '#src/platform/http/route-kinds.ts'
import { findSetUp, setUpAccount } from '../change-account.ts'
import { parseSetUp, parseSignIn } from '../forms.ts'
import { RecoveryCodesPage } from '../pages/recovery-codes-page.tsx'
import { LinkDeadPage, SetUpPage } from '../pages/set-up-page.tsx'
import { KeptPostPage } from '../pages/kept-post-page.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { valueOf } from '#src/ui/form-errors.ts'
import { deviceOf, staffPathIn } from '../rules/session.ts'
import { openPost, signIn, signOut } from '../sign-in.ts'
import { accountTexts } from '../texts/account.ts'
import { signInTexts as t } from '../texts/sign-in.ts'
import { errorAt, statusOf } from './answers.ts'
import { giveMark, giveSession, markOf, sessionTokenOf, takeSession } from './session-cookie.ts'

// As large as a form: what was posted to a session that was over comes along.
const signInWithPost = { config: { ...signInForm.config, bodyLimit: publicForm.config.bodyLimit } } as const

export function registerSignIn(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffSignIn, signInForm, (request, reply) => showSignIn(request, reply, deps))
  app.post(patterns.staffSignIn, signInWithPost, (request, reply) => postSignIn(request, reply, deps))
  // Public, so that it also works when the session is over already.
  app.post(patterns.staffSignOut, signInForm, async (request, reply) => {
    const token = sessionTokenOf(request, deps)
    if (token !== undefined) await signOut(deps, token)
    takeSession(reply, deps)
    return reply.header('clear-site-data', '"cache"').redirect(paths.staffSignIn(), 303)
  })
  app.get(patterns.staffSetUp, signInForm, async (request, reply) => {
    const token = paramOf(request, 'token')
    const setUp = await findSetUp(deps, token)
    if (!setUp) return sendPage(reply, 404, <LinkDeadPage page={request.page} />)
    return sendPage(reply, 200, <SetUpPage page={{ ...request.page, lang: setUp.lang }} token={token} {...setUp} />)
  })
  app.post(patterns.staffSetUp, signInForm, (request, reply) => postSetUp(request, reply, deps))
}

function showSignIn(request: FastifyRequest, reply: FastifyReply, { config }: AppDeps) {
  const next = staffPathIn(queryOf(request, 'next'))
  const chosen = queryOf(request, 'lang')
  if (isLang(chosen)) rememberLang(request, reply, config, chosen)
  const lang = isLang(chosen) ? chosen : request.page.lang
  const page = { ...request.page, lang, alternates: inEach((lang) => paths.staffSignIn(next, lang)) }
  return sendPage(reply, 200, <SignInPage page={page} next={next} />)
}

async function postSignIn(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const { page } = request
  const form = parseSignIn(request.body)
  const next = staffPathIn(form.filled['next'])
  const kept = valueOf(form.filled, 'kept')
  if (!form.ok) return sendPage(reply, 422, <SignInPage page={page} next={next} kept={kept} {...form} />)
  const { email, password, recoveryCode } = form.value
  const code = recoveryCode || form.value.code
  if (code === '') {
    return sendPage(
      reply,
      422,
      <SignInPage page={page} next={next} kept={kept} errors={errorAt('code', t.codeNeeded)} filled={form.filled} />,
    )
  }
  const [oldToken, mark] = [sessionTokenOf(request, deps), markOf(request, deps)]
  const outcome = await signIn(deps, {
    email,
    password,
    code,
    address: addressOf(request),
    device: deviceOf(request.headers['user-agent']),
    ...(oldToken !== undefined && { oldToken }),
    ...(mark !== undefined && { mark }),
  })
  if (outcome.ok) {
    giveSession(reply, deps, outcome.value.token)
    giveMark(reply, deps, outcome.value.mark)
    rememberLang(request, reply, deps.config, outcome.value.lang)
    const post = kept === undefined ? undefined : openPost(deps, outcome.value.staffId, kept)
    if (post) return sendPage(reply, 200, <KeptPostPage page={page} post={post} />)
    return reply.redirect(next ?? paths.staffHome(), 303)
  }
  const errors = errorAt('email', t[outcome.refusal])
  return sendPage(
    reply,
    statusOf(outcome.refusal),
    <SignInPage page={page} next={next} kept={kept} errors={errors} filled={form.filled} />,
  )
}

async function postSetUp(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  const token = paramOf(request, 'token')
  const form = parseSetUp(request.body)
  const sealed = form.filled['secret']
  const setUp = await findSetUp(deps, token, typeof sealed === 'string' ? sealed : undefined)
  if (!setUp) return sendPage(reply, 404, <LinkDeadPage page={request.page} />)
  const page = { ...request.page, lang: setUp.lang }
  if (!form.ok) return sendPage(reply, 422, <SetUpPage page={page} token={token} {...setUp} errors={form.errors} />)

  const { password, code } = form.value
  const device = deviceOf(request.headers['user-agent'])
  const outcome = await setUpAccount(deps, { token, password, code, sealed: setUp.offer.sealed, device })
  if (outcome.ok) {
    giveSession(reply, deps, outcome.value.token)
    rememberLang(request, reply, deps.config, setUp.lang)
    const codes = outcome.value.recoveryCodes
    return sendPage(reply, 200, <RecoveryCodesPage page={page} codes={codes} next={paths.staffHome()} />)
  }
  if (outcome.refusal === 'linkDead') return sendPage(reply, 404, <LinkDeadPage page={page} />)
  const errors =
    outcome.refusal === 'busy'
      ? errorAt('password', t.busy)
      : errorAt(outcome.refusal === 'codeWrong' ? 'code' : 'password', accountTexts[outcome.refusal])
  return sendPage(reply, statusOf(outcome.refusal), <SetUpPage page={page} token={token} {...setUp} errors={errors} />)
}
