import type { Text } from '#src/kernel/lang.ts'
import type { Catalogue, Condition, Option, Question, Topic } from '#src/modules/catalogue/index.ts'
import type { Answers, ReadingMoment } from '#src/modules/appeals/index.ts'
import { askedQuestions, isAsked, meets } from '#src/modules/appeals/rules/conditions.ts'
import { missionName, missionsFor } from './missions.ts'

/** A question as it stands on the screen. `when`: conditions on questions above it on the same screen. */
export type OwnQuestion = {
  readonly question: Question
  /** What can be chosen, for types with a choice. */
  readonly options: readonly Option[]
  readonly when: readonly Condition[]
  readonly under: readonly OwnQuestion[]
}

type Data = Pick<
  Catalogue,
  'commonQuestions' | 'question' | 'country' | 'mission' | 'missionKinds' | 'countries' | 'yesNoOptions'
>

/**
 * The topic's own questions for this person. What an earlier screen decides is decided here; a question that hangs on one of
 * the same screen stands under it. Files are asked for on a screen of their own.
 */
export function ownQuestions(
  data: Data,
  topic: Topic,
  earlier: Answers,
  moment: ReadingMoment,
): readonly OwnQuestion[] {
  const common = new Set(data.commonQuestions)
  const asked = askedQuestions(data, topic)
  const own = asked.filter(({ id, type }) => !common.has(id) && type !== 'file')
  const here = new Set(own.map(({ id }) => id))

  const placed: Placed[] = []
  for (const question of own) {
    const when = question.showIf.filter((condition) => here.has(condition.question))
    const before = question.showIf.filter((condition) => !here.has(condition.question))
    const options = optionsOf(data, question, countryIn(earlier))
    const parent = when.at(-1)?.question
    // Its question is not asked of this person, so neither is what hangs on it.
    const isOrphan = parent !== undefined && !placed.some((one) => one.question.id === parent)
    const isChoice = question.type === 'mission' || question.type === 'country'
    if (isOrphan || !isAsked({ showIf: before }, earlier, asked, moment) || (isChoice && options.length === 0)) continue
    placed.push({ question, options, when, parent })
  }
  return childrenOf(placed, undefined)
}

const countryIn = ({ country }: Answers) => (typeof country === 'string' ? country : '')

type Placed = Omit<OwnQuestion, 'under'> & { readonly parent: string | undefined }

const childrenOf = (placed: readonly Placed[], parent: string | undefined): readonly OwnQuestion[] =>
  placed
    .filter((one) => one.parent === parent)
    .map(({ question, options, when }) => ({ question, options, when, under: childrenOf(placed, question.id) }))

/** As it is put to one who writes for themselves, or for somebody. */
export const questionInWords = ({ question }: Pick<OwnQuestion, 'question'>, isOnBehalf: boolean): Text =>
  isOnBehalf && question.textOnBehalf ? question.textOnBehalf : question.text

/** In the order they are read: a question, then what hangs on it. */
export const inReadingOrder = (questions: readonly OwnQuestion[]): readonly OwnQuestion[] =>
  questions.flatMap((one) => [one, ...inReadingOrder(one.under)])

/** Whether the answers above it on the screen let this question be asked. */
export const isOpen = ({ when }: OwnQuestion, answers: Answers, moment: ReadingMoment): boolean =>
  when.every((condition) => meets(condition, answers[condition.question], moment))

/** Pictures and papers that the topic's questions of type `file` ask for. */
export const fileQuestions = (
  data: Pick<Catalogue, 'commonQuestions' | 'question'>,
  topic: Topic,
): readonly Question[] => askedQuestions(data, topic).filter(({ type }) => type === 'file')

function optionsOf(data: Data, question: Question, country: string): readonly Option[] {
  if (question.type === 'yesno') return data.yesNoOptions
  if (question.type === 'country') return data.countries.map(({ iso, name }) => ({ id: iso, name }))
  if (question.type === 'mission')
    return missionsFor(data, country).map((mission) => ({ id: mission.id, name: missionName(data, mission) }))
  return question.options ?? []
}
