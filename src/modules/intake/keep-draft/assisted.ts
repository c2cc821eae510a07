import type { FastifyReply } from 'fastify'
import type { Lang } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isServedSecurely, setCookie } from '#src/platform/http/request.ts'
import { renewToken, startDraft } from './draft.ts'

export const DRAFT_COOKIE = 'draft'

const BOUND_TO = 'assisted draft to hand over'
const HAND_OVER_MS = 10 * 60_000

type AssistedStart = {
  readonly channel: 'phone' | 'visit'
  readonly lang: Lang
  readonly kind: AppealKind
  readonly filedBy: string
}

/** What a form on the staff host posts to the people's host as `handOver`. */
export type HandOver = { readonly action: string; readonly sealed: string }

type Deps = Pick<AppDeps, 'db' | 'keys' | 'random' | 'clock' | 'config'>

/**
 * An operator files for somebody who phones or visits: the public form follows, marked with how and by whom.
 * Where staff pages have a host of their own, a cookie set there is not sent to the form: then gives what leads to it.
 */
export async function startAssistedDraft(
  deps: Deps,
  reply: FastifyReply,
  { channel, lang, kind, filedBy }: AssistedStart,
): Promise<HandOver | undefined> {
  const { keys, clock, config } = deps
  const { token } = await startDraft(deps, { kind, lang, assisted: { channel, filedBy } })
  if (config.staffUrl === undefined) {
    setCookie(reply, DRAFT_COOKIE, token, { isSecure: isServedSecurely(config) })
    return undefined
  }
  const until = clock.now().getTime() + HAND_OVER_MS
  const sealed = keys.seal(Buffer.from(`${until} ${token}`), BOUND_TO).toString('base64url')
  return { action: `${config.publicUrl}${paths.askHandOver(lang)}`, sealed }
}

/** Takes the draft over on the people's host, once; false when it was taken, is too late, or is nothing of ours. */
export async function takeAssistedDraft(deps: Deps, reply: FastifyReply, sealed: string): Promise<boolean> {
  const [until, token] = opened(deps, sealed)
  if (token === undefined || deps.clock.now().getTime() > Number(until)) return false
  const fresh = await renewToken(deps, token)
  if (fresh === undefined) return false
  setCookie(reply, DRAFT_COOKIE, fresh, { isSecure: isServedSecurely(deps.config) })
  return true
}

function opened({ keys }: Pick<AppDeps, 'keys'>, sealed: string): readonly (string | undefined)[] {
  try {
    return keys.open(Buffer.from(sealed, 'base64url'), BOUND_TO).toString().split(' ')
  } catch {
    return []
  }
}
