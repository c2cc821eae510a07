import { inReadingOrder, type OwnQuestion } from './own-questions.ts'

const OWN = 'q-'

/** A field's name on the page; parts of a date or a sum add their own ending. */
export const nameOf = ({ question }: Pick<OwnQuestion, 'question'>): string => `${OWN}${question.id}`
export const isOwnField = (name: string): boolean => name.startsWith(OWN)

const dayParts = ['-day', '-month', '-year'] as const
const endings = [
  '',
  ...dayParts,
  '-time',
  '-amount',
  '-currency',
  ...['-from', '-to'].flatMap((end) => dayParts.map((part) => `${end}${part}`)),
]

/** Every name that fields of these questions may have. */
export const ownFields = (questions: readonly OwnQuestion[]): readonly string[] =>
  inReadingOrder(questions).flatMap((one) => endings.map((ending) => `${nameOf(one)}${ending}`))

/** Where the error of a question of several fields leads: to its first one. */
export const fieldTargets = (questions: readonly OwnQuestion[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    inReadingOrder(questions).flatMap((one) => {
      const ending = firstFields[one.question.type]
      return ending === undefined ? [] : [[nameOf(one), `${nameOf(one)}${ending}`]]
    }),
  )

const firstFields: Readonly<Partial<Record<OwnQuestion['question']['type'], string>>> = {
  date: '-day',
  datetime: '-day',
  daterange: '-from-day',
  money: '-amount',
}
