import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FormError } from '#src/kernel/form.ts'
import { yearOf } from '#src/kernel/iso-day.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { patterns, paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { queryOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { undoCalendarChange } from '../change-calendar.ts'
import { parseUndo } from '../forms.ts'
import { calendarFrom } from '../get-calendar.ts'
import { CalendarsPage, type ShownCalendar } from '../pages/calendars-page.tsx'
import { YearPage } from '../pages/year-page.tsx'
import { runsOf } from '../rules/runs.ts'
import { yearsOf } from '../rules/year.ts'
import { findCalendarRow, listChanges, listCountries, type CalendarRow } from '../store.ts'
import { refusalTexts } from '../texts.ts'
import { registerChangeForms } from './change-forms.tsx'
import { findRow, policy } from './form-route.tsx'
import { yearIn } from './year-in.ts'

const HISTORY_SHOWN = 50

export function registerCalendars(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffCalendars, policy, (request, reply) => sendCalendars(deps, request, reply, 200))
  app.get(patterns.staffCalendarYear, policy, (request, reply) => sendYear(deps, request, reply))
  app.post(patterns.staffCalendarUndo, policy, (request, reply) => undo(deps, request, reply))
  registerChangeForms(app, deps)
}

async function sendCalendars(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  errors: readonly FormError[] = [],
) {
  const { page } = request
  const shown: ShownCalendar[] = []
  for (const country of await listCountries(deps.db)) {
    const row = await findCalendarRow(deps.db, country)
    if (row)
      shown.push({ ...showing(deps, row, page.lang), changes: await listChanges(deps.db, country, HISTORY_SHOWN) })
  }
  const isSaved = queryOf(request, 'saved') === '1'
  return sendPage(reply, status, <CalendarsPage page={page} calendars={shown} errors={errors} isSaved={isSaved} />)
}

async function sendYear(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const [row, year] = [await findRow(deps, request), yearIn(request)]
  if (!row || year === undefined) return reply.callNotFound()
  const runs = runsOf(row.marks.filter(({ day }) => yearOf(day) === year))
  const isSaved = queryOf(request, 'saved') === '1'
  const props = { page, year, runs, isSaved, ...showing(deps, row, page.lang) }
  return sendPage(reply, 200, <YearPage {...props} />)
}

function showing({ clock }: AppDeps, row: CalendarRow, lang: Lang) {
  const calendar = calendarFrom(row)
  const name = catalogue().country(row.country)?.name[lang] ?? row.country
  return { calendar, name, years: yearsOf(calendar, yearOf(dayAt(row.timeZone, clock.now()))) }
}

async function undo(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const row = await findRow(deps, request)
  const form = parseUndo(request.body)
  if (!row || !form.ok) return reply.callNotFound()
  const change = { country: row.country, changeId: form.value.change, by: staffOf(request).id }
  const outcome = await undoCalendarChange(deps, change)
  if (outcome.ok) return reply.redirect(paths.staffCalendars({ saved: '1' }), 303)
  return sendCalendars(deps, request, reply, 409, [{ field: 'change', message: refusalTexts[outcome.refusal] }])
}
