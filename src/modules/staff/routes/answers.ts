import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import { paramOf, queryOf } from '#src/platform/http/page.ts'

/** An account's id in an address; undefined when it cannot be one. */
export function idIn(request: FastifyRequest): string | undefined {
  const id = paramOf(request, 'id')
  return /^\d{1,18}$/.test(id) ? id : undefined
}

/** Which status says the same as the words: wait, busy, no longer so, or wrongly filled in. */
export function statusOf(refusal: string): number {
  if (refusal === 'signInTooEarly') return 429
  if (refusal === 'busy') return 503
  return ['lastAdministrator', 'rightsGone', 'emailTaken', 'teamNeeded', 'teamHasWork', 'protectorsOnly'].includes(
    refusal,
  )
    ? 409
    : 422
}

/** One refusal as the error of the field it belongs to. */
export const errorAt = (field: string, message: Text): readonly FormError[] => [{ field, message }]

/** Goes on to a page that says once what was done. */
export const redirectDone = (reply: FastifyReply, path: string, done: string) =>
  reply.redirect(`${path}?done=${done}`, 303)

/** The words for `?done=`, or nothing for a word that is not ours. */
export function doneIn<Done extends string>(
  request: FastifyRequest,
  words: Readonly<Record<Done, Text>>,
): Text | undefined {
  const asked = queryOf(request, 'done')
  return Object.entries<Text>(words).find(([word]) => word === asked)?.[1]
}
