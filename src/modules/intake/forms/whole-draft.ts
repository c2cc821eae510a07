import { onceFor } from '#src/kernel/once-for.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import type { Answers, ReadingMoment } from '#src/modules/appeals/index.ts'
import type { Catalogue, Topic } from '#src/modules/catalogue/index.ts'
import { timeZoneOf } from '#src/modules/intake/rules/countries.ts'
import { countryOf, type DraftContent } from '#src/modules/intake/rules/draft.ts'
import { ownQuestions, type OwnQuestion } from '#src/modules/intake/rules/own-questions.ts'
import { firstOpen, stepsFor, type Step, type TypedStep } from '#src/modules/intake/rules/steps.ts'
import { parseContact, type Contact } from './contact.ts'
import { parseTopic, parseWho, parseWords, type Who, type Words } from './first-screens.ts'
import { parseOwnAnswers } from './own-answers.ts'

/** A draft as it reads today: what is answered, what is asked, how far it is. */
export type ReadDraft = {
  readonly who: Who | undefined
  readonly topic: Topic | undefined
  readonly words: Words | undefined
  readonly questions: readonly OwnQuestion[]
  readonly ownAnswers: Answers | undefined
  readonly contact: Contact | undefined
  readonly timeZone: string
  readonly moment: ReadingMoment
  /** The screens of this draft, and those that are done. */
  readonly asked: readonly Step[]
  readonly done: ReadonlySet<Step>
  readonly open: Step
}

/** Reads everything typed anew, since the catalogue or an earlier answer may have changed. */
export function readDraft(data: Catalogue, content: DraftContent, now: Date): ReadDraft {
  const { kind, typed } = content
  const who = valueOf(typed.who && parseWho(data, typed.who))
  const topicId = valueOf(typed.topic && parseTopic(data, kind, typed.topic))?.topic
  const topic = topicId === undefined ? undefined : data.topic(topicId)
  const words = valueOf(typed.words && parseWords(typed.words))
  const contact = valueOf(typed.contact && parseContact(data, who?.country, typed.contact))
  const timeZone = timeZoneOf(data, countryOf(content))
  const moment = { now, timeZone, today: dayAt(timeZone, now) }

  const questions = who && topic ? ownQuestions(data, topic, commonAnswers(who), moment) : []
  const ownAnswers = valueOf(
    typed.questions && parseOwnAnswers(questions, { currencies: currenciesOf(data), moment }, typed.questions),
  )
  // Until the topic is known the screen is counted: seven that become six please, the other way round they do not.
  const asked = stepsFor(questions.length > 0 || !who || !topic)
  const readings: Record<TypedStep, unknown> = { who, topic, words, questions: ownAnswers, contact }
  const done = new Set(asked.filter((step) => isTyped(readings, step) && readings[step] !== undefined))
  return {
    who,
    topic,
    words,
    questions,
    ownAnswers,
    contact,
    timeZone,
    moment,
    asked,
    done,
    open: firstOpen(asked, done),
  }
}

/** The common questions under the names by which conditions call them. */
export const commonAnswers = (who: Who): Answers => ({
  onBehalf: who.onBehalf ? 'yes' : 'no',
  country: who.country,
  inDanger: who.inDanger ? 'yes' : 'no',
  ...(who.city === undefined ? {} : { city: who.city }),
  ...(who.citizenship === undefined ? {} : { citizenshipNow: who.citizenship }),
})

/** Every currency of the catalogue's countries. */
export const currenciesOf = onceFor(({ countries }: Pick<Catalogue, 'countries'>): readonly string[] =>
  [...new Set(countries.map(({ currency }) => currency))].sort(),
)

const valueOf = <Value>(parsed: { ok: true; value: Value } | { ok: false } | undefined): Value | undefined =>
  parsed?.ok === true ? parsed.value : undefined

const isTyped = (readings: Record<TypedStep, unknown>, step: Step): step is TypedStep => step in readings
