import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '#src/kernel/clock.ts'
import type { Text } from '#src/kernel/lang.ts'
import { showOpenPage } from '#src/modules/follow/routes/open.tsx'
import { askToSignIn } from '#src/modules/staff/routes/kept-post.tsx'
import { paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { onceIn } from '#src/platform/once-in.ts'
import { isForeign, type Denials } from '#src/platform/http/guard.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { typedIn } from '#src/platform/http/parts.ts'
import { isBrokenBody } from '#src/platform/http/request.ts'
import { appTexts as t } from './texts.ts'
import { TroublePage } from './trouble-page.tsx'

type Trouble = {
  readonly status: number
  readonly title: Text
  readonly body: Text
  /** The same form may be sent again: nothing of it was done. */
  readonly canRetry?: true
  /** It passes by itself; the browser and whoever stands between may know that. */
  readonly passes?: true
}

const notFound: Trouble = { status: 404, title: t.notFoundTitle, body: t.notFoundBody }
const forbidden: Trouble = { status: 403, title: t.forbiddenTitle, body: t.forbiddenBody }
const badRequest: Trouble = { status: 400, title: t.badRequestTitle, body: t.badRequestBody }
const tooLarge: Trouble = { status: 413, title: t.tooLargeTitle, body: t.tooLargeBody }
const tooMany: Trouble = { status: 429, title: t.tooManyTitle, body: t.tooManyBody, canRetry: true, passes: true }
const busy: Trouble = { status: 503, title: t.busyTitle, body: t.busyBody, canRetry: true, passes: true }
const fault: Trouble = { status: 500, title: t.faultTitle, body: t.faultBody, canRetry: true }
const unproved: Trouble = { status: 403, title: t.unprovedTitle, body: t.unprovedBody, canRetry: true }

const RETRY_SECONDS = 30
// Of a thousand requests that meet the same trouble one line is enough, and more would hide what else there is.
const SAID_EVERY_MS = 60_000

/** The one place that turns what went wrong into a page, in the person's language and with what was typed. */
export function answerTroubles(app: FastifyInstance, clock: Clock) {
  const isTime = onceIn(clock, SAID_EVERY_MS)
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => show(request, reply, notFound))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const trouble = troubleOf(error)
    if (trouble === fault)
      request.log.error(
        { err: error, req: request },
        'A page failed by a mistake in the program. Its reader saw the number req.id and may press again; keep this line for whoever mends the program.',
      )
    if (trouble === busy && isTime())
      request.log.error(
        { err: error, req: request },
        'The database or the disk did not take part, so people are asked to press again; nothing confirmed is lost. See /readyz, then whether PostgreSQL runs and the disk has room. Said once a minute while it lasts.',
      )
    return show(request, reply, trouble)
  })
}

/** For load that is shed. */
export function refuseBusyOn(clock: Clock) {
  const isTime = onceIn(clock, SAID_EVERY_MS)
  return (request: FastifyRequest, reply: FastifyReply) => {
    if (isTime())
      request.log.warn(
        { req: request },
        'More is asked than this server can answer in time, so people are told to come again; calls for help are let in. If it does not pass within minutes, see what else uses the processor, and whether the proxy limits one place. Said once a minute while it lasts.',
      )
    return show(request, reply, busy)
  }
}

export const denialsOn = (deps: AppDeps): Denials => ({
  signIn: (request, reply) => askToSignIn(deps, request, reply),
  openAppeal: async (request, reply) => {
    if (request.method !== 'POST') return reply.redirect(paths.myAppeal(request.page.lang), 303)
    const { fields } = await typedIn(request)
    return showOpenPage(request, reply, 403, { filled: fields, hasEnded: true })
  },
  forbidden: (request, reply) => show(request, reply, forbidden),
  foreign: (request, reply) => show(request, reply, unproved),
  unproved: (request, reply) => show(request, reply, unproved),
})

// A database that restarts, a broken socket, a full disk: nothing was promised yet, the same form may be sent again (trust.md D4, D5).
const passing = new Set([
  '57P01',
  '57P02',
  '57P03',
  '58030',
  '40001',
  '40P01',
  '53100',
  '53200',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOSPC',
  'EROFS',
  'EDQUOT',
  'EIO',
])

// What the driver says without a code; the last when even the rollback found the connection gone (found by trust goal R7).
const brokenLine = /Connection terminated|timeout exceeded when trying to connect|encountered a connection error/

function troubleOf(error: FastifyError): Trouble {
  if (passing.has(error.code) || brokenLine.test(error.message)) return busy
  if (error.statusCode === 413) return tooLarge
  if (error.statusCode === 429) return tooMany
  if (error.statusCode === 404) return notFound
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return badRequest
  if (isBrokenBody(error)) return badRequest
  return fault
}

/**
 * Where a session or a draft's cookie would act by the button, a foreign page could let it be pressed for its own ends: it
 * posts its words, we would show our own page with them, and a post from there is ours. So no page about a foreign post has
 * the button, be it about a limit or a full server. Reports of danger go in nobody's name: who is in danger and uses an odd
 * browser has it.
 */
function mayOfferAgain(request: FastifyRequest): boolean {
  return !isForeign(request) || request.routeOptions.config.greets === 'toKnow'
}

// Whoever reads or writes an appeal may have to leave quickly, whatever the answer is.
const ofAnAppeal = /^\/(?:ky|ru|en)\/(?:appeal|receipt|ask|resume|danger|verify)(?:[/?]|$)/

async function show(request: FastifyRequest, reply: FastifyReply, trouble: Trouble) {
  const isPost = request.method === 'POST'
  const isStaff = request.url.startsWith(paths.staffHome())
  const { fields, hasFile } = isPost && trouble !== notFound ? await typedIn(request) : { fields: {}, hasFile: false }
  if (trouble.passes) reply.header('retry-after', RETRY_SECONDS)
  // A body that was refused unread may still be arriving: the connection cannot be used again.
  if (trouble === tooLarge && !request.raw.readableEnded) reply.header('connection', 'close')
  return sendPage(
    reply,
    trouble.status,
    <TroublePage
      page={request.page}
      title={trouble.title}
      body={trouble.body}
      mark={trouble === fault ? request.id : undefined}
      typed={fields}
      hadFile={hasFile}
      home={isStaff ? paths.staffHome() : paths.home(request.page.lang)}
      retry={
        trouble.canRetry && isPost && mayOfferAgain(request)
          ? { at: withoutToken(request.url), isMultipart: request.isMultipart() }
          : undefined
      }
      exit={!isStaff && (isPost || ofAnAppeal.test(request.url))}
    />,
  )
}

// The page's own form brings the token that fits now.
function withoutToken(url: string): string {
  const [path = '', query = ''] = url.split('?')
  const rest = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('csrf='))
  return rest.length > 0 ? `${path}?${rest.join('&')}` : path
}
