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
  return sendPage(reply, status, <AlreadyPage page={page} unseen={await unseenOf(deps, draft)} />)
}

/** The draft by which a receipt that nobody proved is shown once more. */
export async function unseenOf(deps: AppDeps, { id, formKey }: Draft): Promise<string | undefined> {
  const found = await findReceipt(deps, formKey)
  return found?.ok === true && !found.value.isProved ? id : undefined
}
