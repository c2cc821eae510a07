import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Filled, FormError, Parsed } from '#src/kernel/form.ts'
import { paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { changeCalendar } from '../change-calendar.ts'
import type { FormState } from '../pages/form-page.tsx'
import type { CalendarChange } from '../rules/change.ts'
import { findCalendarRow, listChanges, type CalendarRow } from '../store.ts'
import { refusalTexts } from '../texts.ts'

export const policy = staffPage('calendarsManage')

export type Found = { readonly request: FastifyRequest; readonly row: CalendarRow }

/** A form that changes a calendar. `Thing` is what its address names beside the country. */
type ChangeForm<Thing, Value extends { readonly reason: string; readonly seen: string }> = {
  readonly pattern: string
  /** Undefined: there is no such thing. */
  readonly find: (found: Found) => Thing | undefined
  /** Whether there still is something to show a form about; a second tap is taken even when there is not. */
  readonly isThere?: (thing: Thing) => boolean
  readonly firstFilled?: (thing: Thing) => Filled
  readonly parse: (body: unknown) => Parsed<Value>
  readonly changeFrom: (value: Value, thing: Thing) => CalendarChange
  /** The year to show afterwards; undefined: the list of calendars. */
  readonly yearOfChange: (value: Value, thing: Thing) => number | undefined
  /** Where a refusal is shown, when it is not about what others did meanwhile. */
  readonly fieldOf: (refusal: keyof typeof refusalTexts) => string
  readonly page: (thing: Thing, row: CalendarRow, state: FormState) => JSX.Element
}

type Typed = { readonly errors: readonly FormError[]; readonly filled: Filled }

/** Shows the form, and takes it: 422 with what was typed, 409 where it is refused, else on to the year. */
export function registerForm<Thing, Value extends { readonly reason: string; readonly seen: string }>(
  app: FastifyInstance,
  deps: AppDeps,
  form: ChangeForm<Thing, Value>,
) {
  const send = async (request: FastifyRequest, reply: FastifyReply, status: number, typed?: Typed) => {
    const row = await findRow(deps, request)
    const thing = row && form.find({ request, row })
    if (!row || !thing || (status === 200 && form.isThere?.(thing) === false)) return reply.callNotFound()
    const first = { errors: [], filled: form.firstFilled?.(thing) ?? {} }
    const seen = (await listChanges(deps.db, row.country, 1))[0]?.id ?? ''
    return sendPage(reply, status, form.page(thing, row, { page: request.page, seen, ...(typed ?? first) }))
  }

  app.get(form.pattern, policy, (request, reply) => send(request, reply, 200))
  app.post(form.pattern, policy, async (request, reply) => {
    const row = await findRow(deps, request)
    const thing = row && form.find({ request, row })
    const parsed = form.parse(request.body)
    if (!row || !thing) return reply.callNotFound()
    if (!parsed.ok) return send(request, reply, 422, parsed)

    const { reason, seen } = parsed.value
    const change = form.changeFrom(parsed.value, thing)
    const by = staffOf(request).id
    const outcome = await changeCalendar(deps, { country: row.country, change, reason, seen, by })
    if (outcome.ok) return reply.redirect(addressAfter(row.country, form.yearOfChange(parsed.value, thing)), 303)
    const field = outcome.refusal === 'changedMeanwhile' ? 'seen' : form.fieldOf(outcome.refusal)
    const errors = [{ field, message: refusalTexts[outcome.refusal] }]
    return send(request, reply, 409, { errors, filled: parsed.filled })
  })
}

const addressAfter = (country: string, year: number | undefined) =>
  year === undefined ? paths.staffCalendars({ saved: '1' }) : paths.staffCalendarYear(country, year, { saved: '1' })

export async function findRow({ db }: AppDeps, request: FastifyRequest): Promise<CalendarRow | undefined> {
  const country = paramOf(request, 'country')
  return /^[A-Z]{2}$/.test(country) ? findCalendarRow(db, country) : undefined
}
