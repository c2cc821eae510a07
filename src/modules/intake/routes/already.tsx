import type { FastifyReply, FastifyRequest } from 'fastify'
import { findReceipt } from '#src/modules/appeals/index.ts'
import type { Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { AlreadyPage } from '#src/modules/intake/pages/after-sending.tsx'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage } from '#src/platform/http/page.ts'

/**
 * A draft that was sent. Whoever lost the connection at that very moment comes back here without having seen the words:
 * until they were proved, the receipt is offered once more.
 */
export async function sendAlready(
  deps: AppDeps,
  { page }: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
  status: 200 | 409,
) {
  const found = await findReceipt(deps, draft.formKey)
  const unseen = found?.ok === true && !found.value.isProved ? draft.id : undefined
  return sendPage(reply, status, <AlreadyPage page={page} unseen={unseen} />)
}
