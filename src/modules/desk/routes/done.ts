import type { FastifyRequest } from 'fastify'
import { queryOf } from '#src/platform/http/page.ts'
import type { DoneAct } from '../pages/done-banner.tsx'
import { doneTexts } from '../texts/done.ts'

const isAct = (name: string | undefined): name is DoneAct => name !== undefined && Object.hasOwn(doneTexts, name)

/** The act of `?done=`, when it is one of ours. */
export function doneIn(request: FastifyRequest): DoneAct | undefined {
  const name = queryOf(request, 'done')
  return isAct(name) ? name : undefined
}
