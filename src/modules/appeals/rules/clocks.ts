import { isWorkingDay, endOfWorkingDay, readDay, type Calendar } from '#src/kernel/calendar.ts'
import { addDays, type IsoDay } from '#src/kernel/iso-day.ts'
import { stoppedSince, type Pause } from '#src/kernel/pauses.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { dueAfter, type CountedMoment, type Target } from '#src/kernel/working-time.ts'
import type { StatutoryTerm, UrgencyLevel } from '#src/modules/catalogue/index.ts'
import type { ClockKind, ClockView, Extension } from './clock-view.ts'

export type Clock = {
  readonly kind: ClockKind
  readonly startedAt: Date
  readonly target: Target
  readonly rule: { readonly ruleId: string; readonly version: number } | undefined
  readonly extendedTo: IsoDay | undefined
  readonly metAt: Date | undefined
  readonly isExpected: boolean
}

export type WaitReason = 'question' | 'answer'
export type Wait = Pause & { readonly reason: WaitReason }

/** The clocks of the present round, and every time we waited for the person. */
export type Clocks = { readonly list: readonly Clock[]; readonly waits: readonly Wait[] }

/** What is promised: the law's terms (absent where no version of the rule is in force) and the service's own targets. */
export type Promises = {
  readonly registration: StatutoryTerm | undefined
  readonly answer: StatutoryTerm | undefined
  readonly targets: Pick<UrgencyLevel, 'firstHumanResponse' | 'updateInterval' | 'targetSolve'>
}

/** While no clock runs: far away, so that the queues' order needs no nulls. */
export const NO_CLOCK = new Date('9999-12-31T00:00:00Z')

// The law's terms never stand still.
const standsStill = (kind: ClockKind) => kind !== 'registration' && kind !== 'answer'

const statutory = (kind: ClockKind, term: StatutoryTerm | undefined, startedAt: Date, isExpected = false): Clock[] =>
  term === undefined
    ? []
    : [
        {
          ...fresh(kind, startedAt, { value: term.workingDays, unit: 'workingDay' }),
          rule: { ruleId: term.ruleId, version: term.version },
          isExpected,
        },
      ]

const fresh = (kind: ClockKind, startedAt: Date, target: Target): Clock => ({
  kind,
  startedAt,
  target,
  rule: undefined,
  extendedTo: undefined,
  metAt: undefined,
  isExpected: false,
})

const ownClocks = ({ firstHumanResponse, updateInterval, targetSolve }: Promises['targets'], at: Date): Clock[] => [
  fresh('firstAnswer', at, firstHumanResponse),
  ...(updateInterval ? [fresh('nextUpdate', at, updateInterval)] : []),
  fresh('resolution', at, targetSolve),
]

/** For an appeal just received. The answer's term begins with registration: until then it is counted from the last moment for that. */
export function startClocks(promises: Promises, calendar: Calendar, at: Date): Clocks {
  const registration = statutory('registration', promises.registration, at)
  const latest = registration.map((clock) => countClock(calendar, clock, []).at)[0] ?? at
  return {
    list: [...registration, ...statutory('answer', promises.answer, latest, true), ...ownClocks(promises.targets, at)],
    waits: [],
  }
}

/** After a change of the calendar: the answer's term, not yet begun, is expected from the new last moment for registration. */
export function startAnew(calendar: Calendar, { list, waits }: Clocks): Clocks {
  const registration = list.find(({ kind }) => kind === 'registration')
  const latest = registration && countClock(calendar, registration, waits).at
  return { list: list.map((clock) => (clock.isExpected && latest ? { ...clock, startedAt: latest } : clock)), waits }
}

/** A new round for an appeal that was registered before. What was waited earlier lies before its start and does not count. */
export const restartClocks = (clocks: Clocks, promises: Promises, at: Date): Clocks => ({
  list: [...statutory('answer', promises.answer, at), ...ownClocks(promises.targets, at)],
  waits: clocks.waits,
})

export const markRegistered = (clocks: Clocks, promises: Promises, at: Date): Clocks => ({
  ...clocks,
  list: meet(clocks.list, ['registration'], at).flatMap((clock) =>
    clock.kind === 'answer' && clock.isExpected ? statutory('answer', promises.answer, at) : [clock],
  ),
})

