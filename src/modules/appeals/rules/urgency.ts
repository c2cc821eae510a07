import type { Catalogue, Condition, Question, Topic, UrgencyId } from '#src/modules/catalogue/index.ts'
import type { Answers, ReadingMoment } from './answers.ts'
import { askedQuestions, keepAsked, meets } from './conditions.ts'
import type { AppealLevel } from './states.ts'

const order = ['low', 'normal', 'high', 'critical'] as const satisfies readonly UrgencyId[]

/** 1 to 4: kept beside the urgency for the queues' index. */
export const urgencyRank = (urgency: UrgencyId): number => order.indexOf(urgency) + 1
export const isMoreUrgent = (one: UrgencyId, other: UrgencyId): boolean => urgencyRank(one) > urgencyRank(other)
export const moreUrgentOf = (one: UrgencyId, other: UrgencyId): UrgencyId => (isMoreUrgent(one, other) ? one : other)

/** A rule of the catalogue that spoke. `by`: the topic's default or minimum, its escalateWhen, or a question's own mark. */
export type FiredRule =
  | { readonly by: 'default' | 'minimum'; readonly to: UrgencyId }
  | {
      readonly by: 'topic' | 'question'
      readonly to: UrgencyId
      readonly question: string
      readonly op: Condition['op']
    }

/**
 * The highest of the topic's default, its minimum, and every condition that is met. Answers only raise it.
 * `asked`: common questions and the topic's own; `answers`: kept by keepAsked.
 */
export function evaluateUrgency(
  topic: Pick<Topic, 'defaultUrgency' | 'minimumUrgency' | 'escalateWhen'>,
  asked: readonly Pick<Question, 'escalate'>[],
  answers: Answers,
  moment: ReadingMoment,
): { readonly urgency: UrgencyId; readonly fired: readonly FiredRule[] } {
  const met = (condition: Condition) => meets(condition, answers[condition.question], moment)
  const fired: FiredRule[] = [
    { by: 'default', to: topic.defaultUrgency },
    ...(topic.minimumUrgency ? [{ by: 'minimum', to: topic.minimumUrgency } as const] : []),
    ...topic.escalateWhen.filter(met).map(({ to, question, op }) => ({ by: 'topic', to, question, op }) as const),
    ...asked
      .flatMap(({ escalate }) => escalate)
      .filter(met)
      .map(({ to, question, op }) => ({ by: 'question', to, question, op }) as const),
  ]
  return { urgency: fired.map(({ to }) => to).reduce(moreUrgentOf), fired }
}

/** Who may see it at all. A topic's sensitivity, danger or the person's wish is enough. */
export const levelOf = (
  topic: Pick<Topic, 'dataSensitivity'>,
  { inDanger, wantsProtection }: { readonly inDanger: boolean; readonly wantsProtection: boolean },
): AppealLevel => (topic.dataSensitivity === 'protection' || inDanger || wantsProtection ? 'protected' : 'ordinary')

/** What the appeal's own columns say to the common questions. */
export type CommonFacts = {
  readonly country: string
  readonly citizenship: string | undefined
  readonly inDanger: boolean
  readonly onBehalf: boolean
  readonly safeContact: string | undefined
}

export type Judgement = {
  /** Answers to the topic's own questions that are asked, to be stored. */
  readonly own: Answers
  readonly urgency: UrgencyId
  readonly fired: readonly FiredRule[]
}

/** Reads all answers as the topic asks them: drops those that are not asked, gives the urgency and the rules that spoke. */
export function judge(
  law: Pick<Catalogue, 'commonQuestions' | 'question'>,
  topic: Topic,
  facts: CommonFacts,
  answers: Answers,
  moment: ReadingMoment,
): Judgement {
  const asked = askedQuestions(law, topic)
  const kept = keepAsked(asked, { ...answers, ...commonAnswers(facts) }, moment)
  const own = Object.fromEntries(Object.entries(kept).filter(([id]) => topic.triageQuestions.includes(id)))
  return { own, ...evaluateUrgency(topic, asked, kept, moment) }
}

const commonAnswers = ({ country, citizenship, inDanger, onBehalf, safeContact }: CommonFacts): Answers => ({
  country,
  inDanger,
  onBehalf,
  ...(citizenship === undefined ? {} : { citizenshipNow: citizenship }),
  ...(safeContact === undefined ? {} : { safeContact }),
})
