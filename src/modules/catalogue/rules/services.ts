import { z } from 'zod'
import { head, id, origin, questionId, text } from './pieces.ts'

const fieldTypes = [
  'pin',
  'name',
  'nameLatin',
  'date',
  'datetime',
  'daterange',
  'country',
  'address',
  'document',
  'phone',
  'email',
  'text',
  'list',
  'choice',
  'multi',
  'yesno',
  'file',
  'money',
  'appealNumber',
] as const

/** Also the letters of a driving licence’s categories. */
const choiceId = z
  .string()
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{1,2})$/, 'an option is kebab-case or a category’s letters')
const choice = z.strictObject({ id: choiceId, name: text })

const field = z.strictObject({
  id: questionId,
  type: z.enum(fieldTypes),
  name: text,
  options: z.array(choice).min(1).optional(),
})

/** How far the portal goes with a service of this kind. */
const depth = z.enum(['finish', 'finishWithDesk', 'completeFileAndSlot', 'packAndChecklist'])

const service = z.strictObject({
  id,
  name: text,
  kind: id,
  depth,
  fields: z.array(questionId).min(1),
  output: text,
  issuingBody: id,
  signing: z.string().min(1),
  verification: z.string().min(1),
  reportedTerm: z.string().min(1),
  /** Null: to be filled by the service. */
  fee: z.string().min(1).nullable(),
  topic: id,
  note: z.string().min(1).nullable(),
  ...origin,
})

/** services.json: checked with the rest, so that no text loses a language; nothing reads it before there are services. */
export const servicesFile = z.strictObject({
  ...head,
  commonFields: z.array(questionId),
  depths: z.array(z.strictObject({ kind: id, depth, name: text, services: z.array(id) })),
  fieldCatalogue: z.array(field),
  services: z.array(service),
})