/** The person heard from a human being. */
export const markContacted = (clocks: Clocks, at: Date): Clocks => ({
  ...clocks,
  list: meet(clocks.list, ['firstAnswer'], at).map((clock) =>
    clock.kind === 'nextUpdate' && clock.metAt === undefined ? { ...clock, startedAt: at } : clock,
  ),
})

/** We wait for the person from now on, unless we did already. */
export const stopClocks = (clocks: Clocks, reason: WaitReason, at: Date): Clocks =>
  clocks.waits.some(({ to }) => to === undefined)
    ? clocks
    : { ...clocks, waits: [...clocks.waits, { from: at, to: undefined, reason }] }

/**
 * The person wrote while we waited. Where an answer had kept the promises the matter is open again: resolution goes on, and
 * an update is promised anew.
 */
export const goOn = (clocks: Clocks, at: Date): Clocks => ({
  list: clocks.list.map((clock) => {
    if (clock.metAt === undefined) return clock
    if (clock.kind === 'nextUpdate') return { ...clock, startedAt: at, metAt: undefined }
    return clock.kind === 'resolution' ? { ...clock, metAt: undefined } : clock
  }),
  waits: endWait(clocks.waits, at),
})

/** The answer keeps every promise; the time until the person comes back on it will not count. */
export const markAnswered = (clocks: Clocks, at: Date): Clocks =>
  stopClocks(
    { ...clocks, list: meet(clocks.list, ['answer', 'firstAnswer', 'nextUpdate', 'resolution'], at) },
    'answer',
    at,
  )

/** Nothing runs in a closed appeal. `isAnswer`: what the service says on closing is its answer. */
export const endClocks = (clocks: Clocks, at: Date, isAnswer: boolean): Clocks => ({
  list: isAnswer ? meet(clocks.list, ['answer', 'firstAnswer', 'nextUpdate', 'resolution'], at) : clocks.list,
  waits: endWait(clocks.waits, at),
})

/**
 * A higher urgency: what is not kept yet is promised anew from the raise on, since a promise of an hour cannot be kept days
 * after its start. Never later than it was due before.
 */
export const raiseTargets = (calendar: Calendar, clocks: Clocks, targets: Promises['targets'], at: Date): Clocks =>
  retarget(clocks, targets, at, (clock, { target }) => {
    const anew = { ...clock, startedAt: at, target }
    const dueOf = (one: Clock) => countClock(calendar, one, clocks.waits).at
    return dueOf(anew) < dueOf(clock) ? anew : clock
  })

/** A lower one: its longer targets count from where the round began, so that raising and lowering again wins no time. */
export function lowerTargets(clocks: Clocks, targets: Promises['targets'], at: Date): Clocks {
  const begun = new Date(Math.min(...clocks.list.map(({ startedAt }) => startedAt.getTime())))
  return retarget(clocks, targets, at, (clock, { target }) =>
    clock.kind === 'nextUpdate' ? { ...clock, target } : { ...clock, startedAt: begun, target },
  )
}

function retarget(
  { list, waits }: Clocks,
  targets: Promises['targets'],
  at: Date,
  renew: (clock: Clock, promised: Clock) => Clock,
): Clocks {
  const own = ownClocks(targets, at)
  const renewed = list.flatMap((clock) => {
    if (clock.metAt !== undefined || !standsStill(clock.kind)) return [clock]
    const promised = own.find(({ kind }) => kind === clock.kind)
    return promised ? [renew(clock, promised)] : []
  })
  const isAnswered = list.some(({ kind, metAt }) => kind === 'resolution' && metAt !== undefined)
  const missing = isAnswered ? [] : own.filter(({ kind }) => !list.some((clock) => clock.kind === kind))
  return { list: [...renewed, ...missing], waits }
}

export const extendAnswer = (clocks: Clocks, to: IsoDay): Clocks => ({
  ...clocks,
  list: clocks.list.map((clock) => (clock.kind === 'answer' ? { ...clock, extendedTo: to } : clock)),
})

