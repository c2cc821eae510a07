import type { FastifyReply, FastifyRequest } from 'fastify'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { readDraft, type ReadDraft } from '#src/modules/intake/forms/whole-draft.ts'
import { findDraft, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import type { Place } from '#src/modules/intake/pages/step-page.tsx'
import type { Step } from '#src/modules/intake/rules/steps.ts'
import { hasSession } from '#src/modules/staff/index.ts'
import { DRAFT_COOKIE } from '#src/modules/intake/keep-draft/assisted.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isServedSecurely, readCookie, setCookie } from '#src/platform/http/request.ts'

const REMEMBERED_SECONDS = 30 * 24 * 3600

export const tokenOf = (request: FastifyRequest, { config }: Pick<AppDeps, 'config'>): string | undefined =>
  readCookie(request, DRAFT_COOKIE, isServedSecurely(config))

/**
 * The draft of this browser, sent or not. One that an operator began for somebody ends when they sign out: the next at the
 * same desk would go on in it under their name.
 */
export async function draftOf(deps: AppDeps, request: FastifyRequest): Promise<Draft | undefined> {
  const draft = await findDraft(deps, tokenOf(request, deps))
  return draft?.filedBy === undefined || (await hasSession(deps.db, draft.filedBy)) ? draft : undefined
}

/** Until the browser is closed, or for 30 days on a phone that is only the person's own. */
export function keepToken(reply: FastifyReply, deps: AppDeps, token: string, { isOwn }: { readonly isOwn: boolean }) {
  const isSecure = isServedSecurely(deps.config)
  setCookie(reply, DRAFT_COOKIE, token, isOwn ? { isSecure, maxAgeSeconds: REMEMBERED_SECONDS } : { isSecure })
}

export const readNow = (draft: Draft, { clock }: Pick<AppDeps, 'clock'>): ReadDraft =>
  readDraft(catalogue(), draft.content, clock.now())

export const placeOf = (draft: Draft, read: ReadDraft, step: Step, cameFromCheck: boolean): Place => ({
  step,
  asked: read.asked,
  about: step === 'who' || step === 'topic' ? undefined : read.topic?.name,
  cameFromCheck,
  isAssisted: draft.filedBy !== undefined,
  isResumed: draft.resumed !== undefined,
  danger: read.who?.inDanger === true ? { country: read.who.country } : undefined,
})
