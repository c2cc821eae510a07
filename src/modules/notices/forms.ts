import { z } from 'zod'
import type { Filled } from '#src/kernel/form.ts'
import { noticeStates } from './rules.ts'

export const parseState = (text: string | undefined) => noticeStates.find((state) => state === text)

/** Which notice to try again, or all that were given up. Undefined: a body of somebody else's making. */
export function parseRetry(body: Filled): { readonly id: string } | 'allDead' | undefined {
  const { which } = body
  if (which === 'allDead') return 'allDead'
  const id = z.uuid().safeParse(which)
  return id.success ? { id: id.data } : undefined
}

type Place = { readonly createdAt: Date; readonly id: string }

/** Where a page of the outbox ended, as it stands in an address. */
export const placeToText = ({ createdAt, id }: Place) => `${createdAt.getTime()}_${id}`

export function parsePlace(text: string | undefined): Place | undefined {
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return time !== undefined && id !== undefined && z.uuid().safeParse(id).success
    ? { createdAt: new Date(Number(time)), id }
    : undefined
}