/** When a clock is due, and the counting. */
export function countClock(calendar: Calendar, clock: Clock, waits: readonly Wait[]): CountedMoment {
  const counted = dueAfter(calendar, clock.startedAt, clock.target, standsStill(clock.kind) ? waits : [])
  if (clock.extendedTo === undefined) return counted
  const isProvisional = counted.isProvisional || readDay(calendar, clock.extendedTo).isProvisional
  return { ...counted, at: endOfTerm(calendar, clock.extendedTo), isProvisional }
}

/** How an extended term came to its day; undefined: it was not extended. */
function extensionOf(calendar: Calendar, clock: Clock): Extension | undefined {
  if (clock.extendedTo === undefined) return undefined
  const from = dayAt(calendar.timeZone, dueAfter(calendar, clock.startedAt, clock.target).at)
  return { from, to: clock.extendedTo, due: dayAt(calendar.timeZone, endOfTerm(calendar, clock.extendedTo)) }
}

/** A term that ends on a day off must be kept on the last working day before it: the service answers early rather than late. */
export function endOfTerm(calendar: Calendar, day: IsoDay): Date {
  let last = day
  while (!isWorkingDay(calendar, last)) last = addDays(last, -1)
  return endOfWorkingDay(calendar, last)
}

const isStanding = (clock: Clock, waits: readonly Wait[]) =>
  standsStill(clock.kind) && waits.some(({ to }) => to === undefined)

/** What the queues are ordered by: the earliest clock that runs. */
export function nextDueAt(calendar: Calendar, { list, waits }: Clocks): Date {
  const due = list
    .filter((clock) => clock.metAt === undefined && !clock.isExpected && !isStanding(clock, waits))
    .map((clock) => countClock(calendar, clock, waits).at)
  return due.reduce((first, at) => (at < first ? at : first), NO_CLOCK)
}

/** The clocks as pages show them. `closedAt` ends those that still ran. */
export const clocksOf = (calendar: Calendar, clocks: Clocks, now: Date, closedAt?: Date): ClockView[] =>
  clocks.list.map((stored) => {
    // A registration that is late pushes the expected end of the answer's term before it.
    const clock = stored.isExpected && stored.startedAt < now ? { ...stored, startedAt: now } : stored
    const end = clock.metAt ?? closedAt
    const waits = end ? waitsUntil(clocks.waits, end) : clocks.waits
    const { at: dueAt, counting, isProvisional } = countClock(calendar, clock, waits)
    const stood = standsStill(clock.kind) ? stoppedSince(waits) : undefined
    const isLate = (stood ?? end ?? now) > dueAt
    const state = stateOf(clock, { isStanding: stood !== undefined, isClosed: closedAt !== undefined, isLate })
    const { kind, startedAt, target, metAt, isExpected, extendedTo } = clock
    const source = clock.rule ?? 'target'
    return {
      kind,
      state,
      startedAt,
      dueAt,
      metAt,
      isLate,
      isExpected,
      isProvisional,
      target,
      source,
      extendedTo,
      extension: extensionOf(calendar, clock),
      counting,
    }
  })

/** What was waited after a clock had its end moves it no more; a wait over the end stands open then. */
const waitsUntil = (waits: readonly Wait[], end: Date): Wait[] =>
  waits
    .filter(({ from }) => from < end)
    .map((wait) => (wait.to !== undefined && wait.to < end ? wait : { ...wait, to: undefined }))

function stateOf(
  clock: Clock,
  now: { readonly isStanding: boolean; readonly isClosed: boolean; readonly isLate: boolean },
): ClockView['state'] {
  if (clock.metAt !== undefined) return 'met'
  if (now.isClosed) return 'ended'
  if (now.isStanding) return 'paused'
  return now.isLate ? 'late' : 'running'
}

const meet = (list: readonly Clock[], kinds: readonly ClockKind[], at: Date): Clock[] =>
  list.map((clock) =>
    kinds.includes(clock.kind) && clock.metAt === undefined && !clock.isExpected ? { ...clock, metAt: at } : clock,
  )

const endWait = (waits: readonly Wait[], at: Date): Wait[] =>
  waits.map((wait) => (wait.to === undefined ? { ...wait, to: at } : wait))
