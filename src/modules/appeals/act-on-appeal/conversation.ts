import type { IsoDay } from '#src/kernel/iso-day.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { latestExtension } from '#src/modules/appeals/count-clocks.ts'
import { appealAnswered } from '#src/modules/appeals/events.ts'
import {
  endOfTerm,
  extendAnswer,
  goOn,
  markAnswered,
  markContacted,
  stopClocks,
} from '#src/modules/appeals/rules/clocks.ts'
import type { Acted } from '#src/modules/appeals/rules/events.ts'
import { MESSAGE_LIMIT, REASON_LIMIT, type AppealState } from '#src/modules/appeals/rules/states.ts'
import { act, type ActDeps, type PersonAct, type StaffAct, type UsualRefusal } from './act.ts'
import { registration } from './handling.ts'

type TextRefusal = 'textEmpty' | 'textTooLong'
/** `lang`: of the words; without it the appeal's own. `formKey` also names the files that were uploaded with the form. */
type Words = { readonly text: string; readonly lang?: Lang | undefined; readonly formKey: Uint8Array }
type Written = Promise<Acted<UsualRefusal | TextRefusal>>

/** Asks the person: the service's own clocks stand still until the reply. Registers what was not yet. */
export const askPerson = (deps: ActDeps, input: StaffAct & Words): Written =>
  act(deps, input, 'ask', (found) => {
    const text = readText(input.text)
    if (!text.ok) return text
    const { steps, clocks, change } = registration(found)
    return done({
      steps: [...steps, { what: 'asked' }],
      message: { kind: 'question', text: text.value, lang: input.lang ?? found.appeal.lang },
      clocks: stopClocks(markContacted(clocks, found.now), 'question', found.now),
      change: { ...change, state: 'moreInfoNeeded', unread_since: null },
      notice: 'question',
    })
  })

/** News without a question: the clock of the next update begins anew. */
export const tellPerson = (deps: ActDeps, input: StaffAct & Words): Written =>
  act(deps, input, 'tell', (found) => {
    const text = readText(input.text)
    if (!text.ok) return text
    return done({
      steps: [{ what: 'told' }],
      message: { kind: 'update', text: text.value, lang: input.lang ?? found.appeal.lang },
      clocks: markContacted(found.clocks, found.now),
      change: { unread_since: null },
      notice: 'news',
    })
  })

/** The answer. Registers what was not yet. */
export const answerAppeal = (deps: ActDeps, input: StaffAct & Words): Written =>
  act(deps, input, 'answer', (found) => {
    const text = readText(input.text)
    if (!text.ok) return text
    const { steps, clocks, change } = registration(found)
    return done({
      steps: [...steps, { what: 'answered' }],
      message: { kind: 'answer', text: text.value, lang: input.lang ?? found.appeal.lang },
      clocks: markAnswered(clocks, found.now),
      change: { ...change, state: 'answered', answered_at: found.now, unread_since: null },
      notice: 'answer',
      emits: [appealAnswered],
    })
  })

/** The person writes; a question is answered by it, an answer is questioned by it, and work goes on. */
export const replyAsPerson = (deps: ActDeps, input: PersonAct & Words): Written =>
  act(deps, input, 'reply', ({ appeal, clocks, now }) => {
    const text = readText(input.text)
    if (!text.ok) return text
    const isAwaited = appeal.state === 'moreInfoNeeded' || appeal.state === 'answered'
    const state: AppealState = isAwaited ? 'underReview' : appeal.state
    return done({
      steps: [{ what: 'replied' }],
      message: { kind: 'reply', text: text.value, lang: input.lang ?? appeal.lang },
      clocks: isAwaited ? goOn(clocks, now) : clocks,
      // Whoever writes has their appeal before them, and with it what a call was to tell.
      change: { state, unread_since: appeal.unread_since ?? now, call_since: null },
    })
  })

function readText(typed: string): Outcome<string, TextRefusal> {
  const text = typed.trim()
  if (text === '') return refused('textEmpty')
  return text.length > MESSAGE_LIMIT ? refused('textTooLong') : done(text)
}

type ExtendRefusal = 'reasonMissing' | 'textTooLong' | 'alreadyExtended' | 'notExtendable' | 'termOver' | 'dayOutOfTerm'

/** Once only. Without `to` by as much as the rule allows; `to` may not be later than that. The reason is told to the person. */
export const extendTerm = (
  deps: ActDeps,
  input: StaffAct & { readonly reason: string; readonly to?: IsoDay | undefined },
): Promise<Acted<UsualRefusal | ExtendRefusal>> =>
  act<ExtendRefusal>(deps, input, 'extend', (found) => {
    const reason = input.reason.trim()
    if (reason === '') return refused('reasonMissing')
    if (reason.length > REASON_LIMIT) return refused('textTooLong')
    const most = latestExtension(found.calendar, found.clocks, found.appeal.urgency, found.now)
    if (!most.ok) return most
    const { from, last } = most.value
    const to = input.to ?? last
    // The history names the day that the clock shows: a term may end on a day off, the answer is due before it.
    const due = dayAt(found.calendar.timeZone, endOfTerm(found.calendar, to))
    // A day off right after the due day would spend the only extension and move nothing.
    if (due <= from || to > last) return refused('dayOutOfTerm')
    return done({
      steps: [{ what: 'termExtended', details: { from, to: due }, words: reason }],
      clocks: extendAnswer(markContacted(found.clocks, found.now), to),
      notice: 'termExtended',
    })
  })
