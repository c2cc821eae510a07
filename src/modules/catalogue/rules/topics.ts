import { z } from 'zod'
import { head, id, option, origin, questionId, text } from './pieces.ts'

export const urgencyIds = ['low', 'normal', 'high', 'critical'] as const
export const questionTypes = [
  'yesno',
  'choice',
  'multi',
  'text',
  'number',
  'money',
  'date',
  'datetime',
  'daterange',
  'country',
  'mission',
  'file',
] as const
/** Questions of these types carry their own options. */
const typesWithOptions = ['choice', 'multi']

const urgencyId = z.enum(urgencyIds)

const conditionOf = <Extra extends z.ZodRawShape>(extra: Extra) => {
  const on = { question: questionId, ...extra }
  return z.discriminatedUnion('op', [
    z.strictObject({ ...on, op: z.enum(['=', '!=']), value: z.string() }),
    z.strictObject({ ...on, op: z.literal('in'), value: z.array(z.string()).min(1) }),
    z.strictObject({ ...on, op: z.enum(['>=', 'withinHours', 'withinDays']), value: z.number().min(0) }),
  ])
}
const condition = conditionOf({})
const escalation = conditionOf({ to: urgencyId })

const question = z
  .strictObject({
    id: questionId,
    type: z.enum(questionTypes),
    text,
    textOnBehalf: text.optional(),
    common: z.boolean(),
    optional: z.boolean(),
    showIf: z.array(condition),
    escalate: z.array(escalation),
    options: z.array(option).min(2).optional(),
    optionsFrom: z.looseObject({ file: z.string() }).optional(),
  })
  .refine((asked) => typesWithOptions.includes(asked.type) === (asked.options !== undefined), {
    message: 'questions of the types choice and multi have options, others have none',
    path: ['options'],
  })

const topic = z.strictObject({
  id,
  group: id,
  name: text,
  audience: z.enum(['citizen', 'compatriot', 'foreigner', 'all']),
  kinds: z.array(z.enum(['consultation', 'problem-report'])).min(1),
  defaultUrgency: urgencyId,
  minimumUrgency: urgencyId.nullable(),
  primaryBody: id,
  otherBodies: z.array(id),
  triageQuestions: z.array(questionId).max(7, 'at most seven questions of its own'),
  usefulAttachments: z.array(id),
  dataSensitivity: z.enum(['normal', 'health', 'child', 'protection']),
  escalateWhen: z.array(escalation),
  deadlineRules: z.array(id),
  ...origin,
})

const target = z.strictObject({
  value: z.int().positive(),
  unit: z.enum(['hour24x7', 'workingHour', 'workingDay']),
})

const urgencyLevel = z.strictObject({
  id: urgencyId,
  rank: z.int().positive(),
  name: text,
  firstHumanResponse: target,
  referral: target,
  updateInterval: target.nullable(),
  targetSolve: target,
  statutory: z.strictObject({ registration: id, answer: id }),
  ...origin,
})

export const topicsFile = z.strictObject({
  ...head,
  groups: z.array(z.strictObject({ id, name: text, order: z.int() })).min(1),
  urgencyLevels: z.array(urgencyLevel).length(urgencyIds.length),
  yesNoOptions: z.tuple([
    z.strictObject({ id: z.literal('yes'), name: text }),
    z.strictObject({ id: z.literal('no'), name: text }),
  ]),
  questionTypes: z.record(z.enum(questionTypes), z.string()),
  questionBank: z.array(question),
  commonQuestions: z.array(questionId),
  attachmentKinds: z.array(option),
  topics: z.array(topic).min(1),
})

export type UrgencyId = z.output<typeof urgencyId>
export type UrgencyLevel = Readonly<z.output<typeof urgencyLevel>>
/** How long a promise lasts. `hour24x7` runs day and night, the others on the calendar. */
export type Target = Readonly<z.output<typeof target>>
/** Met or not by the answers given; without an answer it is not met. Meaning of `op`: the notes of catalogue/topics.json. */
export type Condition = Readonly<z.output<typeof condition>>
export type Question = Readonly<z.output<typeof question>>
export type Topic = Readonly<z.output<typeof topic>>
export type TopicGroup = Readonly<z.output<typeof topicsFile>['groups'][number]>
export type TopicsFile = z.output<typeof topicsFile>
