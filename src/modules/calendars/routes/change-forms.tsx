import type { FastifyInstance } from 'fastify'
import { paramOf, queryOf } from '#src/platform/http/page.ts'
import { parseIsoDay, yearOf } from '#src/kernel/iso-day.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { parseAdding, parseChanging, parseHoursForm, parsePublishing, parseRemoving } from '../forms.ts'
import { AddPage, ChangePage, filledFromMark, RemovePage } from '../pages/mark-pages.tsx'
import { HoursPage, PublishPage } from '../pages/settings-pages.tsx'
import type { Mark, MarkKey } from '../rules/change.ts'
import { runsOf } from '../rules/runs.ts'
import { registerForm, type Found } from './form-route.tsx'
import { yearIn } from './year-in.ts'

/** Every change of a calendar: a form, and what its values ask for. */
export function registerChangeForms(app: FastifyInstance, deps: AppDeps) {
  registerAdding(app, deps)
  registerMarkForms(app, deps)
  registerForm(app, deps, {
    pattern: patterns.staffCalendarHours,
    find: () => ({}),
    parse: parseHoursForm,
    changeFrom: ({ hours, shortenedByMinutes }) => ({ does: 'setHours', hours, shortenedByMinutes }),
    yearOfChange: () => undefined,
    fieldOf: (refusal) => (refusal === 'shortenedTooMuch' ? 'shortenedBy' : 'monday'),
    page: (_, { country, settings }, state) => <HoursPage {...state} country={country} settings={settings} />,
  })
  registerForm(app, deps, {
    pattern: patterns.staffCalendarPublish,
    find: ({ request }) => {
      const year = yearIn(request)
      return year === undefined ? undefined : { year }
    },
    parse: parsePublishing,
    changeFrom: (_, { year }) => ({ does: 'publishYear', year }),
    yearOfChange: (_, { year }) => year,
    fieldOf: () => 'year',
    page: ({ year }, { country, marks }, state) => {
      const runs = runsOf(marks.filter(({ day }) => yearOf(day) === year))
      return <PublishPage {...state} country={country} year={year} runs={runs} />
    },
  })
}

function registerAdding(app: FastifyInstance, deps: AppDeps) {
  registerForm(app, deps, {
    pattern: patterns.staffCalendarAdd,
    find: ({ request, row }) => {
      const asked = Number(queryOf(request, 'year'))
      const current = yearOf(dayAt(row.timeZone, deps.clock.now()))
      return { year: Number.isInteger(asked) && asked >= 1000 && asked <= 9999 ? asked : current }
    },
    parse: parseAdding,
    changeFrom: ({ from, to, ...value }) => ({
      does: 'add',
      from,
      to: to ?? from,
      holidayId: `own-${Buffer.from(deps.random.bytes(8)).toString('hex')}`,
      ...sayingFrom(value),
    }),
    yearOfChange: ({ from }) => yearOf(from),
    fieldOf: (refusal) => (refusal === 'tooManyDays' || refusal === 'daysReversed' ? 'to' : 'from'),
    page: ({ year }, { country }, state) => <AddPage {...state} country={country} year={year} />,
  })
}

function registerMarkForms(app: FastifyInstance, deps: AppDeps) {
  const isThere = ({ mark }: FoundMark) => mark !== undefined
  registerForm(app, deps, {
    pattern: patterns.staffCalendarMark,
    find: findMark,
    isThere,
    firstFilled: ({ mark }) => (mark ? filledFromMark(mark) : {}),
    parse: parseChanging,
    changeFrom: ({ from, ...value }, { key }) => ({ does: 'change', mark: key, day: from, ...sayingFrom(value) }),
    yearOfChange: ({ from }) => yearOf(from),
    fieldOf: () => 'from',
    page: ({ key, mark }, { country }, state) => <ChangePage {...state} country={country} markKey={key} mark={mark} />,
  })
  registerForm(app, deps, {
    pattern: patterns.staffCalendarRemove,
    find: findMark,
    isThere,
    parse: parseRemoving,
    changeFrom: ({ scope }, { key }) => ({ does: 'remove', mark: key, isWholeHoliday: scope === 'holiday' }),
    yearOfChange: (_, { key }) => yearOf(key.day),
    fieldOf: () => 'seen',
    page: ({ key }, { country, marks }, state) => {
      const days = marks.filter(({ holidayId }) => holidayId === key.holidayId)
      return <RemovePage {...state} country={country} markKey={key} days={days} />
    },
  })
}

type FoundMark = { readonly key: MarkKey; readonly mark: Mark | undefined }

function findMark({ request, row }: Found): FoundMark | undefined {
  const [day, holidayId] = [parseIsoDay(paramOf(request, 'day')), paramOf(request, 'holiday')]
  if (!day) return undefined
  return { key: { day, holidayId }, mark: row.marks.find((one) => one.day === day && one.holidayId === holidayId) }
}

type SayingValues = Pick<Mark, 'kind' | 'isProvisional'> & { nameKy: string; nameRu: string; nameEn: string }

const sayingFrom = ({ kind, isProvisional, nameKy, nameRu, nameEn }: SayingValues) => ({
  kind,
  isProvisional,
  name: { ky: nameKy, ru: nameRu, en: nameEn },
})
