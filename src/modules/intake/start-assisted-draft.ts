import type { FastifyReply } from 'fastify'
import type { Lang } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isServedSecurely, setCookie } from '#src/platform/http/request.ts'
import { startDraft } from './keep-draft.ts'

export const DRAFT_COOKIE = 'draft'

type AssistedStart = {
  readonly channel: 'phone' | 'visit'
  readonly lang: Lang
  readonly kind: AppealKind
  readonly filedBy: string
}

/** An operator files for somebody who phones or visits: the public form follows, marked with how and by whom. */
export async function startAssistedDraft(
  deps: Pick<AppDeps, 'db' | 'keys' | 'random' | 'clock' | 'config'>,
  reply: FastifyReply,
  { channel, lang, kind, filedBy }: AssistedStart,
): Promise<void> {
  const { token } = await startDraft(deps, { kind, lang, assisted: { channel, filedBy } })
  setCookie(reply, DRAFT_COOKIE, token, { isSecure: isServedSecurely(deps.config) })
}
