import type { LightMyRequestResponse as Answer } from 'fastify'
import type { Cookies, TestPortal } from '#test/support/portal.ts'

/** A hundred people, or one with a hundred hands, at the same moment. */
export const AT_ONCE = 100

/** One round of something that may happen once: how many won, and what was wrong beside that. */
export type Round = { readonly winners: number; readonly faults: number }
export type Race = (portal: TestPortal) => Promise<Round>

/** Posts a form from an address of its own, so that no limit by address takes part. */
export function postFrom(
  { app }: TestPortal,
  place: number,
  path: string,
  body: Readonly<Record<string, string>>,
  cookies: Cookies = {},
): Promise<Answer> {
  return app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(body).toString(),
    cookies: { ...cookies },
    remoteAddress: addressOf(place),
  })
}

export const addressOf = (place: number) => `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`

let places = 0
/** The same form a hundred times at once; `form` may differ from one to the next. */
export const allAtOnce = (post: (turn: number, place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => post(turn, ++places)))

/** Refused as busy is no fault; anything else of that kind is. */
export const countFaults = (answers: readonly Answer[]): number =>
  answers.filter(({ statusCode }) => statusCode >= 500 && statusCode !== 503).length
